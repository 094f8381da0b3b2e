import { z } from 'zod'
import { evidence } from './evidence.js'
import { folder, id, parts, some, text } from './fields.js'
import { instruments, list } from './list.js'
import { jurisdiction } from './jurisdiction.js'
import { reconciled } from './reconciled.js'
import { recordedReading } from './recorded-reading.js'
import { basedRule, rule, ruleExamples } from './rule.js'
import { sources } from './sources.js'
import { substance } from './substance.js'
import { termFile } from './term.js'
import { versionedExamples, versionedRule } from './versioned-rule.js'

/**
 * How names in the lists of a law are translated into English word by word, so that OPSIN can read them: longest words
 * first. ASCII and Greek text is left unchanged.
 */
const wordTable = z.strictObject({
  id: z.string().regex(/^[a-z]{2}$/, 'a language, ISO 639-1'),
  jurisdictions: some(text),
  /** Scope words at the end of a line ("and its salts"), which are not part of the name. */
  endings: z.array(text).optional(),
  /** What opens and closes another name in brackets ("also known as"). */
  also: z.tuple([text, text]).optional(),
  words: z.record(text, z.string()),
})

export type WordTable = z.infer<typeof wordTable>

/** A recorded substance that is an approved medicine, and the source (its code in the ATC index). */
const medicine = z.strictObject({ substance: id, source: text, unconfirmed: z.array(text).optional() })

const medicines = z.array(medicine)

export type Medicine = z.infer<typeof medicine>

const counterIon = z.strictObject({ name: text, smiles: text, kind: z.enum(['counter-ion', 'solvent']) })

const counterIons = z.array(counterIon)

export type CounterIon = z.infer<typeof counterIon>

const editionMark = z.strictObject({ id: text })

/** Every kind of record, where its files are in a data folder, and their schema. */
export const kinds = {
  substance: { place: 'substances/<id>.json', schema: substance },
  term: { place: 'terms/<id>.json or <jurisdiction>/terms/<id>.json', schema: termFile },
  parts: { place: 'parts.json or <jurisdiction>/parts.json', schema: parts },
  words: { place: 'words/<language>.json', schema: wordTable },
  counterions: { place: 'counterions.json', schema: counterIons },
  medicines: { place: 'medicines.json', schema: medicines },
  evidence: { place: 'evidence/<id>.json', schema: evidence },
  edition: { place: 'edition.json', schema: editionMark },
  jurisdiction: { place: '<jurisdiction>/jurisdiction.json', schema: jurisdiction },
  instruments: { place: '<jurisdiction>/instruments.json', schema: instruments },
  reconciled: { place: '<jurisdiction>/reconciled.json', schema: reconciled },
  sources: { place: '<jurisdiction>/sources.json', schema: sources },
  list: { place: '<jurisdiction>/lists/<id>.json', schema: list },
  'version-examples': { place: '<jurisdiction>/rules/<rule id>.versions.examples.json', schema: versionedExamples },
  versions: { place: '<jurisdiction>/rules/<id>.versions.json', schema: versionedRule },
  examples: { place: '<jurisdiction>/rules/<rule id>.examples.json', schema: ruleExamples },
  'based-rule': { place: '<jurisdiction>/rules/<id>.based.json', schema: basedRule },
  rule: { place: '<jurisdiction>/rules/<id>.json', schema: rule },
  reading: { place: '<jurisdiction>/readings/<id>.json', schema: recordedReading },
} as const

export type RecordKind = keyof typeof kinds
export type ValueOf<K extends RecordKind> = z.infer<(typeof kinds)[K]['schema']>

/** A file of a data folder that has been read and fits its schema. */
export type LoadedFile = {
  readonly [K in RecordKind]: {
    readonly kind: K
    readonly file: string
    readonly place: string
    readonly value: ValueOf<K>
  }
}[RecordKind]

const paths = (Object.keys(kinds) as RecordKind[]).map((kind) => {
  const names = kinds[kind].place.replaceAll('.', '\\.').replaceAll('<jurisdiction>', folder)
  return [kind, new RegExp(`^(?:${names.replace(/<[^>]*>/g, '[^/]+').replace(' or ', '|')})$`)] as const
})

/** The kind of record that belongs at this path in a data folder, the first of which the place fits; null if none does. */
export function kindAt(place: string): RecordKind | null {
  return paths.find(([, path]) => path.test(place))?.[0] ?? null
}

/** JSON Schemas of every kind of record, for completion and checking in an editor. */
export function schemaTexts(): Map<RecordKind, string> {
  return new Map(
    (Object.keys(kinds) as RecordKind[]).map((kind) => {
      const schema = z.toJSONSchema(kinds[kind].schema, { io: 'input', unrepresentable: 'any', reused: 'inline' })
      return [kind, `${JSON.stringify({ title: kinds[kind].place, ...schema }, null, 2)}\n`] as const
    }),
  )
}
