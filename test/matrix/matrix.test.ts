import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { judging, type JurisdictionResult } from '../../src/matching/index.js'
import { edition, law, reader } from '../support/law.js'

/** Days between the larger changes of law: before and after each class, and the newest. */
const days = [
  '2012-06-30',
  '2015-12-31',
  '2018-01-31',
  '2018-11-26',
  '2019-06-01',
  '2022-06-30',
  '2025-06-30',
  '2026-09-01',
]
const substances = edition.substances
  .flatMap((s) => (s.smiles === null ? [] : [{ id: s.id, smiles: s.smiles }]))
  .sort((a, b) => (a.id < b.id ? -1 : 1))
const codes = edition.jurisdictions.map((j) => j.jurisdiction.code)
const legend = 'L listed, P listed as a precursor only, C class, ? undecided, - uncontrolled'

function letter({ verdict, findings }: JurisdictionResult): string {
  const precursor = findings
    .filter((f) => f.counts === 'listed')
    .every((f) => 'control' in f && f.control === 'precursor')
  return { listed: precursor ? 'P' : 'L', class: 'C', undecided: '?', uncontrolled: '-' }[verdict]
}

/** One line a substance, one column a day, for each jurisdiction. */
function tables(): Map<string, string[]> {
  const width = Math.max(...substances.map((s) => s.id.length))
  const lines = new Map(codes.map((code) => [code, [legend, `days: ${days.join(' ')}`, '']]))
  for (const { id, smiles } of substances) {
    reader.read(smiles, (structure) => {
      const judge = judging(structure, law)
      const results = days.map((asOf) => judge({ asOf }).jurisdictions)
      codes.forEach((code, i) =>
        lines.get(code)!.push(`${id.padEnd(width)}  ${results.map((r) => letter(r[i]!)).join(' ')}`),
      )
    })
  }
  return lines
}

// The files show in a diff which verdicts moved. After a change that is meant: npx vitest run test/matrix -u
describe('verdicts of all recorded structures', () => {
  const all = tables()
  it.each(codes)('%s', async (code) => {
    await expect(`${all.get(code)!.join('\n')}\n`).toMatchFileSnapshot(
      fileURLToPath(new URL(`${code}.txt`, import.meta.url)),
    )
  })
})
