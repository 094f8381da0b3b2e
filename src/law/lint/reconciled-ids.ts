import type { RecordProblem } from '../records/bad-record.js'
import type { Records } from '../records/records.js'
import { fileOf, type Check } from './record-check.js'

export const reconciledIsRecorded: Check = {
  id: 'reconciled',
  reads: 'lists and rules that were compared with an official text are still recorded',
  run: namesWhatIsRecorded,
}

function namesWhatIsRecorded(records: Records): RecordProblem[] {
  return records.jurisdictions.flatMap((j) => {
    const lists = new Set(j.lists.map((l) => l.id))
    const written = new Set([
      ...j.rules.map((r) => r.id),
      ...j.lists.flatMap((l) => [`${l.id} scope`, ...l.entries.map((e) => `${l.id} ${e.substance}`)]),
    ])
    const file = fileOf(records, `reconciled:${j.jurisdiction.code}`)
    return (j.reconciled ?? []).flatMap((r, i) => [
      ...r.lists
        .filter((id) => !lists.has(id))
        .map((id) => ({
          file,
          field: `[${i}].lists`,
          found: id,
          expected: 'the id of a list; compare again with: npm run reconcile',
        })),
      ...r.written_from
        .filter((id) => !written.has(id))
        .map((id) => ({
          file,
          field: `[${i}].written_from`,
          found: id,
          expected: 'the id of a rule or entry; compare again with: npm run reconcile',
        })),
    ])
  })
}
