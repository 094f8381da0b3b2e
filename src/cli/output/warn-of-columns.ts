import type { Source } from '../../batch/index.js'
import { recordWords } from '../../report/index.js'
import { printable } from '../../report/text/index.js'
import type { Host } from '../host.js'

/** Warns of columns whose structures were not checked, although their names say that they hold some. */
export function warnOfColumns(sources: readonly Source[], host: Host): void {
  for (const text of columnWarnings(sources)) host.stderr.write(`coverage: warning: ${text}\n`)
}

export function columnWarnings(sources: readonly Source[]): string[] {
  return sources.flatMap(({ file, notes: { structures } }) =>
    structures ? [printable(`${file}: ${recordWords.otherStructures(structures.others, structures.read)}`)] : [],
  )
}
