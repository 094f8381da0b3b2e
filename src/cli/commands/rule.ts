import { existsSync } from 'node:fs'
import type { Command } from 'commander'
import { Reader } from '../../chem/index.js'
import { withMedicines, type Records, type Rule } from '../../law/index.js'
import { BadRecord, checkPatterns, rulePartsFit, termsOf, withSharedTerms } from '../../law/authoring.js'
import { testRule } from '../../matching/index.js'
import { ruleTestLines } from '../../report/index.js'
import { ruleSentences, toText } from '../../report/law/index.js'
import { CannotRun } from '../cannot-run.js'
import { loadRecords, problemLines, withDataOptions, type DataOptions } from '../law-files/law-data.js'
import type { Host } from '../host.js'
import { newRule, type NewRuleOptions } from '../law-files/new-rule.js'
import { readRuleFile, type RuleFile } from '../law-files/rule-file.js'
import { textWidth } from '../output/text-width.js'

/** `coverage rule test`: runs the examples of a rule. */
export function addRule(program: Command, host: Host, done: (code: number) => void): void {
  const rule = program.command('rule').description('Test, explain and draft class rules.')
  const test = rule
    .command('test')
    .description('Run rules against the examples next to them (NAME.examples.json).')
    .argument('[rules...]', 'rule files, or ids of recorded rules (default: all)')
  withDataOptions(test).action(async (names: string[], options: DataOptions) =>
    done(await testRules(names, options, host)),
  )
  withDataOptions(
    rule
      .command('explain')
      .description('Print a rule in English sentences, to compare with the wording of a bill.')
      .argument('<rule>', 'a rule file, or the id of a recorded rule'),
  ).action((name: string, options: DataOptions) => {
    explainRule(name, options, host)
    done(0)
  })
  rule
    .command('new')
    .description('Write an empty draft of a class rule, and its examples file.')
    .argument('<file>', 'the draft to write (ID.json); the id begins with the code of the jurisdiction, as in cn-draft')
    .option('--parent <substance>', 'id of the recorded substance on which the class is built')
    .action(async (file: string, options: NewRuleOptions) => {
      await newRule(file, options, host)
      done(0)
    })
}

function explainRule(name: string, options: DataOptions, host: Host): void {
  const records = loadRecords(options)
  const shipped = shippedRules(records)
  for (const { rule } of withTheirParts(find(name, shipped, records), name, records)) {
    const terms = new Map([...records.terms, ...(rule.terms ?? [])].map((t) => [t.id, t]))
    const parent = records.substances.find((s) => s.id === rule.parent)?.name ?? null
    host.stdout.write(toText(ruleSentences(rule, parent, terms), textWidth(host)))
  }
}

async function testRules(names: readonly string[], options: DataOptions, host: Host): Promise<number> {
  const records = loadRecords(options)
  const shipped = shippedRules(records)
  const structures = new Map(records.substances.map((s) => [s.id, s.smiles]))
  const terms = new Map(records.terms.map((t) => [t.id, t]))
  const reader = await Reader.start()
  const chosen =
    names.length === 0
      ? [...shipped.values()]
      : names.flatMap((name) => readable(find(name, shipped, records), name, records, reader))
  let clean = true
  for (const { rule, examples } of chosen) {
    const test = testRule(
      reader,
      withMedicines(rule, records.medicines),
      examples,
      terms,
      (id) => structures.get(id) ?? null,
    )
    const lines = ruleTestLines(
      test,
      (id) => rule.sites.find((s) => s.id === id)?.reads ?? id,
      (id) => rule.clauses.find((c) => c.id === id)!.reads,
    )
    clean &&= lines.length === 1
    host.stdout.write(`${lines.join('\n')}\n`)
  }
  return clean ? 0 : 1
}

function shippedRules(records: Records): Map<string, RuleFile> {
  return new Map(
    records.jurisdictions.flatMap((j) =>
      j.rules.map((rule) => [
        rule.id,
        { rule, examples: j.examples.get(rule.id) ?? { fits: [], misses: [], unsettled: [] } },
      ]),
    ),
  )
}

function find(name: string, shipped: ReadonlyMap<string, RuleFile>, records: Records): RuleFile[] {
  if (existsSync(name))
    return readRuleFile(name).map((file) => ({ ...file, rule: withTermsOfItsLaw(file.rule, records) }))
  const known = shipped.get(name)
  if (!known)
    throw new CannotRun(`${name} is neither a file nor the id of a shipped rule (${[...shipped.keys()].join(', ')})`)
  return [known]
}

/** A pattern that no example reaches is read too. @throws {CannotRun} naming field, found and expected */
function readable(found: RuleFile[], file: string, records: Records, reader: Reader): RuleFile[] {
  return usable(() => {
    checkPatterns({ ...alone(found, file, records), terms: [] }, reader)
    return found
  })
}

/** A term, site or reading that does not exist would be left out of the sentences. @throws {CannotRun} as above */
function withTheirParts(found: RuleFile[], file: string, records: Records): RuleFile[] {
  return usable(() => {
    const problems = rulePartsFit.run(alone(found, file, records))
    if (problems.length > 0) throw new BadRecord(problems)
    return found
  })
}

/** Records with these rules alone. */
function alone(found: readonly RuleFile[], file: string, records: Records): Records {
  const rules = found.map(({ rule }) => rule)
  const files = new Map(rules.map(({ id }) => [`rule:${id}`, file]))
  const jurisdictions = records.jurisdictions.map((j, i) => ({ ...j, lists: [], rules: i === 0 ? rules : [] }))
  return { ...records, files, jurisdictions }
}

function usable<T>(use: () => T): T {
  try {
    return use()
  } catch (error) {
    if (error instanceof BadRecord) throw new CannotRun(`the rule cannot be used:\n${problemLines(error)}`)
    throw error
  }
}

/** A user rule may use the terms of the law that its id begins with. */
function withTermsOfItsLaw(rule: Rule, records: Records): Rule {
  const law = records.jurisdictions.find((j) => rule.id.startsWith(`${j.jurisdiction.code.toLowerCase()}-`))
  return law ? withSharedTerms(rule, termsOf(law.rules, records.terms)) : rule
}
