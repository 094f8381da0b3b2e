import { Reader } from '../../chem/index.js'
import { withMedicines } from '../../law/index.js'
import { testRule } from '../../matching/index.js'
import { ruleTestLines } from '../../report/index.js'
import type { AddCommand, Host } from '../host.js'
import { loadRecords, withDataOptions } from '../law-files/law-data.js'
import { runnableRules } from '../law-files/named-rules.js'
import { addRuleCompare } from './rule-compare.js'
import { newRule } from '../law-files/new-rule.js'
import type { Options } from '../options.js'

/** `coverage rule test`: runs the examples of a rule. */
export const add: AddCommand = (program, host, done) => {
  const rule = program.command('rule').description('Test, compare and draft class rules.')
  const test = rule
    .command('test')
    .description('Run rules against the examples next to them (NAME.examples.json).')
    .argument('[rules...]', 'rule files, or ids of recorded rules (default: all)')
  withDataOptions(test).action(async (names: string[], options: Options) => done(await testRules(names, options, host)))
  addRuleCompare(rule, host, done)
  rule
    .command('new')
    .description('Write a draft of a class rule, empty or like a recorded rule, and its examples file.')
    .argument('<file>', 'the draft to write (ID.json); the id begins with the code of the jurisdiction, as in cn-draft')
    .option(
      '--parent <id>',
      'the recorded substance on which the class is built, or the class rule whose sites, clauses and terms it ' +
        'begins with',
    )
    .action(async (file: string, options: Options) => {
      await newRule(file, options, host)
      done(0)
    })
}

async function testRules(names: readonly string[], options: Options, host: Host): Promise<number> {
  const records = loadRecords(options)
  const structures = new Map(records.substances.map((s) => [s.id, s.smiles]))
  const terms = new Map(records.terms.map((t) => [t.id, t]))
  const reader = await Reader.start()
  const recorded = records.jurisdictions.flatMap((j) => j.rules.map(({ id }) => id))
  const chosen = (names.length === 0 ? recorded : names).flatMap((name) => runnableRules(name, records, reader))
  let clean = true
  for (const { rule, examples } of chosen) {
    const whole = withMedicines(rule, records.medicines)
    const test = testRule(reader, whole, examples, terms, (id) => structures.get(id) ?? null)
    const lines = ruleTestLines(test, rule)
    clean &&= lines.length === 1
    host.stdout.write(`${lines.join('\n')}\n`)
  }
  return clean ? 0 : 1
}
