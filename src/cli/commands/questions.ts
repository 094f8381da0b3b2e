import { Option } from 'commander'
import { Reader, readyReader } from '../../chem/index.js'
import { questionsAsked } from '../../impact/index.js'
import { checkQuery, questionsOfLaw, UnknownName, type LawIndex, type Query } from '../../matching/index.js'
import { decisionRows, questionBlocks, toText } from '../../report/law/index.js'
import type { Host } from '../host.js'
import { shippedSets } from '../impact/shipped-sets.js'
import { lawOf } from '../law-files/law-file.js'
import { asCodes, asDay, queryOf, withEdition, type LawOptions } from '../options.js'
import { formatOf, withOutput } from '../output/output-choice.js'
import { checkOverwrites, lawFiles, outputOf } from '../output/same-file.js'
import { textWidth } from '../output/text-width.js'
import type { AddCommand } from './add-command.js'
import { jsonLines } from './law/print.js'

interface QuestionsOptions extends LawOptions {
  json?: boolean
  output?: string
}

export const addQuestions: AddCommand = (program, host, done) => {
  withEdition(program.command('questions'))
    .description(
      'Open questions of the law, with their ids, words, citations, and how many recorded substances and medicines depend on each. --position answers them in other commands.',
    )
    .argument('[question...]', 'only these, by id')
    .addOption(
      new Option('-j, --jurisdiction <codes>', 'only these, comma-separated, by code or name, or all').argParser(
        asCodes,
      ),
    )
    .addOption(new Option('--as-of <day>', 'count on this day (YYYY-MM-DD; default: today)').argParser(asDay))
    .addOption(new Option('--json', 'write one JSON object per line'))
    .option(
      '-o, --output <file>',
      'write to this file; a .csv is a table of the structures that depend on them, for your decisions, which --position reads',
    )
    .action(async (ids: string[], options: QuestionsOptions) => done(await questions(ids, options, host)))
}

async function questions(ids: readonly string[], options: QuestionsOptions, host: Host): Promise<number> {
  const format = formatOf<'text' | 'json' | 'csv'>(options, host, ['text', 'json', 'csv'])
  checkOverwrites(lawFiles(options), outputOf(options.output))
  const law = await lawOf(options)
  const { given, wanted } = questionsNamed(ids, law, queryOf(options, host.today, []))
  const sets = [
    {
      name: 'recorded substances',
      structures: law.edition.substances.flatMap(({ name, smiles }) => (smiles === null ? [] : [{ name, smiles }])),
    },
    {
      name: 'medicines',
      structures: shippedSets()
        .find(({ kind }) => kind === 'medicines')!
        .items.map((item) => ({ ...item, medicine: ['DrugCentral, CC BY-SA 4.0', ...item.atc].join('; ') })),
    },
  ]
  const total = sets.reduce((sum, { structures }) => sum + structures.length, 0)
  const reader = await Reader.start()
  const ready = readyReader(async () => reader)
  const found = await questionsAsked(ready, law, given, wanted, sets, (structures) => {
    if (host.stderr.isTTY && structures % 100 === 0) host.stderr.write(`\r${structures} of ${total} structures`)
  })
  if (host.stderr.isTTY) host.stderr.write('\r\x1b[K')
  await reader.ready()
  const { asOf } = given
  const texts = {
    csv: () => decisionRows(found, asOf, (smiles) => reader.namesOf(smiles).inchikey),
    json: () =>
      jsonLines(
        found.map(({ depending, ...question }) => ({
          ...question,
          asOf,
          depending: Object.fromEntries(depending.map(([set, structures]) => [set, structures.length])),
        })),
      ),
    text: () => toText(questionBlocks(found, asOf), textWidth(host)),
  }
  await withOutput(options.output, host, (output) => output.write(texts[format]()))
  return 0
}

/** The questions of the laws that are asked, or those named by id, and the query about the laws that ask them. */
function questionsNamed(ids: readonly string[], law: LawIndex, given: Query) {
  checkQuery(law, given)
  const all = questionsOfLaw(law.edition).filter((q) => given.jurisdictions?.includes(q.jurisdiction) ?? true)
  const unknown = ids.find((id) => !all.some((q) => q.id === id))
  if (unknown !== undefined)
    throw new UnknownName(
      'open question',
      unknown,
      all.map(({ id }) => id),
    )
  if (ids.length === 0) return { given, wanted: all }
  const wanted = all.filter(({ id }) => ids.includes(id))
  return { given: { ...given, jurisdictions: [...new Set(wanted.map((q) => q.jurisdiction))] }, wanted }
}
