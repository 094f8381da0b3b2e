import type { RecordProblem } from '../records/bad-record.js'
import type { Records } from '../records/records.js'
import { fileOf, type Check } from './record-check.js'

export const oneRecordEach: Check = { id: 'one-record-each', reads: 'no two substances share an InChIKey', run: unique }

/** Two records of one substance would give it two histories. */
function unique(records: Records): RecordProblem[] {
  const problems: RecordProblem[] = []
  const seen = new Map<string, string>()
  for (const s of records.substances) {
    if (s.inchikey === undefined) continue
    // A racemate is drawn as one of its enantiomers, which may have a record of its own.
    const key = `${s.inchikey} ${s.racemic ?? ''}`
    const other = seen.get(key)
    if (other)
      problems.push({
        file: fileOf(records, `substance:${s.id}`),
        field: 'inchikey',
        found: s.inchikey,
        expected: `another InChIKey than that of ${other}`,
      })
    seen.set(key, s.id)
  }
  return problems
}
