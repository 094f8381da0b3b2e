import type { CounterIon } from './counter-ion.js'
import type { JurisdictionRecords } from './edition.js'
import type { Medicine } from './medicine.js'
import type { Reconciled } from './reconciled.js'
import type { RuleExamples } from './rule.js'
import type { Substance } from './substance.js'
import type { Term } from './term.js'

/** All records of a data folder, each valid by itself; `files` says where each was read. */
export interface Records {
  readonly edition: { readonly id: string }
  readonly substances: readonly Substance[]
  readonly terms: readonly Term[]
  readonly counterIons: readonly CounterIon[]
  readonly medicines: readonly Medicine[]
  readonly jurisdictions: readonly (JurisdictionRecords & {
    readonly examples: ReadonlyMap<string, RuleExamples>
    readonly reconciled?: Reconciled
  })[]
  /** Record id (`substance:fentanyl`, `rule:cn-fentanyl-class` ...) to file. */
  readonly files: ReadonlyMap<string, string>
}
