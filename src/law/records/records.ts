import type { Instrument } from '../schema/instrument.js'
import type { Jurisdiction } from '../schema/jurisdiction.js'
import type { List } from '../schema/list.js'
import type { CounterIon } from '../schema/counter-ion.js'
import type { Medicine } from '../schema/medicine.js'
import type { Written } from './written-patterns.js'
import type { Reconciled } from '../schema/reconciled.js'
import type { Rule, RuleExamples } from '../schema/rule.js'
import type { Substance } from '../schema/substance.js'
import type { Term } from '../schema/term.js'
import type { WordTable } from '../schema/word-table.js'
import type { Places } from './version-places.js'

/** The records of one law. */
export interface JurisdictionRecords {
  readonly jurisdiction: Jurisdiction
  readonly instruments: readonly Instrument[]
  readonly lists: readonly List[]
  readonly rules: readonly Rule[]
}

/** All records of a data folder, each valid individually; `files` says where each was read. */
export interface Records {
  readonly edition: { readonly id: string }
  readonly substances: readonly Substance[]
  readonly terms: readonly Term[]
  readonly counterIons: readonly CounterIon[]
  readonly medicines: readonly Medicine[]
  /** How names in other languages are translated into English, for drafts. */
  readonly words?: readonly WordTable[]
  readonly jurisdictions: readonly (JurisdictionRecords & {
    readonly examples: ReadonlyMap<string, RuleExamples>
    readonly reconciled?: Reconciled
    /** Terms shared by rules of this law; each rule that uses one also has it among its own. */
    readonly terms?: readonly Term[]
    /** Classes with several versions, by the id of the file: its title, and the ids of the rules, earliest first. */
    readonly versions?: ReadonlyMap<string, { readonly title: string; readonly ids: readonly string[] }>
  })[]
  /** Record id (`substance:fentanyl`, `rule:cn-fentanyl-class` ...) to file. */
  readonly files: ReadonlyMap<string, string>
  /** Patterns as written, and their parts, by file; the records contain the expanded patterns. */
  readonly written?: ReadonlyMap<string, Written>
  /** Where the parts of a version are in its file, by the name used for it in `files`. */
  readonly places?: ReadonlyMap<string, Places>
}
