import { basedOn } from '../based-on.js'
import { BadRecord, parseRecord } from '../records/bad-record.js'
import type { Records } from '../records/records.js'
import type { LoadedFile } from '../schema/record-kinds.js'
import { rule, type Rule } from '../schema/rule.js'

/**
 * The files, with rules that are given as changes to another written out in full.
 * @param under records that the files are added to
 * @throws {BadRecord} if the other rule has no file of its own, or the result is not a valid rule
 */
export function withBasedRules(loaded: readonly LoadedFile[], under: Records | null): LoadedFile[] {
  const models = new Map<string, Rule>([
    ...(under?.jurisdictions ?? []).flatMap((j) => j.rules).map((r) => [r.id, r] as const),
    ...loaded.flatMap((l) => (l.kind === 'rule' ? [[l.value.id, l.value] as const] : [])),
  ])
  return loaded.map((one) => {
    if (one.kind !== 'based-rule') return one
    const model = models.get(one.value.based_on)
    if (!model) throw BadRecord.at(one.file, 'based_on', one.value.based_on, 'the id of a rule in a file of its own')
    return { ...one, kind: 'rule', value: parseRecord<Rule>(rule, basedOn(one.value, model), one.file) }
  })
}
