import { cut, type ComparisonCounts } from '../../report/documents.js'
import type { OfficialItem } from '../official/official-text.js'
import type { Reconciliation } from '../official/reconcile.js'
import { isUnaccounted, type Difference } from '../official/reconciliation.js'

/** A general description of each kind of difference, and whether it leaves the law unaccounted for. */
export const differenceReads = {
  missing: 'every entry of the text has a record',
  extra: 'every record in force is in the text',
  moved: 'the record has the place and code given in the text',
  spelling: 'recorded names are those of the text',
  'words changed': 'the wording of a class is that from which its rule was written',
  'words not recorded': 'a rule refers to this wording',
  'words gone': 'the text has the wording from which a rule was written',
} satisfies Record<Difference['kind'], string>

const shownWords = 300

export function differenceText(d: Difference): string {
  switch (d.kind) {
    case 'missing':
      return `no record of "${shown(d.item)}"`
    case 'extra':
      return (
        `${d.list.id}: ${d.entry.substance} (${d.entry.name_in_law}` +
        `${d.entry.entry === undefined ? '' : `, ${d.entry.entry}`}) ` +
        'is in force in the records but not in the text'
      )
    case 'moved':
      return `"${shown(d.item)}" is recorded in ${d.list.id} as ${placeOf(d.entry)} (${d.entry.substance})`
    case 'spelling':
      return `the text has "${shown(d.item)}" where ${d.list.id} has "${d.entry.name_in_law}" (${d.entry.substance})`
    case 'words changed':
      return (
        `the wording differs from that from which ${d.by.map((s) => s.id).join(', ')} ` +
        `${d.by.length === 1 ? 'was' : 'were'} written (sha256 ${d.sha256})`
      )
    case 'words not recorded':
      return `no rule refers to this wording: "${shown(d.item)}" (sha256 ${d.sha256})`
    case 'words gone':
      return `${d.by.id} was written from the wording of ${d.of}, which is not in the text`
  }
}

function placeOf({ entry, code }: { readonly entry?: string | undefined; readonly code?: string | undefined }): string {
  return [entry, code && `code ${code}`].filter((part) => part).join(', ') || 'an entry without a number'
}

function shown(item: OfficialItem): string {
  return cut(item.words, shownWords)
}

/** Name of an item in a report: its position, otherwise its first name. */
export function itemName(item: OfficialItem): string {
  return [item.part, item.path].filter((part) => part !== '').join(' ') || (item.names[0] ?? item.words.slice(0, 60))
}

export function countsOf(r: Reconciliation, text: string): ComparisonCounts {
  const of = (kind: Difference['kind']) => r.differences.filter((d) => d.kind === kind).length
  return {
    text,
    format: r.text.format,
    as_of: r.asOf,
    entries: r.entries,
    matched: r.matched,
    not_structures: r.notStructures,
    missing: of('missing'),
    extra: of('extra'),
    other: r.differences.filter((d) => isUnaccounted(d) && d.kind !== 'missing' && d.kind !== 'extra').length,
    class_items: r.classItems,
    class_items_same: r.classItemsSame,
  }
}

/** Why a file cannot be compared. */
export const reconcileWords = {
  notOfficial: (file: string, code: string, found: string, expected: string) =>
    `${file} is not an official text of ${code} that can be compared: found ${found}; expected ${expected}`,
  noList: (id: string, lists: readonly string[]) => `there is no list ${id}; lists: ${lists.join(', ')}`,
  noDay: (file: string) =>
    `${file} does not say which day it is from; give --as-of, or put the day in its name (list-2026-01-31.csv)`,
} as const
