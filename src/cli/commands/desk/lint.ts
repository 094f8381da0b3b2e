import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Reader } from '../../../chem/index.js'
import type { RecordProblem, Records } from '../../../law/index.js'
import {
  BadRecord,
  canonicalText,
  checks,
  compileEdition,
  instruments,
  kindAt,
  kinds,
  linksOf,
  withoutRepeatedLinks,
} from '../../../law/authoring.js'
import { lintBlocks, type CheckResult } from '../../../desk/index.js'
import { jsonFiles, folderOf, readRecords, withDataOptions } from '../../law-files/law-data.js'
import type { AddCommand } from '../../host.js'
import { editionBelow } from '../../law-files/law-file.js'
import type { Options } from '../../options.js'
import { print } from '../law/print.js'

/** `coverage law lint [--fix]`: exit code 0 if every check passes, 1 if one fails. */
export const addLint: AddCommand = (law, host, done) => {
  withDataOptions(
    law
      .command('lint')
      .description(
        'Check the records and list every check. --fix reformats files (key order, two spaces, final newline).',
      ),
  )
    .option('--fix', 'write files whose layout is not canonical')
    .option('--json', 'write one JSON object per line')
    .action(async (options: Options) => {
      const { folder, prefix } = folderOf(options)
      const fixed = options.fix ? fixLayout(folder).map((file) => prefix + file) : []
      const results = [
        ...(await checkRecords(options)),
        {
          id: 'layout',
          reads:
            'keys in schema order, two spaces, one final newline; no period repeats the link of its instrument ' +
            '(--fix writes this)',
          problems: layoutProblems(folder, prefix),
        },
      ]
      const failed = results.some((r) => (r.problems ?? []).length > 0)
      print(host, options, lintBlocks(results, fixed), () => ({ ok: !failed, fixed, checks: results }))
      done(failed ? 1 : 0)
    })
}

/** Every check on the records of a folder; those that need all records are skipped if some cannot be read. */
async function checkRecords(options: Options): Promise<CheckResult[]> {
  const schema = { id: 'schema', reads: 'every JSON file is in a folder for records and has the fields of its kind' }
  const structures = {
    id: 'structures',
    reads: 'every structure and pattern reads; InChIKey and formula, computed again, are those recorded',
  }
  const records = caught(() => readRecords(options))
  if (records instanceof BadRecord)
    return [
      { ...schema, problems: records.problems },
      ...[...checks, structures].map(({ id, reads }) => ({ id, reads, problems: null })),
    ]
  const reader = await Reader.start()
  const compiled = caught(() => compileEdition(records, reader, editionBelow(options)))
  return [
    { ...schema, problems: [] },
    ...checks.map((check) => ({ id: check.id, reads: check.reads, problems: check.run(records as Records) })),
    { ...structures, problems: compiled instanceof BadRecord ? compiled.problems : [] },
  ]
}

function caught<T>(run: () => T): T | BadRecord {
  try {
    return run()
  } catch (error) {
    if (error instanceof BadRecord) return error
    throw error
  }
}

/** Files that are not in canonical layout. A file that is not JSON is reported by the schema check. */
function misplaced(folder: string): { file: string; text: string; canonical: string }[] {
  const files = jsonFiles(folder).map((file) => ({ file, kind: kindAt(file) }))
  const links = new Map(
    files.flatMap(({ file, kind }) => (kind === 'instruments' ? [[dirname(file), linksIn(join(folder, file))]] : [])),
  )
  return files.flatMap(({ file, kind }) => {
    if (!kind) return []
    const text = readFileSync(join(folder, file), 'utf8')
    const ofInstruments = links.get(dirname(dirname(file))) ?? new Map<string, string>()
    try {
      const canonical = canonicalText(kinds[kind].schema, withoutRepeatedLinks(JSON.parse(text), ofInstruments))
      return canonical === text ? [] : [{ file, text, canonical }]
    } catch {
      return []
    }
  })
}

/** The links of the instruments of a file; none if the schema check refuses it. */
function linksIn(file: string): ReturnType<typeof linksOf> {
  try {
    return linksOf(instruments.parse(JSON.parse(readFileSync(file, 'utf8'))))
  } catch {
    return new Map()
  }
}

/** Writes each file in its canonical layout and returns those that changed. */
function fixLayout(folder: string): string[] {
  return misplaced(folder).map(({ file, canonical }) => {
    writeFileSync(join(folder, file), canonical)
    return file
  })
}

function layoutProblems(folder: string, prefix: string): RecordProblem[] {
  return misplaced(folder).map(({ file, text, canonical }) => {
    const [is, should] = [text.split('\n'), canonical.split('\n')]
    const at = is.findIndex((line, i) => line !== should[i])
    const line = at < 0 ? is.length : at
    return {
      file: prefix + file,
      field: `line ${line + 1}`,
      found: is[line]?.trim() || '(end of file)',
      expected: should[line]?.trim() || '(a final newline)',
    }
  })
}
