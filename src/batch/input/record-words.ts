import type { JurisdictionRecords } from '../../law/index.js'

/** Problems of records that never reach the structure reader. */
export const recordWords = {
  comment: 'a comment line',
  died: 'it crashed the structure reader',
  longLine: (bytes: number) => `${bytes} bytes in one line`,
  // Its cells are unknown, so only the line itself can identify it.
  openQuote: (row: number, line: string) => `a quote opened in row ${row} is never closed: ${line.slice(0, 60)}`,
  lostText: 'a cell refers to a text that the workbook does not have',
  unsaved: 'a cell has a formula whose value the workbook does not have; save it in a spreadsheet program',
  longRecord: (characters: number) => `a record of over ${characters} characters`,
  emptyRecord: 'an empty record',
  cutRecord: 'the record ends before M  END',
  noCounts: 'no counts line',
  rgFile: 'an RG file; write its R-groups as a V3000 mol block',
  noObject: 'no JSON object',
  noFields: 'no field with a structure, InChI, CAS number or name',
  tooWide: (fields: number, most: number) => `${fields} fields in one record, at most ${most} are read`,
  tooDeep: (levels: number) => `JSON nested more than ${levels} levels deep`,
  tooLarge: (bytes: number, most: number) => `it has ${bytes} bytes, at most ${most} are read`,
  version: (name: string) => `unknown version ${name}`,
  beyond: (rows: number) =>
    `${rows} ${rows === 1 ? 'row has values' : 'rows have values'} in columns that do not occur at the ` +
    'beginning of the file; these were not written (--format ndjson keeps them)',
  beyondHeader: (rows: number) =>
    `${rows} ${rows === 1 ? 'row has' : 'rows have'} more cells than the header; check that the others ` +
    'are in their columns',
  noProperty: (name: string) => `no record has the property ${name}; --columns id was ignored`,
  otherStructures: (others: readonly string[], read: string) =>
    `${others.length === 1 ? `the column ${others[0]} is` : `the columns ${others.join(', ')} are`} not ` +
    `checked, only ${read}; if the structures differ, check each with --columns smiles=NAME`,
  otherSheets: (others: readonly string[]) => `only the first sheet was read, not ${others.join(', ')} (--sheet)`,
  row: (row: number) => `row ${row}`,
  member: (member: number, of: number, why: string) =>
    `Member ${member} of ${of} cannot be read, so the set is not judged: ${why}`,
  joined: (rows: number, sets: number) =>
    `${rows} rows that share a value in the column set ` +
    `are ${sets} ${sets === 1 ? 'answer' : 'answers'}: each is one substance that is only partly known`,
  brokenSet: (set: string, first: number, row: number) =>
    `the rows of the set ${set} do not follow one another (rows ${first} and ${row}); sort the file by set, or ` +
    `rename the column set if its values are no sets of structures`,
  largeSet: (set: string, most: number) =>
    `more than ${most} rows have the set ${set}; rename the column set if its values are no sets of structures`,
  ownDay: (name: string, day: string) =>
    `each row is judged by the law of the day in ${name}, or of ${day} where there is none (--ignore-dates: all by ` +
    `that of ${day})`,
  begin: (laws: readonly JurisdictionRecords[]) =>
    `records begin on these days, and earlier control is not included: ${laws.map(beginning).join(', ')}`,
  dateUnused: (name: string, day: string) =>
    `the dates in ${name} are not used: all rows are judged by the law of ${day} (a column as_of gives a day for each)`,
  ownDayIgnored: (name: string, day: string) =>
    `the days in ${name} are ignored: all rows are judged by the law of ${day}`,
  ownDayUnused: (name: string) => `the days in ${name} are not used: the days of the comparison apply to all rows`,
  header: (line: string) => `line 1 was taken as a header: ${line.slice(0, 60)}`,
} as const

const beginning = ({ jurisdiction: { code, records_from: from } }: JurisdictionRecords) => `${code} ${from ?? '?'}`
