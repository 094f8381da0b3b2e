import { fileURLToPath } from 'node:url'
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
export const substances = edition.substances
  .flatMap((s) => (s.smiles === null ? [] : [{ id: s.id, smiles: s.smiles }]))
  .sort((a, b) => (a.id < b.id ? -1 : 1))
export const codes = edition.jurisdictions.map((j) => j.jurisdiction.code)
const legend = 'L listed, P listed as a precursor only, C class, ? undecided, - uncontrolled'

function letter({ verdict, findings }: JurisdictionResult): string {
  const precursor = findings
    .filter((f) => f.counts === 'listed')
    .every((f) => 'control' in f && f.control === 'precursor')
  return { listed: precursor ? 'P' : 'L', class: 'C', undecided: '?', uncontrolled: '-' }[verdict]
}

/** The file with the verdicts of a jurisdiction. */
export const fileOf = (code: string) => fileURLToPath(new URL(`${code}.txt`, import.meta.url))

const width = Math.max(...substances.map((s) => s.id.length))

/** One line per substance, one column per day, for each jurisdiction. */
export function rowsOf(some: typeof substances): Map<string, string[]> {
  const rows = new Map(codes.map((code) => [code, [] as string[]]))
  for (const { id, smiles } of some) {
    reader.read(smiles, (structure) => {
      const judge = judging(structure, law)
      const results = days.map((asOf) => judge({ asOf }).jurisdictions)
      codes.forEach((code, i) =>
        rows.get(code)!.push(`${id.padEnd(width)}  ${results.map((r) => letter(r[i]!)).join(' ')}`),
      )
    })
  }
  return rows
}

/** The lines of the file of each jurisdiction. */
export function tables(): Map<string, string[]> {
  return new Map(
    [...rowsOf(substances)].map(([code, rows]) => [code, [legend, `days: ${days.join(' ')}`, '', ...rows]]),
  )
}
