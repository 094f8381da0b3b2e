import { Reader, readyReader } from '../../chem/index.js'
import { compareRules } from '../../impact/index.js'
import { ruleComparisonBlocks, toText } from '../../report/documents.js'
import type { AddCommand, Host } from '../host.js'
import { readDraft } from '../impact/read-draft.js'
import { shippedSets } from '../input/reference-sets.js'
import { openTable, withColumnOptions } from '../input/collection.js'
import { lawOf } from '../law-files/law-file.js'
import { allExamples } from '../law-files/rule-file.js'
import { asDay, withEdition, type FileChoice, type Options } from '../options.js'
import { textWidth } from '../output/terminal.js'

/** `coverage rule compare`: two class rules by what each says of the same structures. */
export const addRuleCompare: AddCommand = (rule, host, done) => {
  const command = rule
    .command('compare')
    .description(
      'Which clauses of two class rules are the same, wider or narrower, with a structure for each difference, and ' +
        'whether one is within the other. Tried on the recorded substances, medicines, everyday chemicals, all ' +
        'examples and the files given; not proved.',
    )
    .argument('<a>', 'a recorded class rule by id, or a rule file (CN=draft.json names the jurisdiction)')
    .argument('<b>', 'another')
    .argument('[library...]', 'files of structures to try as well (.smi .csv .tsv .sdf, also .gz)')
    .option('--as-of <day>', 'the rules as of this day (default: today)', asDay)
    .option('--json', 'write one JSON object')
  withEdition(withColumnOptions(command)).action(
    async (a: string, b: string, libraries: string[], options: Options) => {
      const { edition } = await lawOf(options)
      const reader = await Reader.start()
      const drafts = [readDraft(a, edition, reader), readDraft(b, edition, reader)] as const
      const named = drafts.flatMap((d) => d.examples).concat(Object.values(allExamples()))
      const examples = named.flatMap((e) => [...e.fits, ...e.misses, ...e.unsettled])
      const sets = shippedSets().map(({ id, items }) => [id === 'everyday' ? 'everyday chemicals' : id, items] as const)
      const ready = readyReader(async () => reader)
      const compared = await compareRules(ready, edition, drafts, options.asOf ?? host.today, [
        ['recorded substances', withStructures(edition.substances)],
        ...sets,
        ['examples of rules', withStructures(examples)],
        ...libraries.map((file) => [file, structuresOf(file, options, host)] as const),
      ])
      const text = () => toText(ruleComparisonBlocks(compared, edition.terms), textWidth(host))
      host.stdout.write(options.json ? `${JSON.stringify(compared)}\n` : text())
      done(0)
    },
  )
}

/** An example that is a recorded substance has no structure of its own. */
function withStructures(
  all: readonly { readonly name?: string | undefined; readonly smiles?: string | null | undefined }[],
) {
  return all.flatMap(({ name, smiles }) => (name && smiles ? [{ name, smiles }] : []))
}

async function* structuresOf(file: string, options: FileChoice, host: Host) {
  for await (const { name, row, text } of openTable(file, options, host).records)
    yield { name: name ?? `row ${row}`, smiles: text }
}
