import { expect, test } from 'vitest'
import { allocate, roomLeft } from '../../src/engine/kernel.js'
import { Screen } from '../../src/screen/screen.js'
import { law } from '../support/law.js'

// The engine never frees memory: this file has its own process.
test('if the engine has no room for another day, there is no screen, and existing ones keep working', () => {
  const screen = new Screen(law, { asOf: '2026-09-01' })
  allocate(roomLeft() - (20 << 20))
  expect(Screen.ifRoom(law, { asOf: '2018-11-26' })).toBeNull()
  expect(() => new Screen(law, { asOf: '2018-11-26' })).toThrow(RangeError)
  expect(Screen.ifRoom(law, { asOf: '2026-09-01' })).not.toBeNull()
  const fentanyl = 'CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1'
  const readings = Array.from({ length: 300 }, (_, i) => screen.read(`${fentanyl}${'.O'.repeat(i % 3)}`))
  for (const reading of readings) expect(reading.clears()).toBe(false)
  expect(screen.read('CCOC(=O)c1ccc(O)cc1').clears()).toBe(true)
})

test('a day queried again takes no more room', () => {
  const before = roomLeft()
  for (let i = 0; i < 20; i++) new Screen(law, { asOf: '2026-09-01' }).read('CCO')
  expect(before - roomLeft()).toBeLessThan(1 << 20)
})
