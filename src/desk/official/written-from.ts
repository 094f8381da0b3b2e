import { type Day, type JurisdictionRecords, isWithin, statusOn } from '../../law/index.js'

export type WrittenFrom = ReturnType<typeof writtenFrom>[number]

/**
 * Rules, entries and scope sentences that say on which official words they are based, and are, or may be, in force on a
 * day.
 */
export function writtenFrom({ rules, lists }: Pick<JurisdictionRecords, 'rules' | 'lists'>, on: Day) {
  return [
    ...rules
      .filter((r) => r.periods.some((p) => p.status === 'in force' && statusOn(p, on) !== 'not in force'))
      .map((r) => ({ id: r.id, reads: r.reads, words: r.official_words ?? [] })),
    ...lists.flatMap((list) => [
      ...list.entries
        .filter((e) => e.periods.some((p) => statusOn(p, on) !== 'not in force'))
        .map((e) => ({
          id: `${list.id} ${e.substance}`,
          reads: [e.note ?? e.name_in_law],
          words: e.official_words ?? [],
        })),
      ...list.scope
        .filter((s) => isWithin(s, on))
        .map((s) => ({ id: `${list.id} scope`, reads: [s.reads], words: s.official_words ?? [] })),
    ]),
  ].filter((source) => source.words.length > 0)
}
