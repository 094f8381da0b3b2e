import { existsSync } from 'node:fs'
import { LawQuestion } from '../../answers/index.js'
import { Reader, type ReadyReader } from '../../chem/index.js'
import { Neighbourhood, type LawIndex, type Neighbour, type Query } from '../../matching/index.js'
import type { Answer } from '../../report/index.js'
import { oneAnswer } from '../../batch/index.js'
import { Resolver } from '../../identifiers/index.js'
import { CannotRun, type AddCommand, type Host } from '../host.js'
import { askedLaw } from '../asked-law.js'
import { asCount, exitCode, withLawOptions, type Options } from '../options.js'
import { checkOutput } from '../output/check-output.js'
import { formatOf, isDrawing, withOutput, withOutputOptions, type AnswerFormat } from '../output/output-choice.js'
import { runInfo } from '../output/run-info.js'
import { checkOverwrites, lawFiles } from '../output/same-file.js'
import { structureInputs } from '../input/structure-input.js'
import { warnOfAge } from '../output/warnings.js'
import { textStyle } from '../output/terminal.js'

const similarShown = 5

export const add: AddCommand = (program, host, done) => {
  const command = program
    .command('check')
    .description(
      'Checks structures given as SMILES, InChI, mol file or mol block on stdin, or by a recorded name, CAS ' +
        'number, code or InChIKey.',
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
    .action(async (given: string[], options: Options<AnswerFormat>) => done(await check(given, options, host)))
}

async function check(given: readonly string[], asked: Options<AnswerFormat>, host: Host): Promise<number> {
  // A drawing goes beside the answer.
  const drawing = isDrawing(asked.output) ? asked.output : undefined
  const { output: _, ...others } = asked
  const options: Options<AnswerFormat> = drawing === undefined ? asked : others
  const format = formatOf(options, host)
  checkOverwrites(lawFiles(options), { output: asked.output })
  // A recorded substance needs no RDKit, which takes longer to start than everything else.
  let started: Promise<Reader> | null = null
  const start = () => (started ??= Reader.start())
  const { law, query, own } = await askedLaw(options, host, start)
  const inputs = await structureInputs(given, law.edition, host)
  if (drawing !== undefined && inputs.length !== 1)
    throw new CannotRun(`a drawing shows one structure; ${inputs.length} are given`)
  const resolver = new Resolver(law, start)
  const question = new LawQuestion(resolver.reader, law, query, { engine: true, nearMisses: options.explain ?? false })
  const similarTo = await similarFor(options.similar, law, query, resolver.reader)
  const run = runInfo(law, query, own)
  const text = { ...textStyle(host, options), explain: options.explain ?? false, numbered: inputs.length > 1 }
  // The text answer names old law itself.
  const saysAge = format === 'text' && options.maxAge === undefined && !query.future
  const occurred = new Set<string>(warnOfAge(law, query, options, host, saysAge))
  await withOutput(options.output, host, async (output) => {
    const answers = await checkOutput(format, { law, query, run, text, start }, (part) => output.write(part))
    for (const ref of inputs) {
      const { answer, lookup } = await oneAnswer({ structure: ref.input }, resolver, question, existsSync)
      for (const verdict of verdictsOf(answer)) occurred.add(verdict)
      const similar = await similarTo(answer, lookup?.structure ?? ref.input)
      await answers.add({ ref, answer, lookup, similar })
      if (drawing !== undefined) {
        const { drawAnswer } = await import('../output/draw-answer.js')
        await drawAnswer(drawing, { ref, answer, lookup }, run, await start(), host)
      }
    }
    await answers.end()
  })
  return exitCode(occurred, options.failOn)
}

function verdictsOf(answer: Answer): string[] {
  if (answer.kind === 'unreadable') return ['unreadable']
  const { verdict, jurisdictions } = answer.judgement
  return [verdict, ...jurisdictions.map((j) => j.verdict)]
}

/** Finds the listed substances most like the structure of an answer; null if that is not asked or there is none. */
async function similarFor(
  asked: number | true | undefined,
  law: LawIndex,
  query: Query,
  reader: ReadyReader,
): Promise<(answer: Answer, structure: string) => Promise<readonly Neighbour[] | null>> {
  if (asked === undefined) return async () => null
  const near = new Neighbourhood(await reader(), law)
  const count = asked === true ? similarShown : asked
  return async (answer, structure) => {
    if (answer.kind === 'unreadable' || !answer.structure) return null
    return near.nearest(await reader(), structure, query.asOf, query.jurisdictions, count)
  }
}
