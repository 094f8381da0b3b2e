import type { RecordProblem } from '../records/bad-record.js'
import { longest, type Records } from '../records/records.js'
import { type Check, fileOf } from './references.js'

export const partsAreUsed: Check = {
  id: 'parts',
  reads: `a pattern as written is at most ${longest} characters, and every part of patterns is used`,
  run: (records) => [...longPatterns(records), ...unusedParts(records)],
}

function longPatterns({ written = new Map() }: Records): RecordProblem[] {
  return [...written].flatMap(([file, { patterns }]) =>
    patterns
      .filter(({ smarts }) => smarts.length > longest)
      .map(({ field, smarts }) => ({
        file,
        field,
        found: `a pattern of ${smarts.length} characters`,
        expected: `at most ${longest}, with named parts`,
      })),
  )
}

function unusedParts({ written = new Map() }: Records): RecordProblem[] {
  const used = new Set([...written.values()].flatMap((w) => w.used))
  return [...written].flatMap(([file, { own, shares }]) =>
    own.flatMap((part, i) =>
      used.has(part)
        ? []
        : [
            {
              file,
              field: `${shares === undefined ? 'parts' : ''}[${i}]`,
              found: part.id,
              expected: `{${part.id}} in a pattern`,
            },
          ],
    ),
  )
}

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
