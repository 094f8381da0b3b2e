import type { Part } from '../schema/fields.js'
import { BadRecord, type RecordProblem } from '../records/bad-record.js'
import type { LoadedFile } from '../schema/record-kinds.js'
import { expand } from './expand.js'
import type { Written } from '../records/records.js'

const withPatterns = new Set(['rule', 'versions', 'term', 'jurisdiction', 'list', 'reading'])

/** Files with the parts of patterns expanded, and each file's original patterns. `under`: those of base records. */
export function expandFiles(
  loaded: readonly LoadedFile[],
  under: ReadonlyMap<string, Written> = new Map(),
): { loaded: LoadedFile[]; written: Map<string, Written> } {
  const written = new Map(under)
  const problems: RecordProblem[] = []
  for (const { kind, place, file, value } of loaded) {
    if (kind !== 'parts') continue
    const shares = place.replace(/parts\.json$/, '')
    attempt(() => {
      const { used, patterns } = expand({ parts: value }, file, shares === '' ? [] : sharedWith(shares)).written
      written.set(file, {
        shares,
        own: value,
        used,
        patterns: patterns.map((p) => ({ ...p, field: p.field.slice(5) })),
      })
    })
  }
  const whole = loaded.map((one) => {
    if (!withPatterns.has(one.kind)) return one
    return (
      attempt(() => {
        const { value, written: own } = expand(one.value, one.file, sharedWith(one.place))
        if (own.own.length > 0 || own.patterns.length > 0) written.set(one.file, own)
        return { ...one, value } as LoadedFile
      }) ?? one
    )
  })
  if (problems.length > 0) throw new BadRecord(problems)
  return { loaded: whole, written }

  function sharedWith(place: string): Part[] {
    const found = new Map<string, Part>()
    for (const { shares, own } of written.values())
      if (shares !== undefined && place.startsWith(shares)) for (const part of own) found.set(part.id, part)
    return [...found.values()]
  }

  function attempt<T>(run: () => T): T | undefined {
    try {
      return run()
    } catch (error) {
      if (!(error instanceof BadRecord)) throw error
      problems.push(...error.problems)
      return undefined
    }
  }
}
