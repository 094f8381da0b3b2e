import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Reader } from '../../../chem/index.js'
import type { Records } from '../../../law/index.js'
import { schemaTexts } from '../../../law/authoring.js'
import {
  drawnRule,
  pageBlocks,
  rulePageBlocks,
  rulePages,
  toMarkdown,
  wantedBlocks,
} from '../../../report/documents.js'
import { wroteWords } from '../../../report/index.js'
import type { Given, Options } from '../../options.js'
import { CannotRun, type AddCommand, type Host } from '../../host.js'
import { folderOf, loadRecords, withDataOptions } from '../../law-files/law-data.js'

/** `coverage law pages [--check]`: README.md of each jurisdiction, pages of class rules, JSON Schemas for editors. */
export const addPages: AddCommand = (law, host, done) => {
  withDataOptions(
    law
      .command('pages')
      .description(
        'Write the page of each jurisdiction and class rule, and the JSON Schemas, from the records; --check only ' +
          'compares.',
      ),
  )
    .option('--check', 'write nothing; exit with 1 if a page or schema is not up to date')
    .option('-o, --output <folder>', 'write a page for each record into this folder instead, as a site of plain files')
    .action(async (options: Options) => {
      if (options.output !== undefined) return site({ ...options, output: options.output }, host, done)
      const { folder, prefix } = folderOf(options)
      const stale = [...(await generated(loadRecords(options), folder))].filter(
        ([file, text]) => !existsSync(join(folder, file)) || readFileSync(join(folder, file), 'utf8') !== text,
      )
      for (const [file, text] of stale) {
        if (options.check) continue
        mkdirSync(dirname(join(folder, file)), { recursive: true })
        writeFileSync(join(folder, file), text)
      }
      for (const [file] of stale)
        host.stderr.write(
          `${prefix}${file} ${options.check ? 'is not up to date; write it with: coverage law pages' : 'written'}\n`,
        )
      done(options.check && stale.length > 0 ? 1 : 0)
    })
}

async function site({ output, check, ...data }: Given<'output'>, host: Host, done: (code: number) => void) {
  if (check) throw new CannotRun('a site (-o) is not compared with --check')
  // Loaded here so that the other commands start without it.
  const { writeSite } = await import('./site.js')
  await writeSite(loadRecords(data), output, host.today)
  host.stderr.write(`${wroteWords(output)}\n`)
  done(0)
}

/** Generated files of a data folder by path. Only jurisdictions with a folder there get a page. */
export async function generated(records: Records, folder: string): Promise<Map<string, string>> {
  const reader = await Reader.start()
  const files = new Map<string, string>()
  for (const records_ of records.jurisdictions) {
    const own = records_.jurisdiction.code.toLowerCase()
    if (!existsSync(join(folder, own))) continue
    files.set(`${own}/README.md`, toMarkdown(pageBlocks(records_, records.substances)))
    for (const page of rulePages(records_)) {
      const picture = await drawnRule(reader, page, records_.examples, records)
      if (picture) files.set(`${own}/rules/${page.id}.svg`, picture)
      files.set(
        `${own}/rules/${page.id}.md`,
        toMarkdown(rulePageBlocks(page, records_, records.terms, picture !== null)),
      )
    }
  }
  const wanted = join('..', 'docs', 'wanted.md')
  if (existsSync(join(folder, wanted)))
    files.set(wanted, toMarkdown(wantedBlocks(records.jurisdictions.map(({ jurisdiction }) => jurisdiction))))
  for (const [name, text] of schemaTexts()) files.set(`schemas/${name}.schema.json`, text)
  return files
}
