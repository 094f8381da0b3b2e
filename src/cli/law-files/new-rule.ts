import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { writeWhole } from '../../batch/index.js'
import { basedOn } from '../../law/authoring.js'
import { changesFor, emptyDraft } from '../../law/index.js'
import { nearest } from '../../report/index.js'
import { CannotRun, type Host } from '../host.js'
import type { Options } from '../options.js'
import { loadLaw } from './law-file.js'
import { allExamples } from './rule-file.js'

/** Writes a draft, empty or like a recorded rule, and its examples. @throws {CannotRun} if a file already exists */
export async function newRule(file: string, { parent }: Pick<Options, 'parent'>, host: Host): Promise<void> {
  const id = basename(file).replace(/\.json$/, '')
  const { edition } = loadLaw()
  const codes = edition.jurisdictions.map((j) => j.jurisdiction.code)
  const code = /^([a-z]{2,4})-[a-z0-9-]+$/.exec(id)?.[1]?.toUpperCase()
  // Two letters may be a country whose law is not recorded yet.
  if (!file.endsWith('.json') || code === undefined || (code.length > 2 && !codes.includes(code)))
    throw new CannotRun(newRuleWords.badName(file, codes))
  const substance = edition.substances.find((s) => s.id === parent)
  const rules = edition.jurisdictions.flatMap((j) => j.rules)
  const model = rules.find((r) => r.id === parent)
  if (parent !== undefined && !substance?.smiles && !model) {
    const ids = rules.map((r) => r.id)
    throw new CannotRun(newRuleWords.noParent(parent, nearest(parent, ids)))
  }
  const examplesFile = file.replace(/\.json$/, '.examples.json')
  for (const path of [file, examplesFile]) if (existsSync(path)) throw new CannotRun(newRuleWords.thereAlready(path))
  const draft = model
    ? {
        rule: basedOn({ based_on: model.id, ...changesFor(id, model, host.today) }, model),
        examples: allExamples()[model.id],
      }
    : emptyDraft(id, id, host.today, substance?.smiles ? { ...substance, smiles: substance.smiles } : null)
  await writeWhole(file, `${JSON.stringify(draft.rule, null, 2)}\n`)
  await writeWhole(examplesFile, `${JSON.stringify(draft.examples, null, 2)}\n`)
  host.stdout.write(`${model ? newRuleWords.writtenLike(file, model.id) : newRuleWords.written(file, examplesFile)}\n`)
}

const newRuleWords = {
  writtenLike: (file: string, model: string) =>
    `Wrote ${file} with the clauses of ${model} (coverage law show ${file}), and its examples. Replace each ` +
    `TODO, and what this law words otherwise, then: coverage rule test ${file}; coverage rule compare ${file} ${model}`,
  written: (file: string, examplesFile: string) =>
    `Wrote ${file} and ${examplesFile}. Add scaffolds, sites and clauses (docs/rule-language.md), then: ` +
    `coverage rule test ${file}; coverage impact ${file}`,
  badName: (file: string, codes: readonly string[]) =>
    `${file}: expected the name of a new file such as ${(codes[0] ?? 'cn').toLowerCase()}-draft.json, ` +
    `whose id begins with the two letters of a country, or one of ${codes.join(', ').toLowerCase()}`,
  noParent: (id: string, near: readonly string[]) =>
    `--parent ${id}: expected the id of a class rule, or of a substance record with a structure` +
    `${near.length > 0 ? `; did you mean ${near.join(' or ')}?` : ''} (coverage law search finds them by words)`,
  thereAlready: (file: string) => `${file} already exists; nothing was written`,
} as const
