import { mostPatternCharacters, mostPatternNesting } from '../../limits.js'
import { BadRecord } from '../records/bad-record.js'
import { whyNot } from './fits.js'
import type { Part } from '../schema/part.js'
import { longest, type Written, type WrittenPattern } from '../records/written-patterns.js'

const name = /\{([a-z][a-z0-9-]*)\}/g

/** Fields that hold patterns, in every kind of record. */
const patternFields = new Set(['smarts', 'wide', 'at', 'root', 'core', 'every', 'some', 'none', 'is', 'over'])

/**
 * A record in which each part name is replaced by its text, without `parts`; and the original patterns.
 * @throws {BadRecord} for a part that is unknown, named twice, contains itself or does not fit where it is used
 */
export function expand<T>(value: T, file: string, shared: readonly Part[] = []): { value: T; written: Written } {
  const own: readonly Part[] = (value as { parts?: readonly Part[] }).parts ?? []
  const known = new Map(shared.map((part) => [part.id, part]))
  const used = new Set<Part>()
  const patterns: WrittenPattern[] = []
  own.forEach((part, i) => {
    if (known.has(part.id)) throw bad(`parts[${i}].id`, part.id, 'another name: a part has this one')
    known.set(part.id, part)
  })
  own.forEach((part, i) => patternAt(part.smarts, `parts[${i}].smarts`, [part.id]))
  const whole = Object.fromEntries(
    Object.entries(value as object)
      .filter(([key]) => key !== 'parts')
      .map(([key, v]) => [key, at(v, key, key)]),
  )
  return { value: whole as T, written: { own, used: [...used], patterns } }

  function at(value: unknown, key: string, field: string): unknown {
    if (typeof value === 'string') return patternFields.has(key) ? patternAt(value, field) : value
    if (Array.isArray(value)) return value.map((v, i) => at(v, key, `${field}[${i}]`))
    if (typeof value !== 'object' || value === null) return value
    // `value` belongs to a field that differs between versions.
    return Object.fromEntries(
      Object.entries(value).map(([k, v]) => [k, at(v, k === 'value' ? key : k, `${field}.${k}`)]),
    )
  }

  function patternAt(smarts: string, field: string, within: readonly string[] = []): string {
    const whole = bounded(wholeOf(smarts, field, within), field)
    if (whole !== smarts || smarts.length > longest) patterns.push({ field, smarts })
    return whole
  }

  function wholeOf(smarts: string, field: string, within: readonly string[]): string {
    let done = ''
    let end = 0
    for (const found of smarts.matchAll(name)) {
      const [braced, id] = found as unknown as [string, string]
      const part = known.get(id)
      if (!part) throw bad(field, braced, `a name in parts: ${[...known.keys()].join(', ') || 'there is none'}`)
      if (within.includes(id)) throw bad(field, braced, 'a part that does not contain itself')
      used.add(part)
      done += smarts.slice(end, found.index)
      end = found.index + braced.length
      const whole = wholeOf(part.smarts, field, [...within, id])
      const expected = whyNot(whole, done, smarts.slice(end))
      if (expected !== null) throw bad(field, braced, expected)
      // At each step: parts of parts grow fast.
      done = bounded(done + whole, field)
    }
    return done + smarts.slice(end)
  }

  function bounded(whole: string, field: string): string {
    if (whole.length > mostPatternCharacters)
      throw bad(field, `a pattern of ${whole.length} characters`, `at most ${mostPatternCharacters}, parts included`)
    const nesting = nestingOf(whole)
    if (nesting > mostPatternNesting)
      throw bad(field, `brackets nested ${nesting} deep`, `at most ${mostPatternNesting}, parts included`)
    return whole
  }

  function bad(field: string, found: string, expected: string): BadRecord {
    return new BadRecord([{ file, field, found, expected }])
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
