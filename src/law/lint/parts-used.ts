import type { RecordProblem } from '../records/bad-record.js'
import { longest } from '../records/written-patterns.js'
import type { Records } from '../records/records.js'
import type { Check } from './record-check.js'

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
