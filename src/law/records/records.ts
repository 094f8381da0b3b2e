import type { Evidence } from '../schema/evidence.js'
import type { Part } from '../schema/fields.js'
import type { Instrument, List } from '../schema/list.js'
import type { Jurisdiction } from '../schema/jurisdiction.js'
import type { CounterIon, Medicine, WordTable } from '../schema/record-kinds.js'
import type { Sources } from '../schema/sources.js'
import type { Reconciled } from '../schema/reconciled.js'
import type { RecordedReading } from '../schema/recorded-reading.js'
import type { Rule, RuleExamples } from '../schema/rule.js'
import type { Substance } from '../schema/substance.js'
import type { Term } from '../schema/term.js'

export interface JurisdictionRecords {
  readonly jurisdiction: Jurisdiction
  readonly instruments: readonly Instrument[]
  readonly lists: readonly List[]
  readonly rules: readonly Rule[]
  /** How questions that the law leaves open are answered for some substances. Missing in earlier editions. */
  readonly readings?: readonly RecordedReading[]
}

/** All records of a data folder, each valid individually; `files` says where each was read. */
export interface Records {
  readonly edition: { readonly id: string }
  readonly substances: readonly Substance[]
  readonly terms: readonly Term[]
  readonly counterIons: readonly CounterIon[]
  readonly medicines: readonly Medicine[]
  /** Answers to questions of fact; the readings of the laws that ask have them too. */
  readonly evidence?: readonly Evidence[]
  /** How names in other languages are translated into English, for drafts. */
  readonly words?: readonly WordTable[]
  readonly jurisdictions: readonly (JurisdictionRecords & {
    readonly examples: ReadonlyMap<string, RuleExamples>
    readonly reconciled?: Reconciled
    /** Where it is published. */
    readonly sources?: Sources
    /** Terms shared by rules of this law; each rule that uses one also has it among its own. */
    readonly terms?: readonly Term[]
    /** Ids of rules that are recorded as changes to a rule of another law. */
    readonly based?: ReadonlySet<string>
    /** Classes with several versions, by the id of the file: its title, and the ids of the rules, earliest first. */
    readonly versions?: ReadonlyMap<string, { readonly title: string; readonly ids: readonly string[] }>
  })[]
  /** What these records took away from those they were added to. */
  readonly replaced?: readonly string[]
  /** Record id (`substance:fentanyl`, `rule:cn-fentanyl-class` ...) to file. */
  readonly files: ReadonlyMap<string, string>
  /** Patterns as written, and their parts, by file; the records contain the expanded patterns. */
  readonly written?: ReadonlyMap<string, Written>
  /** Where the parts of a version are in its file, by the name used for it in `files`. */
  readonly places?: ReadonlyMap<string, Places>
}

/** The file a record was read from; its key if it did not come from a file. */
export function fileOf(records: Pick<Records, 'files'>, key: string): string {
  return records.files.get(key) ?? key
}

export interface WrittenPattern {
  readonly field: string
  readonly smarts: string
}

export interface Written {
  /** Set for a file of shared parts: the folder whose files may use them (`ca/`; empty for all laws). */
  readonly shares?: string
  readonly own: readonly Part[]
  /** The parts used in its patterns, its own or shared. */
  readonly used: readonly Part[]
  /** Its patterns with parts, those of its parts, and any other long patterns. */
  readonly patterns: readonly WrittenPattern[]
}

/** A pattern with more characters than this cannot be proofread. */
export const longest = 150

/** Where the parts of an unfolded rule are in the file it was unfolded from. */
export class Places {
  readonly #inFile = new Map<string, string>()

  add(field: string, inFile: string): void {
    if (field !== inFile) this.#inFile.set(field, inFile)
  }

  /** The field of the file for a field of the rule (`clauses[2].with[1]`). */
  inFile(field: string): string {
    for (let end = field.length; end > 0; end--) {
      const known = this.#inFile.get(field.slice(0, end))
      if (known !== undefined && /^(?:[.[]|$)/.test(field.slice(end))) return known + field.slice(end)
    }
    return field
  }
}
