import type { DeclaredOn, Entry, List, Period, Gap, JurisdictionRecords } from '../../law/index.js'
import { controlWords } from '../words/finding-words.js'
import { heading, items, section, table, text, type Block } from '../document/model.js'
import { patternWords } from './patterns.js'
import { wantedWords } from '../words/wanted-words.js'
import { count } from '../../remembered.js'

export function listBlocks({ jurisdiction, list }: { jurisdiction: string; list: List }): Block[] {
  const { records_from: from } = list
  return [
    heading(`${list.name} (${list.id})`, 1),
    text(
      `${jurisdiction}, ${controlWords[list.control]}; ` +
        (from === null ? 'not known to be complete for any day' : `intended to be complete from ${from}`) +
        `.${list.note ? ` ${list.note}` : ''}`,
    ),
    ...section('Scope', items(list.scope.map(scopeWords))),
    ...section('Official counts', items((list.declared ?? []).map(declaredWords))),
    ...section('Unconfirmed', items(unconfirmedOf(list))),
    ...section(
      `Entries (${list.entries.length})`,
      table(
        ['No.', 'Name in law', 'Record', 'In force', 'Citation'],
        list.entries.flatMap((e) =>
          e.periods.map((p, i) => [
            i === 0 ? [e.entry, codeWords(e)].filter(Boolean).join(' / ') : '',
            i === 0 ? e.name_in_law + (e.limited_to ? ` [limited to: ${e.limited_to}]` : '') : '',
            i === 0 ? e.substance : '',
            spanWords(p),
            joined([p.cite, p.extends_to ? `extends to ${extendsWords(p.extends_to)}` : '', unconfirmedWords(p)]),
          ]),
        ),
      ),
    ),
  ]
}

type Span = {
  readonly from: string | null
  readonly until: string | null
  readonly in_force_by?: string | undefined
  readonly unconfirmed?: readonly string[] | undefined
}

/** "since 2019-05-01", "2019-05-01 until 2025-07-21"; the second date is the first day no longer in force. */
export function spanWords(span: Span): string {
  const mark = span.unconfirmed?.includes('from') ? ' (unconfirmed)' : ''
  const end = span.unconfirmed?.includes('until') ? ' (unconfirmed)' : ''
  const start =
    span.from ?? (span.in_force_by ? `in force by ${span.in_force_by}, first day unknown` : 'first day unknown')
  if (span.until === null) return span.from === null ? start : `since ${start}${mark}`
  return `${start}${mark} until ${span.until}${end}`
}

/** "in force since 2019-05-01", "proposed since 2026-03-01", without repeating "in force". */
export function statusAndSpan(period: Span & { readonly status: 'in force' | 'proposed' }): string {
  const span = spanWords(period)
  return span.startsWith(period.status) ? span : `${period.status} ${span}`
}

/** What a period extends to, and its citation with all that is noted of it. */
export function periodCells(p: Pick<Period, 'extends_to' | 'unconfirmed' | 'cite' | 'url' | 'note'>): [string, string] {
  return [extendsWords(p.extends_to, p.unconfirmed), joined([p.cite, p.url, p.note, unconfirmedWords(p)])]
}

/** "salts, optical isomers", "the substance alone". */
function extendsWords(extendsTo: Period['extends_to'], unconfirmed?: readonly string[]): string {
  if (extendsTo === undefined) return 'see the scope of the list'
  const mark = unconfirmed?.includes('extends_to') ? ' (unconfirmed)' : ''
  return (extendsTo.length === 0 ? 'the substance alone' : extendsTo.join(', ')) + mark
}

/** What is unverified about a period, in words that a reader of the record can act on. */
export function unconfirmedWords(p: { readonly unconfirmed?: readonly string[] | undefined }): string {
  return p.unconfirmed && p.unconfirmed.length > 0
    ? `unconfirmed: ${p.unconfirmed.map((field) => fieldWords[field] ?? field).join(', ')}`
    : ''
}

const fieldWords: Readonly<Record<string, string>> = {
  from: 'first day',
  until: 'last day',
  cite: 'citation',
  effective: 'effective date',
  published: 'date of publication',
  extends_to: 'which salts, isomers, esters and ethers it extends to',
  entry: 'number of the entry',
  code: 'code',
  reads: 'wording',
  count: 'number',
}

/** Words of the law with their citation, and what is unverified about them. */
export function citedWords(of: Parameters<typeof unconfirmedWords>[0] & { reads: string; cite: string }): string {
  return `${of.reads} (${of.cite})${of.unconfirmed ? ` [${unconfirmedWords(of)}]` : ''}`
}

export function scopeWords(scope: Span & Parameters<typeof citedWords>[0]): string {
  return `${spanWords(scope)}: ${citedWords(scope)}`
}

/** "135 entries (UNODC, 2020-01-01); 133 recorded: ..." */
export function declaredWords(d: Omit<DeclaredOn, 'on' | 'cite'> & { on?: string; cite?: string }): string {
  const source = [d.on, d.cite].filter((part) => part !== undefined).join('; ')
  const recorded = d.recorded === undefined ? 'all recorded' : `${d.recorded} recorded: ${d.why}`
  return `${d.count} ${d.of}${source ? ` (${source})` : ''}${d.unconfirmed ? ' [unconfirmed]' : ''}; ${recorded}`
}

export function entryLabel(entry: Entry): string {
  return [entry.entry, entry.code ? `code ${codeWords(entry)}` : null].filter(Boolean).join(', ')
}

/** "7000 (before 2026-02-19: 7297)" */
function codeWords({ code, former_codes: former }: Pick<Entry, 'code' | 'former_codes'>): string {
  return former === undefined
    ? (code ?? '')
    : `${code} (${former.map((f) => `before ${f.until}: ${f.code}`).join('; ')})`
}

/** The unverified fields of a whole list, with counts. */
export function unconfirmedOf(list: List): string[] {
  const fields = new Map<string, number>()
  for (const e of list.entries) for (const p of e.periods) for (const field of p.unconfirmed ?? []) count(fields, field)
  return [...fields].map(([field, n]) => `${n} with unconfirmed ${fieldWords[field] ?? field}`)
}

/** Parts of one cell, joined; empty ones are omitted, and only the last keeps its full stop. */
function joined(parts: readonly (string | undefined)[]): string {
  const said = parts.filter((part): part is string => part !== undefined && part !== '')
  return said.map((part, i) => (i < said.length - 1 ? part.replace(/\.$/, '') : part)).join('; ')
}

/** The known gaps of each jurisdiction on a day: description, citation, days, and what may be affected. */
export function gapBlocks(
  found: readonly { readonly records: JurisdictionRecords; readonly gaps: readonly Gap[] }[],
  on: string,
): Block[] {
  if (found.every(({ gaps }) => gaps.length === 0))
    return [text(`No known gap on ${on}. A substance that is not found may still be controlled.`)]
  return found
    .filter(({ gaps }) => gaps.length > 0)
    .flatMap(({ records, gaps }) => [
      heading(
        `${records.jurisdiction.name} (${records.jurisdiction.code}) on ${on}: ${gaps.length} known ` +
          `${gaps.length === 1 ? 'gap' : 'gaps'}`,
        1,
      ),
      ...gaps.flatMap(gapBlock),
      ...items(wantedWords(records.jurisdiction.wanted ?? [])),
    ])
}

function gapBlock(gap: Gap): Block[] {
  const reached = patternWords('May affect', gap.reaches)
  return [
    heading(gap.id),
    text(`${gap.reads} (${gap.cite}; ${spanWords(gap)})`),
    ...items([
      ...reached,
      ...patternWords('Does not affect', gap.unless),
      ...(gap.reaches_controlled_in ?? []).map((code) => `May affect: whatever ${code} controls as a drug`),
      ...(reached.length === 0 && !gap.reaches_controlled_in
        ? ['It changes no verdict: no structure that it may affect is known.']
        : []),
    ]),
  ]
}
