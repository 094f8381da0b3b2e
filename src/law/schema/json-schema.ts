import { z } from 'zod'
import { kinds, type RecordKind } from './record-kinds.js'

/** JSON Schemas of every kind of record, for completion and checking in an editor. */
export function schemaTexts(): Map<RecordKind, string> {
  return new Map(
    (Object.keys(kinds) as RecordKind[]).map((kind) => {
      const schema = z.toJSONSchema(kinds[kind].schema, { io: 'input', unrepresentable: 'any', reused: 'inline' })
      return [kind, `${JSON.stringify({ title: kinds[kind].place, ...schema }, null, 2)}\n`] as const
    }),
  )
}
