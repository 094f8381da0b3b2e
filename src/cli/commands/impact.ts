import { Option } from 'commander'
import { Reader, readyReader } from '../../chem/index.js'
import { FingerprintCache } from '../../impact/index.js'
import { AnsweredLaws, checkQuery, type LawIndex, type Position } from '../../matching/index.js'
import { impactDocument, impactJson, styledText } from '../../report/documents.js'
import type { Impact } from '../../report/index.js'
import { CannotRun, stopCodes, type AddCommand, type Host } from '../host.js'
import { readFirstSeen } from '../impact/first-seen.js'
import { libraryImpact, exampleLines, reportOf, type LibraryImpact, type ReportQuestion } from '../impact/report-of.js'
import { judgeLibraries, type Drafts } from '../impact/library-rows.js'
import { readDraft } from '../impact/read-draft.js'
import { shippedSets } from '../input/reference-sets.js'
import { hashOf, withColumnOptions } from '../input/collection.js'
import { lawOf } from '../law-files/law-file.js'
import {
  asCodes,
  asDay,
  asList,
  everyLaw,
  withEdition,
  withPositions,
  type Given,
  type Options,
  withSpeedOptions,
} from '../options.js'
import { drawingsOf } from '../output/drawings.js'
import { formatOf, withOutput, withOutputOptions } from '../output/output-choice.js'
import { textStyle } from '../output/terminal.js'
import { checkOverwrites, lawFiles } from '../output/same-file.js'
import { impactErrors } from '../impact-errors.js'

const impactFormats = ['text', 'json', 'html'] as const
type ImpactFormat = (typeof impactFormats)[number]

export const add: AddCommand = (program, host, done) => {
  const command = program
    .command('impact')
    .description(
      'What would the wording of a draft do? Which recorded substances, medicines and other chemicals it covers, ' +
        'what change would exempt them, what it leaves in doubt, how many days earlier it would have applied than ' +
        'listing, and how it compares with the class rules of other laws.',
    )
    .argument('<draft>', 'a rule file (CN=draft.json names the jurisdiction), changes of a recorded rule, or its id')
    .argument('[library...]', 'files of structures to count as well (.smi .csv .tsv .sdf, also .gz)')
    .option(
      '-j, --jurisdiction <codes>',
      'only the lists and rules of these laws next to the draft, by code or name, or all',
      asCodes,
    )
    .option('--as-of <day>', 'lists and rules of this day (default: today)', asDay)
    .addOption(
      new Option('--since <day>', 'count substances that became known from this day on')
        .argParser(asDay)
        .default('2010-01-01'),
    )
    .option('--assume-from <day>', 'take the draft to be law from this day (default: that of --since)', asDay)
    .option('--first-seen <file>', 'table with the columns name and first_seen: when substances were first seen')
    .option(
      '--assume <rules>',
      'put these class rules next to the draft (ids or files, comma-separated), also proposals, and for libraries too',
      asList,
    )
    .option('--no-others', 'leave out the class rules of other laws, which takes longest')
    .option('--quiet', 'no progress on stderr')
    .option('--no-color', 'no colour (also: NO_COLOR)')
  withEdition(withSpeedOptions(withOutputOptions(withColumnOptions(withPositions(command)), impactFormats))).action(
    async (given: string, libraries: string[], options: Given<'since', ImpactFormat>) =>
      done(await impact(given, libraries, options, host)),
  )
}

async function impact(
  given: string,
  libraries: readonly string[],
  options: Given<'since', ImpactFormat>,
  host: Host,
): Promise<number> {
  const format = formatOf<ImpactFormat>(options, host, impactFormats)
  checkFiles(libraries, options)
  const { positions = [], asOf = host.today } = options
  const law = answeredLaw(await lawOf(options), asOf, positions)
  const reader = await Reader.start()
  const prints = new FingerprintCache(readyReader(async () => reader))
  const { since, assumeFrom: draftFrom = since } = options
  const question: ReportQuestion = {
    law,
    asOf,
    time: { since, until: asOf, draftFrom, seen: await readFirstSeen(options.firstSeen, host) },
    others: options.others === true,
    assumed: (options.assume ?? []).map((rule) => readDraft(rule, law.edition, reader)),
    shipped: shippedSets(),
    laws: lawsOf(options.jurisdiction, law),
    positions,
  }
  const draft = readDraft(given, law.edition, reader)
  for (const line of exampleLines(draft, law, reader)) host.stderr.write(`${line}\n`)
  const drafts: Drafts = [draft, ...question.assumed]
  let library: LibraryImpact | null = null
  if (libraries.length > 0) {
    const sha256 = libraries.length === 1 ? await hashOf(libraries[0]!) : null
    const name = libraries.join(', ')
    const judged = await judgeLibraries(libraries, drafts, question, options, host, (rows) =>
      libraryImpact(prints, law.edition, drafts, { name, sha256 }, rows),
    )
    if (judged.stopped !== null) return stopCodes[judged.stopped]
    library = judged.found
  }
  await writeImpact(await reportOf(draft, question, library, prints), format, options, reader, host)
  return 0
}

async function writeImpact(
  report: Impact,
  format: ImpactFormat,
  options: { readonly output?: string; readonly color: boolean },
  reader: Reader,
  host: Host,
): Promise<void> {
  await withOutput(options.output, host, async (output) => {
    if (format === 'json') return output.write(impactJson(report))
    if (format === 'html') {
      for (const part of await pageOf(report, reader)) await output.write(part)
      return
    }
    await output.write(styledText(impactDocument(report), textStyle(host, options)))
  })
}

/** Loaded only where a page is wanted: the others start without it. */
async function pageOf(report: Impact, reader: Reader): Promise<Iterable<string>> {
  const [{ drawnIn, impactPage }, { pageAssets }] = await Promise.all([
    import('../../report/html/index.js'),
    import('../output/page-assets.js'),
  ])
  return impactPage(report, await drawingsOf(drawnIn(report), reader), pageAssets())
}

/** The law with the open questions answered that its class rules ask. @throws {UnknownName} for one that no law asks */
function answeredLaw(words: LawIndex, asOf: string, positions: readonly Position[]): LawIndex {
  if (positions.length === 0) return words
  if (positions.some(({ inchikey }) => inchikey !== undefined)) throw new CannotRun(impactErrors.oneStructure)
  checkQuery(words, { asOf, positions })
  return new AnsweredLaws(words, { positions }).on(asOf, null).law
}

/** @throws {UnknownName} for a jurisdiction that is not recorded */
function lawsOf(codes: readonly string[] | undefined, law: LawIndex): readonly string[] | null {
  if (codes === undefined || codes.includes(everyLaw)) return null
  checkQuery(law, { asOf: '2000-01-01', jurisdictions: codes })
  return codes
}

/** @throws {CannotRun} where a file that is read would be written */
function checkFiles(libraries: readonly string[], { firstSeen, output, ...law }: Options<ImpactFormat>): void {
  checkOverwrites({ input: [...libraries, firstSeen ?? []].flat(), ...lawFiles(law) }, { output })
}
