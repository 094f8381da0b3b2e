import type { Part } from '../schema/fields.js'
import { mostPatternCharacters, mostPatternNesting } from '../../limits.js'
import { BadRecord } from '../records/bad-record.js'
import { longest, type Written, type WrittenPattern } from '../records/records.js'

const name = /\{([a-z][a-z0-9-]*)\}/g

/** Fields that hold patterns, in every kind of record. */
const patternFields = new Set(['smarts', 'wide', 'at', 'root', 'core', 'every', 'some', 'none', 'is', 'over'])

/**
 * A record in which each part name is replaced by its text, without `parts`; and the original patterns.
 * @throws {BadRecord} for a part that is unknown, named twice, contains itself or does not fit where it is used
 */
export function expand<T>(value: T, file: string, shared: readonly Part[] = []): { value: T; written: Written } {
  const own: readonly Part[] = (value as { parts?: readonly Part[] }).parts ?? []
  const expander = new Expander(file, shared, own)
  const whole = Object.fromEntries(
    Object.entries(value as object)
      .filter(([key]) => key !== 'parts')
      .map(([key, v]) => [key, expander.at(v, key, key)]),
  )
  const { used, patterns } = expander
  return { value: whole as T, written: { own, used: [...used], patterns } }
}

/** The parts that the patterns of a file may use, and what they were used for. */
class Expander {
  readonly used = new Set<Part>()
  readonly patterns: WrittenPattern[] = []
  readonly #file: string
  readonly #known: Map<string, Part>

  constructor(file: string, shared: readonly Part[], own: readonly Part[]) {
    this.#file = file
    this.#known = new Map(shared.map((part) => [part.id, part]))
    for (const [i, part] of own.entries()) {
      if (this.#known.has(part.id)) throw this.#bad(`parts[${i}].id`, part.id, 'another name: a part has this one')
      this.#known.set(part.id, part)
    }
    for (const [i, part] of own.entries()) this.#patternAt(part.smarts, `parts[${i}].smarts`, [part.id])
  }

  at(value: unknown, key: string, field: string): unknown {
    if (typeof value === 'string') return patternFields.has(key) ? this.#patternAt(value, field) : value
    if (Array.isArray(value)) return value.map((v, i) => this.at(v, key, `${field}[${i}]`))
    if (typeof value !== 'object' || value === null) return value
    // `value` belongs to a field that differs between versions.
    return Object.fromEntries(
      Object.entries(value).map(([k, v]) => [k, this.at(v, k === 'value' ? key : k, `${field}.${k}`)]),
    )
  }

  #patternAt(smarts: string, field: string, within: readonly string[] = []): string {
    const whole = this.#bounded(this.#wholeOf(smarts, field, within), field)
    if (whole !== smarts || smarts.length > longest) this.patterns.push({ field, smarts })
    return whole
  }

  #wholeOf(smarts: string, field: string, within: readonly string[]): string {
    let done = ''
    let end = 0
    for (const found of smarts.matchAll(name)) {
      const [braced, id] = found as unknown as [string, string]
      const part = this.#known.get(id)
      if (!part)
        throw this.#bad(field, braced, `a name in parts: ${[...this.#known.keys()].join(', ') || 'there is none'}`)
      if (within.includes(id)) throw this.#bad(field, braced, 'a part that does not contain itself')
      this.used.add(part)
      done += smarts.slice(end, found.index)
      end = found.index + braced.length
      const whole = this.#wholeOf(part.smarts, field, [...within, id])
      const expected = whyNot(whole, done, smarts.slice(end))
      if (expected !== null) throw this.#bad(field, braced, expected)
      // At each step: parts of parts grow fast.
      done = this.#bounded(done + whole, field)
    }
    return done + smarts.slice(end)
  }

  #bounded(whole: string, field: string): string {
    if (whole.length > mostPatternCharacters)
      throw this.#bad(
        field,
        `a pattern of ${whole.length} characters`,
        `at most ${mostPatternCharacters}, parts included`,
      )
    const nesting = nestingOf(whole)
    if (nesting > mostPatternNesting)
      throw this.#bad(field, `brackets nested ${nesting} deep`, `at most ${mostPatternNesting}, parts included`)
    return whole
  }

  #bad(field: string, found: string, expected: string): BadRecord {
    return BadRecord.at(this.#file, field, found, expected)
  }
}

function nestingOf(smarts: string): number {
  let open = 0
  let most = 0
  for (const character of smarts)
    if (character === '[' || character === '(') most = Math.max(most, ++open)
    else if (character === ']' || character === ')') open--
  return most
}

/**
 * What a part would have to be to be used between `before` and `after`; null if it fits. Expanded text must mean the
 * same there as by itself: alternatives are not cut apart, and the rings of a part do not join others. It may close a
 * ring that is open where it is used.
 */
export function whyNot(whole: string, before: string, after: string): string | null {
  const between = outside(whole, '[(', '])')
  if (/[,;]/.test(between)) {
    const joins = between.includes(';') ? ';' : ';,'
    return new RegExp(`(?:^|[[${joins}])$`).test(before) && new RegExp(`^(?:$|[\\]:${joins}])`).test(after)
      ? null
      : `alternatives that stand between [ ] or ${joins.split('').join(' and ')}`
  }
  if (depthAt(before) > 0) return null
  const open = openRings(before)
  const ends = openRings(whole)
  if ([...ends].some((n) => !open.has(n))) return 'a part that opens no ring for others to close'
  return ringNumbers(whole).some((n) => open.has(n) && !ends.has(n)) ? 'ring numbers that are not open there' : null
}

/** A pattern with blanks in place of brackets, as of these kinds, and their contents. */
function outside(smarts: string, opening: string, closing: string): string {
  let depth = 0
  const kept = [...smarts].map((c) => {
    if (opening.includes(c)) depth++
    const own = depth === 0 ? c : ' '
    if (closing.includes(c)) depth--
    return own
  })
  return kept.join('')
}

function depthAt(before: string): number {
  return before.split('[').length - before.split(']').length
}

function openRings(smarts: string): Set<string> {
  const open = new Set<string>()
  for (const n of ringNumbers(smarts)) if (!open.delete(n)) open.add(n)
  return open
}

function ringNumbers(smarts: string): string[] {
  return [...outside(smarts, '[', ']').matchAll(/%\d\d|\d/g)].map(([n]) => n)
}
