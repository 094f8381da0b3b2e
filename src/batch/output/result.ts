import type { Names, Reader } from '../../chem/index.js'
import {
  answerTo,
  isInchi,
  looksLikeSmiles,
  Resolver,
  type GivenIdentifiers,
  type InchiReader,
  type Lookup,
  type Resolved,
  type Warning,
} from '../../identifiers/index.js'
import {
  withNames,
  type Hints,
  type Identify,
  type Judgement,
  type LawIndex,
  type Query,
} from '../../matching/index.js'
import { alsoNameWords, failureProblem, type Answer, type InputRef } from '../../report/index.js'
import type { BatchRecord } from '../input/batch-record.js'
import { withGaps, withNameHint, type IsFile } from './what-to-try.js'

export interface BatchResult {
  readonly ref: InputRef
  readonly record: BatchRecord
  readonly assessment: Answer
  readonly lookup: Lookup | null
  readonly warnings: readonly Warning[]
}

/** The verdict on a record, and its formula, if decided without RDKit. */
export interface Judged {
  readonly judgement: Judgement
  readonly formula: string
  /** Names of a recorded substance; null if RDKit gives them. */
  readonly names: Names | null
}

/** How records are read. */
export interface ReadOptions {
  readonly identify: Identify
  /** Whether the input may be a name, number or InChI instead of a structure. */
  readonly lookUp: boolean
  readonly inchi: InchiReader
  /** Shared by several judges; without it each makes its own. */
  readonly resolver?: Resolver
  /** If given, problems with inputs that are not recorded names say what to try. */
  readonly isFile?: IsFile
}

/** Characters echoed in a result of an input too long to read. */
const echoed = 200

/** Judges records one by one with one reader. No content of a record ends the run. */
export class Judge {
  /** Recorded names that also read as SMILES, and the length of the longest. */
  readonly #names: ReadonlySet<string>
  readonly #longestName: number
  readonly #resolver: Resolver
  /** Cached answers for recorded substances, which an inventory repeats. */
  readonly #recorded = new Map<string, Answer>()
  #reader: Reader | null = null

  /** @param start starts the reader, when the first record needs it */
  constructor(
    readonly start: () => Promise<Reader>,
    readonly law: LawIndex,
    readonly query: Query,
    readonly options: ReadOptions,
  ) {
    this.#names = new Set(law.edition.substances.flatMap((s) => [s.name, ...(s.aliases ?? [])]).filter(looksLikeSmiles))
    this.#longestName = Math.max(0, ...[...this.#names].map((name) => name.length))
    this.#resolver = options.resolver ?? new Resolver(law, () => this.#started(), options.inchi)
  }

  /** PCP is a recorded name and also the SMILES of something else: a batch must not judge it as the latter. */
  isName(text: string): boolean {
    return text.length <= this.#longestName && this.#names.has(text)
  }

  /** Whether a record has anything to resolve besides its structure. */
  hasIdentifiers({ text, identifiers }: BatchRecord): boolean {
    return identifiers !== undefined || this.options.lookUp || isInchi(text)
  }

  /** Whether resolving it may be slow. */
  hasInchi({ text, identifiers }: BatchRecord): boolean {
    return isInchi(text) || (identifiers?.inchi !== undefined && isEmpty(text))
  }

  resolve(record: BatchRecord): Promise<Resolved> {
    return this.#resolver.resolve(this.#given(record))
  }

  /**
   * @param index position among all inputs of the run, counted from 1
   * @param resolved what its identifiers mean; null for a record that has none
   * @param hints of the screen, which has just read the record; null if there are none
   */
  async judge(
    record: BatchRecord,
    index: number,
    resolved: Resolved | null = null,
    hints: Hints | null = null,
    identify = this.options.identify,
  ): Promise<BatchResult> {
    const given = resolved?.input ?? record.text
    const assessment = await this.#assess(record, resolved, hints, identify)
    const tooLong = assessment.kind === 'unreadable' && assessment.problem.code === 'too-long'
    const input = tooLong && given.length > echoed ? `${given.slice(0, echoed)}...` : given
    return { ref: { index, id: idOf(record, index), input }, record, assessment, ...found(resolved) }
  }

  /** A record whose verdict and formula the screen knows for certain. */
  async judged(
    record: BatchRecord,
    index: number,
    resolved: Resolved | null,
    judged: Judged,
    identify = this.options.identify,
  ): Promise<BatchResult> {
    const assessment = await withNames(() => this.#started(), record.text, judged, identify)
    return { ref: { index, id: idOf(record, index), input: record.text }, record, assessment, ...found(resolved) }
  }

  #given({ text, name, identifiers, fields }: BatchRecord): GivenIdentifiers {
    const { lookUp } = this.options
    // A line of a SMILES file has its name after a blank, but a name of several words also contains blanks.
    const whole = lookUp && identifiers === undefined && fields.length === 0 && name !== null ? `${text} ${name}` : null
    const structure = whole !== null && this.#isName(whole, text) ? whole : text
    return { ...identifiers, structure: identifiers && isEmpty(structure) ? '' : structure, lookUp }
  }

  /** Whether a line is a name, or may be one because its first word is recorded as a name. */
  #isName(line: string, text: string): boolean {
    if (this.#resolver.names.find(line) !== null || this.#resolver.nameBegunBySmiles(line) !== null) return true
    const found = this.#resolver.names.find(text)
    return found !== null && (found.kind === 'one' ? found.lookup.by : found.by) === 'name'
  }

  async #assess(
    record: BatchRecord,
    resolved: Resolved | null,
    hints: Hints | null,
    identify: Identify,
  ): Promise<Answer> {
    if (record.problem) return { kind: 'unreadable', problem: record.problem }
    const meaning = resolved?.meaning ?? { kind: 'structure', text: record.text, lookup: null, orName: false }
    const key = meaning.kind === 'structure' && meaning.lookup?.substance ? JSON.stringify(meaning.lookup) : null
    const known = key === null ? undefined : this.#recorded.get(key)
    if (known) return known
    const answer = answerTo(meaning, this.#resolver, await this.#started(), this.query, {
      identify,
      ...(hints && { hints }),
    })
    const input = resolved?.input ?? record.text
    if (answer.kind === 'no substance') {
      const problem = failureProblem(answer.failure)
      return {
        kind: 'unreadable',
        problem: this.options.isFile ? withGaps(problem, input, this.law, this.query, this.options.isFile) : problem,
      }
    }
    if (key !== null) this.#recorded.set(key, answer)
    const drawn = meaning.kind === 'structure' && meaning.lookup === null
    if (answer.kind === 'unreadable' && drawn && this.options.isFile && input.trim() !== '')
      return {
        kind: 'unreadable',
        problem: withNameHint(answer.problem, input, this.law, this.query, this.options.isFile),
      }
    if (answer.kind === 'judged' && drawn && !this.options.lookUp && this.isName(record.text)) {
      return { kind: 'unreadable', problem: { code: 'not-a-structure', message: alsoNameWords, position: null } }
    }
    return answer
  }

  /** The reader of structures, ready to be used. */
  reader(): Promise<Reader> {
    return this.#started()
  }

  async #started(): Promise<Reader> {
    this.#reader ??= await this.start()
    await this.#reader.ready()
    return this.#reader
  }
}

function found(resolved: Resolved | null): Pick<BatchResult, 'lookup' | 'warnings'> {
  const meaning = resolved?.meaning
  return {
    lookup: meaning === undefined || meaning.kind === 'unreadable' ? null : meaning.lookup,
    warnings: resolved?.warnings ?? [],
  }
}

/** No text, or a mol block without atoms. */
function isEmpty(text: string): boolean {
  return text.trim() === '' || /^(?:[^\n]*\n){3} {2}0 {2}0[^\n]*V2000/.test(text)
}

export function idOf(record: BatchRecord, index: number): string {
  return record.name ?? `row-${index}`
}
