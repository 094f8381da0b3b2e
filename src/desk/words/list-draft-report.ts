import { cut, heading, items, section, text, type Block } from '../../report/documents.js'
import type { Draft, DraftedRow, Failure, Remark } from '../draft/draft-rows.js'
import type { NamesRow } from '../draft/names-table.js'

/** The outcome for a list: counts, points to review, and every remaining row by its line in the file. */
export function draftBlocks(draft: Draft, code: string, folder: string): Block[] {
  const by = (how: DraftedRow['by']) => draft.drafted.filter((d) => d.by === how).length
  const rows = draft.drafted.length + draft.failed.length
  return [
    heading(`Draft of ${code}`, 1),
    text(
      `${rows} rows, ${draft.drafted.length} drafted: ${by('InChIKey')} are recorded substances by ` +
        `InChIKey, ${by('name')} by name only, ${by('CAS')} by CAS number only, ${by('new')} are new ` +
        `(${draft.substances.length} structures). ` +
        `${draft.failed.length} could not be drafted.`,
    ),
    text(
      `Written to ${folder}. Review each entry, add its periods and the scope of its list, and move it to ` +
        'the data folder; a draft without periods does not load.',
    ),
    ...section(
      `Not drafted (${draft.failed.length})`,
      items(draft.failed.map(({ row, why }) => `${place(row)}: ${failureText(why)}`)),
    ),
    ...section(
      'For review',
      items(draft.drafted.flatMap((d) => d.remarks.map((r) => `${place(d.row)}: ${d.substance}: ${remarkText(r)}`))),
    ),
  ]
}

function place({ row, entry, name }: NamesRow): string {
  return `row ${row}${entry === null ? '' : ` (${entry})`}` + `${name === '' ? '' : ` ${cut(name, 70)}`}`
}

function failureText(why: Failure): string {
  switch (why.kind) {
    case 'no name':
      return 'no name'
    case 'unknown words':
      return `unknown words: ${why.words.map((w) => `"${w.text}" at ${w.at}`).join(', ')}; so far "${why.name}"`
    case 'unread':
      return `OPSIN cannot read "${why.name}", and no recorded substance has this name`
    case 'duplicate CAS':
      return `row ${why.first} has the same CAS number ${why.cas}`
    case 'duplicate substance':
      return `it is ${why.substance}, like row ${why.first} of the same list`
    case 'other formula':
      return `the given formula is ${why.given}, but "${why.name}" has ${why.read}`
  }
}

function remarkText(remark: Remark): string {
  switch (remark.kind) {
    case 'other stereo':
      return `same atoms and bonds as ${remark.substances.join(', ')}, other stereo`
    case 'other CAS':
      return `the given CAS number is ${remark.given}, the recorded one ${remark.recorded.join(', ')}`
    case 'CAS of another':
      return `CAS number ${remark.given} is recorded with ${remark.substance}`
    case 'name of another':
      return `one of its names is recorded with ${remark.substance}`
  }
}

/** The draft as a file: entries without periods, and the remaining rows. */
export function draftJson(draft: Draft, code: string, source: string): unknown {
  return {
    draft_of: code,
    source,
    entries: draft.drafted.map(({ row, substance, by, read, remarks }) => ({
      substance,
      name_in_law: row.name,
      ...(row.entry === null ? {} : { entry: row.entry }),
      ...(row.code === null ? {} : { code: row.code }),
      periods: [],
      review: {
        row: row.row,
        ...(row.list === null ? {} : { list: row.list }),
        found_by: by,
        ...(read === null ? {} : { name_read: read }),
        ...(remarks.length > 0 ? { remarks: remarks.map(remarkText) } : {}),
      },
    })),
    left: draft.failed.map(({ row, why }) => ({ row: row.row, name: row.name, why: failureText(why) })),
  }
}

export const draftWords = {
  noTable: (language: string, known: readonly string[]) =>
    `there is no word table ${language}; known tables: ${known.join(', ')}`,
  noNames: (file: string, found: string, expected: string) => `${file}: found ${found}; expected ${expected}`,
  cannotWrite: (folder: string, why: string) =>
    `cannot write ${folder}: ${why}. Give a folder that does not exist yet; drafts never replace anything`,
} as const
