import { expect, it } from 'vitest'
import { judgeNamed } from '../../src/matching/index.js'
import { law } from '../support/law.js'

const verdict = (id: string, code: string, asOf: string) =>
  judgeNamed(id, law, { jurisdictions: [code], asOf }).jurisdictions[0]!.verdict

it.each([
  ['peyote', 'US', '1971-04-30', 'undecided'],
  ['peyote', 'US', '1971-05-01', 'listed'],
  ['opium', 'US', '2020-01-01', 'listed'],
  ['coca-leaf', 'US', '2020-01-01', 'listed'],
  ['cannabis', 'US', '2020-01-01', 'listed'],
  ['marihuana-extract', 'US', '2020-01-01', 'listed'],
  ['concentrate-of-poppy-straw', 'US', '2020-01-01', 'listed'],
  ['morphine-methylsulfonate', 'US', '2020-01-01', 'listed'],
  ['ethylmorphine-preparations', 'US', '2020-01-01', 'listed'],
  ['diphenoxylate-compound-preparations', 'US', '2020-01-01', 'listed'],
  ['codeine-preparations', 'UN', '2020-01-01', 'listed'],
  ['ipecacuanha-and-opium-powder', 'UN', '2020-01-01', 'listed'],
  ['cannabis-resin', 'UN', '2020-01-01', 'listed'],
  ['peyote', 'UN', '2020-01-01', 'undecided'],
])('%s, which has no single structure, in %s on %s: %s', (id, code, asOf, expected) => {
  expect(verdict(id, code, asOf)).toBe(expected)
})
