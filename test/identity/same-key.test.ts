import { expect, test } from 'vitest'
import { judge, type Judgement } from '../../src/matching/index.js'
import { Screen } from '../../src/screen/index.js'
import { law, reader } from '../support/law.js'
import { tableRows } from '../support/table.js'

// Drawings of one substance with protons, charges, double bonds or metals elsewhere. In each law the answer is that for
// the usual drawing; `verdicts` are those of some laws, so that both cannot be wrong alike.
const rows = tableRows(
  new URL('same-key.tsv', import.meta.url),
  'what',
  'usual',
  'drawing',
  'as_of',
  'same_key',
  'verdicts',
)
const screens = new Map<string, Screen>()

test.each(rows)('$what: $drawing', ({ usual, drawing, as_of: asOf, same_key, verdicts }) => {
  const judged = (smiles: string) => reader.read(smiles, (s) => judge(s, law, { asOf }))
  const own = verdictsOf(judged(drawing))
  expect(own).toEqual(verdictsOf(judged(usual)))
  expect(own).toMatchObject(Object.fromEntries(verdicts.split(' ').map((one) => one.split(':'))))
  expect(keyOf(drawing) === keyOf(usual)).toBe(same_key === 'yes')
  if (!screens.has(asOf)) screens.set(asOf, new Screen(law, { asOf }))
  const screened = screens.get(asOf)!.read(drawing)
  // What nothing covers is cleared by none or by both.
  if (verdicts.split(' ').some((one) => !one.endsWith(':uncontrolled'))) expect(screened.clears()).toBe(false)
  const surely = screened.judged()
  if (surely) expect(verdictsOf(surely)).toEqual(own)
})

const keyOf = (smiles: string) => reader.read(smiles, (s) => s.inchikey)
const verdictsOf = ({ jurisdictions }: Judgement) =>
  Object.fromEntries(jurisdictions.map(({ code, verdict }) => [code, verdict]))
