import { expect, it } from 'vitest'
import { Screen } from '../../src/screen/index.js'
import { charged, estersAndEthers, named, positionalIsomers, stereo, tautomers } from './tables.js'
import { referred } from '../support/referred.js'
import { law } from '../support/law.js'

const screenOn = (asOf: string) => new Screen(law, { asOf })

it('the screen clears nothing that an entry covers through its words', () => {
  const cases = [
    ...[...estersAndEthers, ...positionalIsomers, ...stereo, ...named].filter((c) => c.expected !== 'uncontrolled'),
    ...[...tautomers, ...charged].filter((f) => f.by !== '').map((f) => ({ ...f, as_of: '2020-01-01' })),
  ]
  const screens = new Map([...new Set(cases.map((c) => c.as_of))].map((day) => [day, screenOn(day)]))
  const cleared = cases.filter((c) => referred(screens.get(c.as_of)!, c.structure) === null)
  expect(cleared.map((c) => c.structure)).toEqual([])
})

it('the screen clears structures with neither the formula nor the cleavable bonds of a record', () => {
  expect(referred(screenOn('2020-01-01'), 'CCCCCCCCCCCCCCCCCC')).toBeNull()
  expect(referred(screenOn('2020-01-01'), 'CCOC(=O)CCCCCCCCCCCCC')).toBeNull()
})
