import { mkdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Option } from 'commander'
import { writeWhole } from '../../../batch/index.js'
import { Reader, UnreadableStructure } from '../../../chem/index.js'
import {
  draftBlocks,
  draftJson,
  draftRows,
  draftWords as words,
  namesOf,
  NotOfficial,
  readNamesTable,
  type NamesRow,
  type ReadName,
} from '../../../desk/index.js'
import { substance, canonicalText } from '../../../law/authoring.js'
import { jurisdictionCode } from '../../../identifiers/index.js'
import { CannotRun, type AddCommand, type Host } from '../../host.js'
import { loadRecords, withDataOptions } from '../../law-files/law-data.js'
import type { Given } from '../../options.js'
import { print } from '../law/print.js'
import { readNames } from './opsin.js'
import { officialRows } from './official-texts.js'

/** `coverage law draft`: exit code 0 if every row was drafted, 1 if some are left, 2 if it could not run. */
export const addDraft: AddCommand = (law, host, done) => {
  withDataOptions(
    law
      .command('draft')
      .description(
        'Drafts records from an official list: names become English word by word, OPSIN reads them, and structures ' +
          'are matched with recorded ones. Drafts load only when somebody has reviewed them.',
      ),
  )
    .argument('<jurisdiction>', 'code or name of the law, recorded or new (JP, Japan ...)')
    .argument('<names.csv>', 'CSV with the columns name[,systematic,list,entry,code,cas,formula]')
    .addOption(new Option('-o, --output <folder>', 'folder to write; it may not exist yet').makeOptionMandatory())
    .option('--language <code>', 'word table to use (default: that of the jurisdiction, else English)')
    .action(async (jurisdiction: string, file: string, options: Given<'output'>) =>
      done(await run(jurisdictionCode(jurisdiction), file, options, host)),
    )
}

async function run(code: string, file: string, options: Given<'output'>, host: Host): Promise<number> {
  const records = loadRecords(options)
  const tables = records.words ?? []
  const table = options.language
    ? tables.find((t) => t.id === options.language)
    : (tables.find((t) => t.jurisdictions.includes(code)) ?? null)
  if (table === undefined) throw new CannotRun(words.noTable(options.language!, ['en', ...tables.map((t) => t.id)]))
  const rows = rowsIn(file)
  const names = [
    ...new Set(
      rows.flatMap((row) =>
        row.name === ''
          ? []
          : namesOf(row, table)
              .filter((n) => n.unknown.length === 0)
              .map((n) => n.name),
      ),
    ),
  ]
  const read = await readByOpsin(names, host)
  const source = basename(file)
  const draft = draftRows(rows, records, table, (name) => read.get(name) ?? null, source)
  const write = (place: string, text: string) => writeWhole(join(options.output, place), text)
  try {
    mkdirSync(options.output)
    mkdirSync(join(options.output, 'substances'))
    for (const s of draft.substances) await write(`substances/${s.id}.json`, canonicalText(substance, s))
    await write(`${code.toLowerCase()}.draft.json`, `${JSON.stringify(draftJson(draft, code, source), null, 2)}\n`)
  } catch (error) {
    throw new CannotRun(words.cannotWrite(options.output, (error as Error).message))
  }
  print(host, {}, draftBlocks(draft, code, options.output))
  return draft.failed.length > 0 ? 1 : 0
}

function rowsIn(file: string): NamesRow[] {
  try {
    return readNamesTable(officialRows(readFileSync(file, 'utf8')))
  } catch (error) {
    if (error instanceof NotOfficial) throw new CannotRun(words.noNames(file, error.found, error.expected))
    throw new CannotRun(`${file}: ${(error as Error).message}`)
  }
}

/** The names as read by OPSIN and RDKit. A structure that RDKit rejects counts as none. */
async function readByOpsin(names: readonly string[], host: Host): Promise<Map<string, ReadName>> {
  const drawn = readNames(names, host.env)
  const reader = await Reader.start()
  const found = new Map<string, ReadName>()
  for (const [i, name] of names.entries()) {
    const smiles = drawn[i]
    if (smiles === null || smiles === undefined) continue
    await reader.ready()
    const read = structureOf(reader, smiles)
    if (read) found.set(name, read)
  }
  return found
}

function structureOf(reader: Reader, text: string): ReadName | null {
  try {
    return reader.read(text, ({ smiles, inchikey, formula }) =>
      inchikey === null ? null : { smiles, formula, inchikey },
    )
  } catch (error) {
    if (error instanceof UnreadableStructure && error.problem.code !== 'engine-failure') return null
    throw error
  }
}
