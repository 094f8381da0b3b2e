import { lastDayOf } from '../../matching/index.js'
import { impactErrors } from '../../report/impact/index.js'
import { CannotRun } from '../cannot-run.js'
import type { Host } from '../host.js'
import { openCollection } from '../input/collection.js'

/** Days on which substances were first seen, by name in small letters, from a table with the columns `name` and `first_seen`. */
export async function readFirstSeen(file: string | undefined, host: Host): Promise<Map<string, string>> {
  const seen = new Map<string, string>()
  if (file === undefined) return seen
  let has = false
  for await (const record of openCollection(file, {}, host).source.records) {
    const field = (column: string) => record.fields.find(([name]) => name.trim().toLowerCase() === column)?.[1].trim()
    const [name, day] = [field('name') ?? record.name ?? undefined, field('first_seen')]
    if (name === undefined || day === undefined) continue
    has = true
    if (day === '') continue
    const last = lastDayOf(day)
    if (last === null) throw new CannotRun(impactErrors.badDay(file, name, day))
    seen.set(name.toLowerCase(), last)
  }
  if (!has) throw new CannotRun(impactErrors.noColumns(file))
  return seen
}
