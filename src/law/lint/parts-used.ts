import { longest } from '../records/records.js'
import { check } from '../records/check.js'

export const partsAreUsed = check(
  'parts',
  `a pattern as written is at most ${longest} characters, and every part of patterns is used`,
  {
    *records({ written = new Map() }) {
      for (const [file, { patterns }] of written)
        for (const { field, smarts } of patterns)
          if (smarts.length > longest) {
            const found = `a pattern of ${smarts.length} characters`
            yield { file, field, found, expected: `at most ${longest}, with named parts` }
          }
      const used = new Set([...written.values()].flatMap((w) => w.used))
      for (const [file, { own, shares }] of written)
        for (const [i, part] of own.entries()) {
          const field = `${shares === undefined ? 'parts' : ''}[${i}]`
          if (!used.has(part)) yield { file, field, found: part.id, expected: `{${part.id}} in a pattern` }
        }
    },
  },
)

export const reconciledIsRecorded = check(
  'reconciled',
  'lists and rules that were compared with an official text are still recorded',
  {
    *reconciled({ lists, rules, reconciled = [] }) {
      const known = new Set(lists.map((l) => l.id))
      const written = new Set([
        ...rules.map((r) => r.id),
        ...lists.flatMap((l) => [`${l.id} scope`, ...l.entries.map((e) => `${l.id} ${e.substance}`)]),
      ])
      const again = 'compare again with: npm run reconcile'
      for (const [i, r] of reconciled.entries()) {
        for (const id of r.lists) if (!known.has(id)) yield [`[${i}].lists`, id, `the id of a list; ${again}`]
        for (const id of r.written_from)
          if (!written.has(id)) yield [`[${i}].written_from`, id, `the id of a rule or entry; ${again}`]
      }
    },
  },
)
