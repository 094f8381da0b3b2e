import { lastDayOf } from '../../matching/index.js'
import { CannotRun, type Host } from '../host.js'
import { openTable } from '../input/collection.js'
import { impactErrors } from '../impact-errors.js'

/** Days on which substances were first seen, by lower-case name, from a table (`name`, `first_seen`). */
export async function readFirstSeen(file: string | undefined, host: Host): Promise<Map<string, string>> {
  const seen = new Map<string, string>()
  if (file === undefined) return seen
  let has = false
  for await (const record of openTable(file, {}, host).records) {
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
