import type { Day } from '../schema/day.js'
import type { Entry } from '../schema/list.js'
import type { Rule } from '../schema/rule.js'

/** The official code of an entry on a day. */
export function codeOfEntry(
  { code, former_codes: former }: Pick<Entry, 'code' | 'former_codes'>,
  asOf: Day,
): string | null {
  return former?.find(({ until }) => asOf < until)?.code ?? code ?? null
}

/** Every code that an entry has had. */
export function codesOfEntry({ code, former_codes: former }: Pick<Entry, 'code' | 'former_codes'>): string[] {
  return [...(former ?? []).map((f) => f.code), ...(code === undefined ? [] : [code])]
}

/** The official code of a class on a day. */
export function codeOfRule({ code, code_from: from }: Pick<Rule, 'code' | 'code_from'>, asOf: Day): string | null {
  return from !== undefined && asOf < from ? null : (code ?? null)
}
