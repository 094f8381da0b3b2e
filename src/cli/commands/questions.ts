import { Reader, readyReader } from '../../chem/index.js'
import { questionsAsked } from '../../impact/index.js'
import { checkQuery, questionsOfLaw } from '../../matching/index.js'
import { decisionRows, questionBlocks, toText } from '../../report/documents.js'
import type { AddCommand, Host } from '../host.js'
import { shippedSets } from '../input/reference-sets.js'
import { lawOf } from '../law-files/law-file.js'
import { asDay, queryOf, withEdition, withJurisdictions, type Options } from '../options.js'
import { formatOf, withOutput } from '../output/output-choice.js'
import { checkOverwrites, lawFiles } from '../output/same-file.js'
import { textWidth } from '../output/terminal.js'
import { jsonLines } from './law/print.js'

const formats = ['text', 'json', 'csv'] as const

export const add: AddCommand = (program, host, done) => {
  withJurisdictions(withEdition(program.command('questions')))
    .description(
      'Questions that the law leaves open: id, text, citation, and how many recorded substances and medicines depend ' +
        'on each. --position answers them in other commands.',
    )
    .argument('[question...]', 'only these, by id')
    .option('--as-of <day>', 'count on this day (YYYY-MM-DD; default: today)', asDay)
    .option('--json', 'write one JSON object per line')
    .option(
      '-o, --output <file>',
      'write to this file; a .csv is a table of the structures that depend on them, for your decisions, which ' +
        '--position reads',
    )
    .action(async (ids: string[], options: Options<(typeof formats)[number]>) =>
      done(await questions(ids, options, host)),
    )
}

async function questions(
  ids: readonly string[],
  options: Options<(typeof formats)[number]>,
  host: Host,
): Promise<number> {
  const format = formatOf(options, host, formats)
  checkOverwrites(lawFiles(options), { output: options.output })
  const law = await lawOf(options)
  const query = queryOf(options, host.today, [])
  checkQuery(law, { ...query, positions: ids.map((question) => ({ question, answer: 'controlled', by: null })) })
  const wanted = questionsOfLaw(law.edition).filter(
    ({ id, jurisdiction, places }) =>
      (query.jurisdictions?.includes(jurisdiction) ?? true) &&
      (ids.length === 0 || ids.includes(id) || places.some((place) => ids.includes(place.id))),
  )
  const given = ids.length === 0 ? query : { ...query, jurisdictions: wanted.map((q) => q.jurisdiction) }
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
