import { expect, it } from 'vitest'
import { Screen } from '../../src/screen/index.js'
import { estersAndEthers, positionalIsomers, type Case } from './cases.js'
import { law } from './edition.js'
import { charged, named, stereo, tautomers } from './forms.js'
import { referred } from '../support/referred.js'

const screenOn = (asOf: string) => new Screen(law, { asOf })

it('the screen clears nothing that an entry covers through its words', () => {
  const cases: Pick<Case, 'smiles' | 'asOf'>[] = [
    ...[...estersAndEthers, ...positionalIsomers, ...stereo, ...named].filter((c) => c.verdict !== 'uncontrolled'),
    ...[...tautomers, ...charged]
      .filter((f) => f.substance !== null)
      .map((f) => ({ smiles: f.smiles, asOf: '2020-01-01' })),
  ]
  const screens = new Map([...new Set(cases.map(({ asOf }) => asOf))].map((asOf) => [asOf, screenOn(asOf)]))
  expect(cases.filter((c) => referred(screens.get(c.asOf)!, c.smiles) === null).map((c) => c.smiles)).toEqual([])
})

it('the screen clears structures with neither the formula nor the cleavable bonds of a record', () => {
  expect(referred(screenOn('2020-01-01'), 'CCCCCCCCCCCCCCCCCC')).toBeNull()
  expect(referred(screenOn('2020-01-01'), 'CCOC(=O)CCCCCCCCCCCCC')).toBeNull()
})
