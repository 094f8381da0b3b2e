import { readFileSync } from 'node:fs'
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
const codes = selectedJurisdictions(law, {}).map((j) => j.jurisdiction.code)
const head = [
  'The verdicts on each recorded structure: law:letters, a letter for each of the days below.',
  'L listed, P listed as a precursor only, C class, ? undecided, . uncontrolled; a law that is not in a line is uncontrolled on all days.',
  'After an intended change of law: npx vitest run test/matrix/matrix.long -u',
  `days: ${days.join(' ')}`,
  '',
]
const uncontrolled = '.'.repeat(days.length)

export const file = fileURLToPath(new URL('matrix.txt', import.meta.url))

/** The lines of the file, each with the id of its structure first. */
export const storedRows = (): string[] => readFileSync(file, 'utf8').trimEnd().split('\n').slice(head.length)

export const tableOf = (rows: readonly string[]): string => `${[...head, ...rows].join('\n')}\n`

/** The line of each structure that some law controls, or leaves open, on one of the days. */
export function rowsOf(some: typeof substances): string[] {
  return some.flatMap(({ id, smiles }) => {
    const laws = reader.read(smiles, (structure) => {
      const judged = judging(structure, law)
      const results = days.map((asOf) => judged.on({ asOf }).jurisdictions)
      return codes.map((code, i) => ({ code, letters: results.map((r) => letter(r[i]!)).join('') }))
    })
    const controlling = laws.filter(({ letters }) => letters !== uncontrolled)
    return controlling.length === 0 ? [] : [[id, ...controlling.map((l) => `${l.code}:${l.letters}`)].join(' ')]
  })
}

function letter({ verdict, findings }: JurisdictionResult): string {
  const precursor = findings
    .filter((f) => f.counts === 'listed')
    .every((f) => 'control' in f && f.control === 'precursor')
  return { listed: precursor ? 'P' : 'L', class: 'C', undecided: '?', uncontrolled: '.' }[verdict]
}
