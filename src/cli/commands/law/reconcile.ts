import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'
import { basename } from 'node:path'
import { Option, type Command } from 'commander'
import { isRealDay } from '../../../law/index.js'
import { isUnaccounted, NotOfficial, reconcile } from '../../../law/official/index.js'
import { jurisdictionCode } from '../../../identifiers/index.js'
import { UnknownName } from '../../../matching/index.js'
import { githubAnnotations, junit, sarif, type Inspection } from '../../../report/index.js'
import {
  reconcileWords as words,
  reconciliationBlocks,
  reconciliationCases,
  reconciliationJson,
  toText,
} from '../../../report/law/index.js'
import { CannotRun } from '../../cannot-run.js'
import type { Host } from '../../host.js'
import { loadRecords, withDataOptions, type DataOptions } from '../../law-files/law-data.js'
import { asDay } from '../../options.js'
import { version } from '../../output/run-info.js'
import { rowsOf } from '../../law-files/positions-file.js'
import { jsonLines } from './print.js'

const formats = ['plain', 'json', 'sarif', 'junit', 'github'] as const

interface ReconcileFlags extends DataOptions {
  asOf?: string
  list?: string[]
  format: (typeof formats)[number]
  explain?: boolean
}

/**
 * `coverage law reconcile`: exit code 0 if everything is accounted for, 1 if not, 2 if a file is not a text of that
 * law.
 */
export function addReconcile(law: Command, host: Host, done: (code: number) => void): void {
  withDataOptions(
    law
      .command('reconcile')
      .description(
        'Compares the records of a jurisdiction with official texts that you downloaded: what is missing, extra, moved or spelled differently, and whether class rules still have the wording they were written from.',
      ),
  )
    .argument('<jurisdiction>', 'code or name: CA, DE, Germany ...')
    .argument(
      '<file...>',
      'XML of Justice Laws, gesetze-im-internet.de, ecfr.gov, legislation.gov.uk or EUR-Lex, or CSV with the columns entry,name[,code,cas,list]',
    )
    .option(
      '--as-of <day>',
      'compare with what is in force on this day (YYYY-MM-DD; default: the day given in the file)',
      asDay,
    )
    .option('--list <ids>', 'which lists the text is, if it does not say so (CSV), comma-separated', (ids: string) =>
      ids.split(','),
    )
    .addOption(new Option('--format <format>', 'output format').choices(formats).default('plain'))
    .option('--explain', 'print the words and the hash of every class item, for recording with its rule')
    .action(async (jurisdiction: string, files: string[], options: ReconcileFlags) =>
      done(await run(jurisdictionCode(jurisdiction), files, options, host)),
    )
}

async function run(code: string, files: readonly string[], options: ReconcileFlags, host: Host): Promise<number> {
  if (files.length > 1 && (options.format === 'sarif' || options.format === 'junit'))
    throw new CannotRun(`--format ${options.format} writes one document; give one file`)
  const records = loadRecords(options)
  const known = records.jurisdictions.map((j) => j.jurisdiction.code)
  if (!known.includes(code)) throw new UnknownName('jurisdiction', code, known)
  const lists = records.jurisdictions.find((j) => j.jurisdiction.code === code)!.lists.map((l) => l.id)
  for (const id of options.list ?? []) if (!lists.includes(id)) throw new CannotRun(words.noList(id, lists))
  const reading = await import('../../../law/official/readers.js')
  // All files are read and compared before anything is written: a file of another law must not leave half a report.
  const results = files.map((file) => {
    const hash = createHash('sha256')
    try {
      const pieces = piecesOf(file, (bytes) => hash.update(bytes))
      const text = /\.csv$/i.test(file)
        ? reading.readTable(rowsOf([...pieces].join('')))
        : reading.readOfficialXml(pieces)
      const asOf = options.asOf ?? text.day ?? dayIn(file)
      if (asOf === null) throw new CannotRun(words.noDay(file))
      return {
        file,
        sha256: hash.digest('hex'),
        result: reconcile(records, code, text, {
          asOf,
          lists: options.list,
          sha256: (t) => createHash('sha256').update(t).digest('hex'),
        }),
      }
    } catch (error) {
      if (error instanceof NotOfficial) throw new CannotRun(words.notOfficial(file, code, error.found, error.expected))
      throw error
    }
  })
  const inspection = ({ file, sha256, result }: (typeof results)[number]): Inspection => {
    const cases = reconciliationCases(result, file)
    return {
      file,
      suite: 'law reconcile',
      rows: cases.length,
      cases,
      tool: { name: 'coverage', version: version() },
      edition: { id: records.edition.id, sha256: null },
      sha256,
    }
  }
  if (options.format === 'json')
    host.stdout.write(jsonLines(results.map(({ file, result }) => reconciliationJson(result, file))))
  for (const one of results) {
    if (options.format === 'plain')
      host.stdout.write(
        toText(reconciliationBlocks(one.result, one.file, options.explain ?? false), host.stdout.columns ?? 120),
      )
    if (options.format === 'sarif') host.stdout.write(`${JSON.stringify(sarif(inspection(one)), null, 2)}\n`)
    if (options.format === 'junit') host.stdout.write(junit(inspection(one)))
    if (options.format === 'github') host.stdout.write(githubAnnotations(inspection(one)))
  }
  return results.some(({ result }) => result.differences.some(isUnaccounted)) ? 1 : 0
}

const pieceBytes = 1024 * 1024

/** The text of a file, a piece at a time. @throws {CannotRun} */
function* piecesOf(file: string, use: (bytes: Buffer) => void): Generator<string> {
  const decoder = new TextDecoder()
  const buffer = Buffer.alloc(pieceBytes)
  let opened: number | null = null
  try {
    opened = openSync(file, 'r')
    for (let n = readSync(opened, buffer); n > 0; n = readSync(opened, buffer)) {
      use(buffer.subarray(0, n))
      yield decoder.decode(buffer.subarray(0, n), { stream: true })
    }
    yield decoder.decode()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error
    throw new CannotRun(`${file}: ${(error as Error).message}`)
  } finally {
    if (opened !== null) closeSync(opened)
  }
}

/** The last date in a file name. */
function dayIn(file: string): string | null {
  return (
    basename(file)
      .match(/\d{4}-\d{2}-\d{2}/g)
      ?.filter(isRealDay)
      .at(-1) ?? null
  )
}
