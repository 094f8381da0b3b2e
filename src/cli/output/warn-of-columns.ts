import type { Source } from '../../batch/index.js'
import { recordWords, printable } from '../../report/index.js'
import type { Host } from '../host.js'
import { warn } from './warn-of-age.js'

const tables: readonly string[] = ['csv', 'tsv', 'xlsx']

/**
 * Warns of columns whose structures were not checked, although their names say that they hold some, and of rows with
 * more cells than the header, whose structure may be in the wrong column.
 * @param cells false if the end of the run reports such rows itself
 */
export function warnOfColumns(sources: readonly Source[], host: Host, cells = true): void {
  warn(columnWarnings(sources, cells), host)
}

export function columnWarnings(sources: readonly Source[], cells: boolean): string[] {
  return sources.flatMap(({ file, format, notes: { structures, sheets, beyond } }) =>
    [
      ...(structures ? [recordWords.otherStructures(structures.others, structures.read)] : []),
      ...(sheets ? [recordWords.otherSheets(sheets)] : []),
      ...(cells && beyond && tables.includes(format) ? [recordWords.beyondHeader(beyond)] : []),
    ].map((text) => printable(`${file}: ${text}`)),
  )
}
