import { UnreadableStructure, type Reader } from '../chem/index.js'
import { checkQuery, historyOf, historyOfNamed, type JurisdictionHistory, type LawIndex, type Query } from '../matching/index.js'
import { historyJson, notRecordedHint, problemText, toJson } from '../report/index.js'
import { historyFooter, historyText } from '../report/text/index.js'
import { meantBy, namedBy, type Meant } from './answer.js'
import { wantsColour } from './colour.js'
import type { Host } from './host.js'
import { readerAndLaw } from './law-file.js'
import { NameIndex } from './look-up.js'
import type { AddCommand } from './commands.js'
import { queryOf, withLawChoice, type LawChoice } from './options.js'
import { Output } from './output.js'
import { ownRules } from './own-rules.js'
import { runInfo } from './run-info.js'
import { structureInputs } from './structure-input.js'

interface HistoryOptions extends LawChoice {
  json?: boolean
  color: boolean
}

export const addHistory: AddCommand = (program, host, done) => {
  const command = program
    .command('history')
    .description('Every change of the standing of a substance in each jurisdiction, with days and citations.')
    .argument('<structure...>', 'SMILES, or a recorded name, CAS number, code or InChIKey; - reads stdin, one a line')
  withLawChoice(command)
    .option('--json', 'write one JSON object a line')
    .option('--no-color', 'write without colour (so does NO_COLOR)')
    .action(async (given: string[], options: HistoryOptions) => done(await history(given, options, host)))
}

async function history(given: readonly string[], options: HistoryOptions, host: Host): Promise<number> {
  const own = await ownRules(options.rule)
  const query = queryOf(options, host.today, own.ids)
  const [reader, shipped] = await readerAndLaw(options.edition)
  const law = own.over(shipped, reader)
  checkQuery(law, query)
  const names = new NameIndex(law.edition)
  const run = runInfo(law, query, own.ids)
  const text = { colour: wantsColour(host, host.stdout, options.color), width: host.stdout.columns ?? 100 }
  const output = new Output(host.stdout)
  let shown: readonly JurisdictionHistory[] = []
  let unreadable = false
  for (const ref of await structureInputs(given, host)) {
    await reader.ready()
    const meant = meantBy(ref.input, names)
    const found = timeline(meant, reader, law, query)
    const lookup = meant.kind === 'shared name' ? null : meant.lookup
    if (Array.isArray(found)) {
      shown = found
      await output.write(options.json ? `${JSON.stringify(historyJson(ref, found, run, lookup))}\n` : `${historyText(ref, found, lookup, text)}\n`)
    } else {
      unreadable = true
      const message = meant.kind === 'structure' && !meant.lookup ? `${found.problem.message}; ${notRecordedHint}` : found.problem.message
      const problem = { ...found.problem, message }
      await output.write(options.json ? `${JSON.stringify(toJson(ref, { kind: 'unreadable', problem }, run))}\n` : `${ref.input}\n  unreadable: ${problemText(problem)}\n\n`)
    }
  }
  if (!options.json && shown.length > 0) await output.write(historyFooter(shown, run, text))
  return unreadable ? 3 : 0
}

function timeline(meant: Meant, reader: Reader, law: LawIndex, query: Query): JurisdictionHistory[] | UnreadableStructure {
  if (meant.kind === 'shared name') return new UnreadableStructure({ code: 'not-a-structure', message: meant.message, position: null })
  if (meant.kind === 'recorded') return historyOfNamed(meant.lookup.substance, law, query)
  try {
    return reader.read(meant.text, (structure) => historyOf(structure, law, query, namedBy(meant.lookup)))
  } catch (error) {
    if (error instanceof UnreadableStructure) return error
    throw error
  }
}
