import { expect, test } from 'vitest'
import { Arena } from '../../src/engine/index.js'
import { Screen } from '../../src/screen/index.js'
import { law } from '../support/law.js'

const fentanyl = 'CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1'

test('screens for any number of days work, and take little more memory than a few', () => {
  const first = new Screen(law, { asOf: '2026-09-01' })
  const reading = first.read(fentanyl)
  const judged = JSON.stringify(reading.judged())
  let most = 0
  const screens = Array.from({ length: 80 }, (_, i) => {
    const screen = new Screen(law, { asOf: `${2004 + (i % 20)}-0${1 + (i % 9)}-01` })
    const readings = Array.from({ length: 70 }, (_, k) => screen.read(`${fentanyl}${'.O'.repeat(k % 3)}`))
    for (const own of readings) expect(own.clears()).toBe(false)
    expect(screen.read('CCOC(=O)c1ccc(O)cc1').clears()).toBe(true)
    most = Math.max(most, Arena.held)
    return screen
  })
  expect(most).toBeLessThan(120 << 20)
  expect(JSON.stringify(reading.judged())).toBe(judged)
  expect(JSON.stringify(first.read(fentanyl).judged())).toBe(judged)
  for (const screen of screens) screen.free()
})
