import { existsSync } from 'node:fs'
import { Asked } from '../../answers/index.js'
import { Reader } from '../../chem/index.js'
import {
  checkQuery,
  Neighbourhood,
  selectedJurisdictions,
  type JurisdictionResult,
  type Neighbour,
} from '../../matching/index.js'
import { CheckCsv, checkBlocks, toMarkdown } from '../../report/answers/index.js'
import { toJson, unverifiedEdition } from '../../report/index.js'
import { checkFooter, inputText, similarText } from '../../report/text/index.js'
import { oneAnswer } from '../../batch/judge/one-answer.js'
import { Resolver } from '../../identifiers/index.js'
import { CannotRun } from '../cannot-run.js'
import { wantsColour } from '../output/terminal.js'
import type { Host } from '../host.js'
import { lawOf } from '../law-files/law-file.js'
import type { AddCommand } from './add-command.js'
import { asCount, exitCode, queryOf, withLawOptions, type LawOptions } from '../options.js'
import { formatOf, isDrawing, withOutput, withOutputOptions, type OutputOptions } from '../output/output-choice.js'
import { ownRules } from '../law-files/own-rules.js'
import { runInfo } from '../output/run-info.js'
import { checkOverwrites, lawFiles, outputOf } from '../output/same-file.js'
import { structureInputs } from '../input/structure-input.js'
import { warnOfAge } from '../output/warn-of-age.js'
import { textWidth } from '../output/text-width.js'

interface CheckOptions extends LawOptions, OutputOptions {
  explain?: boolean
  similar?: number | true
  color: boolean
}

const similarShown = 5

export const addCheck: AddCommand = (program, host, done) => {
  const command = program
    .command('check')
    .description(
      'Checks structures given as SMILES, InChI, mol file or mol block on stdin, or by a recorded name, CAS number, code or InChIKey.',
    )
    .argument('<structure...>', 'SMILES, InChI, name or mol file; - reads stdin, one per line')
  withOutputOptions(
    withLawOptions(command),
    undefined,
    '; .svg draws the structure, with the atoms of each clause in colour, beside the answer',
  )
    .option('--explain', 'add the words and atoms of each clause, readings, and the closest near miss')
    .option(
      '--similar [n]',
      `show the n most similar listed substances (default: ${similarShown}); never a verdict`,
      asCount,
    )
    .option('--no-color', 'no colour (also: NO_COLOR)')
    .action(async (given: string[], options: CheckOptions) => done(await check(given, options, host)))
}

async function check(given: readonly string[], asked: CheckOptions, host: Host): Promise<number> {
  // A drawing goes beside the answer.
  const drawing = isDrawing(asked.output) ? asked.output : undefined
  const { output: _, ...others } = asked
  const options: CheckOptions = drawing === undefined ? asked : others
  const format = formatOf(options, host)
  checkOverwrites(lawFiles(options), outputOf(asked.output))
  const own = await ownRules(options.rule)
  const query = queryOf(options, host.today, own.ids)
  // A recorded substance needs no RDKit, which takes longer to start than everything else.
  let started: Promise<Reader> | null = null
  const start = () => (started ??= Reader.start())
  const shipped = await lawOf(options)
  const law = own.ids.length > 0 ? own.over(shipped, await start()) : shipped
  checkQuery(law, query)
  const inputs = await structureInputs(given, law.edition, host)
  if (drawing !== undefined && inputs.length !== 1)
    throw new CannotRun(`a drawing shows one structure; ${inputs.length} are given`)
  warnOfAge(law, query, host)
  const resolver = new Resolver(law, start)
  const question = new Asked(resolver.reader, law, query, { engine: true, nearMisses: options.explain ?? false })
  const near = options.similar === undefined ? null : new Neighbourhood(await start(), law)
  const count = options.similar === true ? similarShown : (options.similar ?? 0)
  const run = runInfo(law, query, own.ids)
  const codes = selectedJurisdictions(law, query).map((j) => j.jurisdiction.code)
  const csv = format === 'csv' ? new CheckCsv(codes, run.edition.unverified ? unverifiedEdition : undefined) : null
  const text = {
    colour: options.output === undefined && wantsColour(host, host.stdout, options.color),
    width: textWidth(host),
    explain: options.explain ?? false,
    numbered: inputs.length > 1,
  }
  // Loaded only for a page or drawing, so that other formats start without it.
  const page =
    format === 'html' ? new (await import('../output/answer-page.js')).AnswerPage(await start(), law, query, run) : null
  const occurred = new Set<string>()
  let results: readonly JurisdictionResult[] = []
  await withOutput(options.output, host, async (output) => {
    if (csv) await output.write(csv.head())
    for (const ref of inputs) {
      const { answer, lookup } = await oneAnswer({ structure: ref.input }, resolver, question, existsSync)
      occurred.add(answer.kind === 'judged' ? answer.judgement.verdict : 'unreadable')
      let similar: readonly Neighbour[] | null = null
      if (answer.kind === 'judged') {
        results = answer.judgement.jurisdictions
        for (const j of results) occurred.add(j.verdict)
        if (near && answer.structure)
          similar = near.nearest(
            await resolver.reader(),
            lookup?.structure ?? ref.input,
            query.asOf,
            query.jurisdictions,
            count,
          )
      }
      const shown = { explain: text.explain, caveats: 'full' } as const
      const json = { ...toJson(ref, answer, run, shown, lookup), ...(similar ? { similar } : {}) }
      if (page) await page.add(json)
      else if (csv) await output.write(csv.row(ref, answer))
      else if (format === 'md') await output.write(`${toMarkdown(checkBlocks(ref, answer, lookup, law, query))}\n`)
      else if (format === 'json') await output.write(`${JSON.stringify(json)}\n`)
      else
        await output.write(
          `${inputText(ref, answer, lookup, law, run, text)}\n${similar ? `${similarText(similar, text)}\n` : ''}`,
        )
      if (drawing !== undefined)
        await (await import('../output/draw-answer.js')).drawAnswer(
          drawing,
          ref,
          answer,
          lookup,
          run,
          await start(),
          host,
        )
    }
    if (page) for (const part of page.text()) await output.write(part)
    else if (format === 'text' || format === 'md') await output.write(checkFooter(results, law, run, text))
  })
  return exitCode(occurred, options.failOn)
}
