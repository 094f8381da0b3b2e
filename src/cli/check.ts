import { existsSync } from 'node:fs'
import { Reader } from '../chem/index.js'
import { assess, checkQuery, judgeNamed, type JurisdictionResult, type LawIndex, type Query } from '../matching/index.js'
import { fileHint, notRecordedHint, sharedWords, toJson, type Answer, type InputRef, type Lookup } from '../report/index.js'
import { footerText, inputText } from '../report/text/index.js'
import { wantsColour } from './colour.js'
import type { Host } from './host.js'
import { loadLaw } from './law-file.js'
import { NameIndex } from './look-up.js'
import type { AddCommand } from './main.js'
import { exitCode, queryOf, withLawOptions, type LawOptions } from './options.js'
import { Output } from './output.js'
import { structureInputs } from './structure-input.js'

interface CheckOptions extends LawOptions {
  explain?: boolean
  json?: boolean
  color: boolean
}

export const addCheck: AddCommand = (program, host, done) => {
  const command = program
    .command('check')
    .description('Judges structures given as SMILES, as a mol block on stdin, or by a recorded name, CAS number, code or InChIKey.')
    .argument('<structure...>', 'SMILES or name; - reads stdin, one a line')
  withLawOptions(command)
    .option('--explain', 'add the words and atoms of each clause, readings, and the closest rule that does not fit')
    .option('--json', 'write one JSON object a line')
    .option('--no-color', 'write without colour (so does NO_COLOR)')
    .action(async (given: string[], options: CheckOptions) => done(await check(given, options, host)))
}

async function check(given: readonly string[], options: CheckOptions, host: Host): Promise<number> {
  const law = loadLaw(options.edition)
  const query = queryOf(options, host.today)
  checkQuery(law, query)
  const inputs = await structureInputs(given, host)
  const names = new NameIndex(law.edition)
  const reader = await Reader.start()
  const { id, sha256 } = law.edition
  const run = { asOf: query.asOf, edition: { id, sha256 } }
  const text = { colour: wantsColour(host, host.stdout, options.color), width: host.stdout.columns ?? 100, explain: options.explain ?? false, numbered: inputs.length > 1 }
  const output = new Output(host.stdout)
  const occurred = new Set<string>()
  let results: readonly JurisdictionResult[] = []
  for (const ref of inputs) {
    await reader.ready()
    const { answer, lookup } = answerTo(ref, reader, law, names, query)
    occurred.add(answer.kind === 'judged' ? answer.judgement.verdict : 'unreadable')
    if (answer.kind === 'judged') {
      results = answer.judgement.jurisdictions
      for (const j of results) occurred.add(j.verdict)
    }
    await output.write(options.json ? `${JSON.stringify(toJson(ref, answer, run, text, lookup))}\n` : `${inputText(ref, answer, lookup, law, run, text)}\n`)
  }
  if (!options.json) await output.write(footerText(results, run, text))
  return exitCode(occurred, options.failOn)
}

/** A recorded name wins over reading the text as SMILES: PCP is both. */
function answerTo(ref: InputRef, reader: Reader, law: LawIndex, names: NameIndex, query: Query): { answer: Answer; lookup: Lookup | null } {
  const text = ref.input.trim()
  const found = names.find(text) ?? names.find(text.split(/\s/, 1)[0]!)
  if (found?.kind === 'several') {
    return { answer: { kind: 'unreadable', problem: { code: 'not-a-structure', message: sharedWords(found.by, found.names), position: null } }, lookup: null }
  }
  if (found?.kind === 'one') {
    const { lookup } = found
    if (lookup.structure === null) return { answer: { kind: 'judged', structure: null, judgement: judgeNamed(lookup.substance, law, query) }, lookup }
    return { answer: assess(reader, law, lookup.structure, query), lookup }
  }
  const answer = assess(reader, law, ref.input, query)
  if (answer.kind === 'judged' || text === '') return { answer, lookup: null }
  const hint = existsSync(text) ? fileHint : notRecordedHint
  return { answer: { kind: 'unreadable', problem: { ...answer.problem, message: `${answer.problem.message}; ${hint}` } }, lookup: null }
}
