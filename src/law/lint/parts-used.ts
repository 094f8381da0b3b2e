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

export const sourcesFit = check('sources', 'texts and announcements have their own names, lists and fields', {
  *sources({ lists, sources = { texts: [], announcements: [] } }) {
    const known = new Set(lists.map((l) => l.id))
    const all = [...sources.texts, ...sources.announcements].map((s) => s.id)
    for (const [i, { id, lists: own = [], address, newest, reader, note }] of sources.texts.entries()) {
      if (all.indexOf(id) !== all.lastIndexOf(id)) yield [`texts[${i}].id`, id, 'an id that no other source has']
      for (const list of own) if (!known.has(list)) yield [`texts[${i}].lists`, list, 'the id of a list']
      if ((address?.includes('{newest}') ?? false) !== (newest !== undefined))
        yield [`texts[${i}].newest`, newest ? 'set' : 'missing', 'set if the address has {newest}, and only then']
      if ((address === null || reader === null) && note === undefined)
        yield [`texts[${i}].note`, 'missing', 'where a person finds it, or why nothing reads it']
    }
    for (const [i, { address, format, fields, note }] of sources.announcements.entries()) {
      if (format === 'JSON' && fields === undefined)
        yield [`announcements[${i}].fields`, 'missing', 'where the items are in JSON, and their fields']
      if (address === null && note === undefined)
        yield [`announcements[${i}].note`, 'missing', 'where a person finds it']
    }
  },
})

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
