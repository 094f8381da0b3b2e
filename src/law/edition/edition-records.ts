import type { Records, JurisdictionRecords } from '../records/records.js'
import type { RuleExamples } from '../schema/rule.js'
import type { Groups } from '../../chem/index.js'
import type { CounterIon } from '../schema/record-kinds.js'
import type { Substance } from '../schema/substance.js'
import type { Term } from '../schema/term.js'

/**
 * The records of an edition, for search and display.
 * @param examples of its rules, by rule id: they are stored separately from an edition
 */
export function recordsOf(edition: Edition, examples: Readonly<Record<string, RuleExamples>> = {}): Records {
  return {
    edition,
    substances: edition.substances,
    terms: edition.terms,
    counterIons: [],
    medicines: [],
    jurisdictions: edition.jurisdictions.map((j) => ({
      ...j,
      examples: new Map(j.rules.flatMap(({ id }) => (examples[id] ? [[id, examples[id]] as const] : []))),
    })),
    files: new Map(),
  }
}

/** What identifies a substance, computed when the edition is compiled. */
export interface SubstanceKey {
  /** Skeleton key of the substance without counter-ions. */
  readonly skeleton: string
  /** Standard InChI of the substance without counter-ions. */
  readonly inchi: string
  /** InChIKey of its flat form: shared by its salts, isotopologues and stereoisomers. */
  readonly flatInchikey: string
  /** Its InChI with mobile hydrogens, for tautomers that standard InChI distinguishes. */
  readonly mobileInchi: string
  /** Hydrogens on its hetero atoms, to distinguish a tautomer from a shift between two stable forms. */
  readonly heteroHydrogens: string
  /**
   * Flat forms of the counter-ions of a record drawn as a particular salt of a base or acid; null if any salt is meant.
   */
  readonly ions: readonly string[] | null
  /** Formula and functional groups, if a list covers its positional isomers. */
  readonly groups: Groups | null
  /** Ids of its cores, by list. */
  readonly cores: Readonly<Record<string, string>>
  /** True if the record itself is drawn as a salt. */
  readonly salt: boolean
  /**
   * Canonical SMILES of a record of one component, which RDKit gives for any drawing of it; null for other records.
   * Missing in earlier editions, or null there for records with stereo.
   */
  readonly canonical?: string | null
  /** Keys of its other drawings. */
  readonly alsoDrawn: readonly Pick<SubstanceKey, 'skeleton' | 'inchi' | 'mobileInchi'>[]
}

export interface CompiledSubstance extends Substance {
  readonly key: SubstanceKey | null
}

/** A counter-ion or solvent that does not change the identity of the substance it accompanies. */
export interface CompiledCounterIon extends Omit<CounterIon, 'smiles'> {
  readonly skeleton: string
  readonly flat: string
  /** Its drawing and its InChI. Missing in earlier editions. */
  readonly smiles?: string
  readonly inchi?: string
}

/** The law data, checked and compiled. `sha256` covers the content: equal hashes mean judged by the same law. */
export interface Edition {
  readonly format: 1
  readonly id: string
  readonly sha256: string
  /** Set if the content does not match the hash stated in its file; `sha256` is then the actual hash. */
  readonly unverified?: true
  readonly substances: readonly CompiledSubstance[]
  readonly terms: readonly Term[]
  readonly counterIons: readonly CompiledCounterIon[]
  readonly jurisdictions: readonly JurisdictionRecords[]
  /** What the data of users took away from the shipped edition. */
  readonly replaced?: readonly string[]
}

const members = ['substances', 'terms', 'counterIons', 'jurisdictions'] as const

/** Why a value is no edition of the format that this version reads, as the end of a sentence; null if it is one. */
export function flawOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'it is not a JSON object'
  const { format, id, sha256 } = value as Partial<Edition>
  if (format !== 1)
    return `its format is ${format === undefined ? 'missing' : JSON.stringify(format)}, but this version reads format 1`
  if (typeof id !== 'string' || id === '') return 'it has no id'
  if (typeof sha256 !== 'string' || !/^[0-9a-f]{64}$/.test(sha256)) return 'it states no hash (sha256)'
  const missing = members.filter((name) => !Array.isArray((value as Partial<Edition>)[name]))
  return missing.length === 0 ? null : `it has no list of ${missing.join(', ')}`
}

/** JSON in ASCII: such a file is read and parsed in half the time, and its bytes can be hashed directly. */
export function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(/[\u0080-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** The text that the SHA-256 of an edition is computed from: everything except the hash itself. */
export function contentText(edition: Omit<Edition, 'sha256'> & { readonly sha256?: string }): string {
  const { sha256: _, ...content } = edition
  return asciiJson(content)
}
