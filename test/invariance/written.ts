import { describe, expect, it } from 'vitest'
import { loadRecords } from '../../src/cli/law-files/law-data.js'
import { judge } from '../../src/matching/index.js'
import { edition, law, reader, substanceOf } from '../support/law.js'
import { inOrderOf, kekule, shuffled, v2000, v3000 } from '../support/rewrite.js'

/** Examples of rules, and also every nineteenth record: small, large, charged, stereo, salts. */
const examples = loadRecords({}).jurisdictions.flatMap((j) =>
  [...j.examples.values()].flatMap((e) => [...e.fits, ...e.misses, ...e.unsettled].flatMap((x) => x.substance ?? [])),
)
const others = edition.substances.filter((s, i) => s.smiles !== null && i % 19 === 0).map((s) => s.id)
const all = [...new Set([...examples, ...others])].sort()
const days = ['2018-11-26', '2026-06-30']

/**
 * The part of an answer that another notation must not change: verdicts, findings, clauses, and how many atoms they
 * have together: if a group is both a substituent and closes a ring, either clause may have it.
 */
function answers(text: string): unknown {
  return reader.read(text, (s) => [
    s.inchikey,
    s.formula,
    ...days.map((asOf) =>
      judge(s, law, { asOf, undated: true }).jurisdictions.map((j) => [
        j.code,
        j.verdict,
        j.findings.map((f) =>
          f.kind === 'class'
            ? [f.ruleId, f.counts, f.clauses.map((c) => c.id), f.clauses.reduce((n, c) => n + c.atoms.length, 0)]
            : f.kind === 'listed'
              ? [f.list, f.substance, f.counts, f.via]
              : [f.kind],
        ),
      ]),
    ),
  ])
}

/** @param every writes every n-th of them in other ways */
export function writtenInOtherWays(every: number): void {
  const ids = all.filter((_, i) => i % every === 0)
  describe('the notation of a structure changes nothing', () => {
    it('there are enough structures', () => expect(ids.length).toBeGreaterThan(140 / every))
    it.each(ids)('%s', (id) => staysTheSame(substanceOf(id).smiles))

    // The scaffold of the parent occurs in these more than once.
    it.each([
      'COc1cc(CCNCCc2ccccc2)c(OC)cc1Br',
      'Fc1ccc(C(c2ccccc2)C2CCCCN2)cc1',
      'Oc1cc(C2CCCCC2)cc2OC(C)(C)C3CCC(C)=CC3c12',
    ])('%s', staysTheSame)
  })

  describe('atoms are reported in the order of the input', () => {
    it.each(['beta-methylfentanyl', 'ortho-fluorofuranylfentanyl', 'mirfentanil'])(
      '%s: the same atoms, whatever their numbers',
      (id) => {
        const block = v2000(substanceOf(id).smiles)
        const coordinates = (text: string) => {
          const lines = text.split('\n')
          const atoms = reader.read(text, (s) =>
            judge(s, law, { asOf: '2019-06-01', undated: true }).jurisdictions.flatMap((j) =>
              j.findings.flatMap((f) => (f.kind === 'class' ? f.clauses : [])),
            ),
          )
          return atoms.map((c) => [c.id, c.atoms.map((a) => lines[4 + a]!.slice(0, 34)).sort()])
        }
        expect(coordinates(block).length).toBeGreaterThan(0)
        expect(coordinates(shuffled(block, 23))).toEqual(coordinates(block))
      },
    )
  })

  describe('salt or free base: the same verdict and clauses', () => {
    const fentanyls = all.filter((id) => /fentan|anpp|^fit$/.test(id)).filter((_, i) => i % every === 0)
    const shape = (text: string) =>
      reader.read(text, (s) =>
        judge(s, law, { asOf: '2019-06-01', jurisdictions: ['CN', 'US'], undated: true }).jurisdictions.map((j) => [
          j.code,
          j.verdict,
          j.findings.map((f) => [f.kind, f.counts, f.kind === 'class' ? f.clauses.map((c) => [c.id, c.atoms]) : null]),
        ]),
      )
    it.each(fentanyls)('%s', (id) => {
      const { smiles } = substanceOf(id)
      expect(shape(`${smiles}.Cl`)).toEqual(shape(smiles))
      expect(shape(`${smiles}.O=C(O)CC(O)(C(=O)O)CC(=O)O`)).toEqual(shape(smiles))
    })
  })
}

function staysTheSame(smiles: string): void {
  const block = v2000(smiles)
  const writings = {
    kekule: kekule(smiles),
    v2000: block,
    v3000: v3000(smiles),
    'shuffled block': shuffled(block, 7),
    'shuffled SMILES': inOrderOf(shuffled(block, 11)),
  }
  const expected = answers(smiles)
  for (const [writing, text] of Object.entries(writings)) expect(answers(text), `${writing}: ${text}`).toEqual(expected)
}
