import { z } from 'zod'
import { id, some, text } from './fields.js'

const casNumber = z.string().regex(/^\d{2,7}-\d{2}-\d$/, 'a CAS number')

/** What a record without a structure is. Plants include fungi and parts; mixtures, polymers without a fixed size. */
const notAStructure = z.enum(['plant', 'extract', 'mixture', 'preparation', 'biological', 'group'])

/**
 * A second source for the structure: an official text that prints a systematic name, translated into English word by
 * word if it is in another language. OPSIN reads it (test/data/opsin.test.ts).
 */
const confirmation = z.strictObject({
  by: z.literal('name in a law'),
  in: text,
  name: text,
  /** False if the name gives the atoms and bonds of the record but other stereo, or none. */
  stereo: z.literal(false).optional(),
})

/** A trade name or everyday name, and the public source that gives it for this substance. */
const alsoCalled = z.strictObject({ name: z.string().min(2), in: text })

/** One chemical substance; contains no law. `smiles` is null for what is no single structure: see `structure.why`. */
export const substance = z
  .strictObject({
    id,
    name: text,
    chemical_name: text.optional(),
    aliases: z.array(text).optional(),
    also_called: some(alsoCalled).optional(),
    names_zh: z.array(text).optional(),
    cas: z.array(casNumber).optional(),
    /** CAS numbers of its salts and hydrates, and which each is. */
    salts: z.record(casNumber, text).optional(),
    smiles: text.nullable(),
    /** Required if `smiles` is null, not allowed otherwise. */
    not_a_structure: notAStructure.optional(),
    /** Recorded substances that belong to a group. */
    members: some(id).optional(),
    /** Other drawings of the same substance that no hydrogen shift reaches: the open form of a ring-chain tautomer. */
    also_drawn: some(text).optional(),
    /**
     * True if the law means a racemate of fixed relative configuration and the drawing shows one of its two
     * enantiomers: the racemate, a relative drawing and either enantiomer are then the substance.
     */
    racemic: z.literal(true).optional(),
    /** True for a solvent that crystallises with other substances: next to one of them it may be part of a solvate. */
    solvent: z.literal(true).optional(),
    /** Of a form of an element without a structure, the symbol: bare atoms may be drawn for it. */
    formula: text.optional(),
    inchikey: z
      .string()
      .regex(/^[A-Z]{14}-[A-Z]{10}-[A-Z]$/, 'an InChIKey')
      .optional(),
    structure: z.strictObject({
      from: z.enum(['chemical name', 'drawing', 'none']),
      why: z.string().optional(),
      confirmed: some(confirmation).optional(),
    }),
    /** Another record with the same identity; `note` says why there are two. */
    same_as: id.optional(),
    note: z.string().optional(),
  })
  .superRefine((s, { addIssue }) => {
    const drawn = s.smiles !== null
    if (drawn === (s.not_a_structure !== undefined))
      addIssue({
        code: 'custom',
        path: ['not_a_structure'],
        message: drawn ? 'nothing, because there is a structure' : `one of ${notAStructure.options.join(', ')}`,
      })
    if (drawn === (s.structure.from === 'none'))
      addIssue({ code: 'custom', path: ['structure', 'from'], message: drawn ? 'where the structure is from' : 'none' })
    if (s.members && s.not_a_structure !== 'group')
      addIssue({ code: 'custom', path: ['members'], message: 'nothing, because it is not a group' })
    if (!drawn && !s.structure.why)
      addIssue({ code: 'custom', path: ['structure', 'why'], message: 'why there is no structure' })
  })

export type Substance = z.infer<typeof substance>
