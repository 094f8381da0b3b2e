import { fileURLToPath } from 'node:url'
import { judging, selectedJurisdictions, type JurisdictionResult } from '../../src/matching/index.js'
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
/** Without the laws that answer only when their kinds of control are asked for. */
export const codes = selectedJurisdictions(law, {}).map((j) => j.jurisdiction.code)
const legend =
  'L listed, P listed as a precursor only, C class, ? undecided, - uncontrolled; a structure without a line is uncontrolled on all days'

function letter({ verdict, findings }: JurisdictionResult): string {
  const precursor = findings
    .filter((f) => f.counts === 'listed')
    .every((f) => 'control' in f && f.control === 'precursor')
  return { listed: precursor ? 'P' : 'L', class: 'C', undecided: '?', uncontrolled: '-' }[verdict]
}

/** The file with the verdicts of a jurisdiction. */
export const fileOf = (code: string) => fileURLToPath(new URL(`${code}.txt`, import.meta.url))

const uncontrolled = '-'.repeat(days.length)

/** For each jurisdiction, the line of each structure: a letter per day, then the structure. */
export function rowsOf(some: typeof substances): Map<string, string[]> {
  const rows = new Map(codes.map((code) => [code, [] as string[]]))
  for (const { id, smiles } of some) {
    reader.read(smiles, (structure) => {
      const judged = judging(structure, law)
      const results = days.map((asOf) => judged.on({ asOf }).jurisdictions)
      codes.forEach((code, i) => {
        const verdicts = results.map((r) => letter(r[i]!)).join('')
        if (verdicts !== uncontrolled) rows.get(code)!.push(`${verdicts} ${id}`)
      })
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
