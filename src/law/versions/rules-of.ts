import { BadRecord } from '../records/bad-record.js'
import type { LoadedFile } from '../schema/record-kinds.js'
import type { Rule, RuleExamples } from '../schema/rule.js'
import { nameOfVersion } from './located.js'
import type { Places } from '../records/records.js'
import { unfoldExamples, unfoldRule } from './unfold.js'

/**
 * The rules of one jurisdiction, ordered by id, whether each has its own file or several are versions in one; `file`
 * includes the version if there are versions.
 * @throws {BadRecord} for examples without a rule, and for a version that is not a valid rule
 */
export function rulesOf(loaded: readonly LoadedFile[]) {
  const rules: { value: Rule; file: string }[] = []
  const examples: (readonly [string, RuleExamples])[] = []
  const places = new Map<string, Places>()
  const versions = new Map<string, { file: string; title: string; ids: readonly string[] }>()
  for (const { kind, value, file, place } of loaded) {
    if (kind === 'rule') rules.push({ value, file })
    if (kind === 'examples') examples.push([stemOf(place), value])
    if (kind !== 'versions') continue
    const unfolded = unfoldRule(value, file)
    for (const { version, rule, places: own } of unfolded) {
      rules.push({ value: rule, file: nameOfVersion(file, version) })
      places.set(nameOfVersion(file, version), own)
    }
    versions.set(value.id, { file, title: value.title, ids: unfolded.map(({ rule }) => rule.id) })
    examples.push(...examplesIn(place, unfolded, loaded))
  }
  for (const { kind, file, place } of loaded) {
    const rule = place.replace('.examples', '')
    if (kind === 'version-examples' && !loaded.some((l) => l.place === rule))
      throw BadRecord.at(file, '(file)', 'no rule', `the versions in ${rule}`)
  }
  return { rules: rules.sort((a, b) => (fileName(a) < fileName(b) ? -1 : 1)), examples, places, versions }
}

function examplesIn(
  place: string,
  unfolded: ReturnType<typeof unfoldRule>,
  loaded: readonly LoadedFile[],
): (readonly [string, RuleExamples])[] {
  const examples = loaded.find((l) => l.place === place.replace(/\.json$/, '.examples.json'))
  if (examples?.kind !== 'version-examples') return []
  const order = unfolded.map((u) => u.version)
  const byVersion = unfoldExamples(examples.value, order, examples.file)
  return unfolded.map(({ version, rule }) => [rule.id, byVersion.get(version)!] as const)
}

function fileName({ value }: { readonly value: Rule }): string {
  return `${value.id}.json`
}

function stemOf(place: string): string {
  return place.replace(/^.*\//, '').replace('.examples.json', '')
}
