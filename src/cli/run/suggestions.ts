import { suggestedNames, openSource, writeWhole } from '../../batch/index.js'
import { Reader } from '../../chem/index.js'
import { Resolver } from '../../identifiers/index.js'
import type { LawIndex } from '../../matching/index.js'
import { csvLine } from '../../report/index.js'
import { CannotRun, type Host } from '../host.js'
import { readAs, type BatchFile } from '../input/collection.js'
import type { Options } from '../options.js'

const header = ['file', 'row', 'id', 'given', 'name', 'guess', 'other guesses']

/** @throws {CannotRun} if the input can be read only once */
export function checkSuggest(files: readonly BatchFile[], { suggest }: Options): void {
  if (suggest === undefined) return
  const once = files.find(({ size }) => size === null)
  if (once) throw new CannotRun(`--suggest reads ${once.file} twice, which needs a file on disk`)
}

/** What was written, and what to do with it. */
export const suggestedWords = (file: string, count: number) =>
  `${file}: ${count} ${count === 1 ? 'name is' : 'names are'} not recorded. Copy right guesses to its column "name", ` +
  `then: coverage batch ${file}`

/**
 * Writes a table of names that no record has, with recorded names spelled like them. Its column `name` is empty: who
 * confirms a guess copies it there, and the table is then an input of its own.
 * @returns how many names it has
 */
export async function writeSuggestions(
  to: string,
  files: readonly BatchFile[],
  options: Options,
  law: LawIndex,
  host: Host,
): Promise<number> {
  const mixed = options.lookup ?? false
  const resolver = new Resolver(law, () => Reader.start())
  const lines: string[] = []
  for (const { file, format } of files) {
    const { chunks } = openSource(file, format, host.stdin, readAs(options, mixed))
    for await (const { record, given, similar } of suggestedNames(chunks, resolver, mixed)) {
      const [guess = '', ...others] = similar
      lines.push(csvLine([file, `${record.row}`, record.name ?? '', given, '', guess, others.join('; ')]))
    }
  }
  await writeWhole(to, csvLine(header) + lines.join(''))
  return lines.length
}
