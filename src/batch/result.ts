import type { Names, Reader } from '../chem/index.js'
import {
  answerTo,
  isInchi,
  looksLikeSmiles,
  Resolver,
  type Given,
  type InchiReader,
  type Lookup,
  type Resolved,
  type Warning,
} from '../identifiers/index.js'
import { withNames, type Hints, type Identify, type Judgement, type LawIndex, type Query } from '../matching/index.js'
import { alsoNameWords, failureProblem, type Answer, type InputRef } from '../report/index.js'
import type { BatchRecord } from './record.js'
import { withGaps, withNameHint, type IsFile } from './what-to-try.js'

export interface BatchResult {
  readonly ref: InputRef
  readonly record: BatchRecord
  readonly assessment: Answer
  readonly lookup: Lookup | null
  readonly warnings: readonly Warning[]
}

/** What the law says about a record, and its formula, if decided without RDKit. */
export interface Judged {
  readonly judgement: Judgement
  readonly formula: string
  /** Of a recorded substance; null where RDKit gives them. */
  readonly names: Names | null
}

/** How records are read. */
export interface Reading {
  readonly identify: Identify
  /** Whether the structure of a record may be a name, number or InChI instead. */
  readonly lookUp: boolean
  readonly inchi: InchiReader
  /** One that several judges share; each makes its own where none is given. */
  readonly resolver?: Resolver
  /** Where it is given, what is wrong with an input that is no recorded name says what to try. */
  readonly isFile?: IsFile
}

/** The longest input echoed in a result when it was too long to read. */
const echoed = 200

/** Judges records one after the other on one reader. Nothing that a record holds ends the run. */
export class Judge {
  /** Names that could be read as SMILES, and the length of the longest. */
  readonly #names: ReadonlySet<string>
  readonly #longestName: number
  readonly #resolver: Resolver
  /** Answers for recorded substances, which an inventory names over and over. */
  readonly #recorded = new Map<string, Answer>()
  #reader: Reader | null = null

  /** @param start starts the reader, once the first record needs it */
  constructor(
    readonly start: () => Promise<Reader>,
    readonly law: LawIndex,
    readonly query: Query,
    readonly reading: Reading,
  ) {
    this.#names = new Set(law.edition.substances.flatMap((s) => [s.name, ...(s.aliases ?? [])]).filter(looksLikeSmiles))
    this.#longestName = Math.max(0, ...[...this.#names].map((name) => name.length))
    this.#resolver = reading.resolver ?? new Resolver(law, () => this.#started(), reading.inchi)
  }

  /** PCP is a name and also reads as SMILES of something else: a batch must not pass it as that. */
  isName(text: string): boolean {
    return text.length <= this.#longestName && this.#names.has(text)
  }

  /** Whether more is to be found out about a record than what its structure draws. */
  hasIdentifiers({ text, identifiers }: BatchRecord): boolean {
    return identifiers !== undefined || this.reading.lookUp || isInchi(text)
  }

  /** Whether finding it out may take long. */
  hasInchi({ text, identifiers }: BatchRecord): boolean {
    return isInchi(text) || (identifiers?.inchi !== undefined && isEmpty(text))
  }

  resolve(record: BatchRecord): Promise<Resolved> {
    return this.#resolver.resolve(this.#given(record))
  }

  /** @param index position among all inputs of the run, counted from 1
   *  @param resolved what its identifiers mean; null for a record that has none
   *  @param hints of the screen, which has just read the record; null where there is none */
  async judge(
    record: BatchRecord,
    index: number,
    resolved: Resolved | null = null,
    hints: Hints | null = null,
    identify = this.reading.identify,
  ): Promise<BatchResult> {
    const given = resolved?.input ?? record.text
    const assessment = await this.#assess(record, resolved, hints, identify)
    const tooLong = assessment.kind === 'unreadable' && assessment.problem.code === 'too-long'
    const input = tooLong && given.length > echoed ? `${given.slice(0, echoed)}...` : given
    return { ref: { index, id: idOf(record, index), input }, record, assessment, ...found(resolved) }
  }

  /** A record of which the screen is certain what the law says, and which formula it has. */
  async judged(
    record: BatchRecord,
    index: number,
    resolved: Resolved | null,
    judged: Judged,
    identify = this.reading.identify,
  ): Promise<BatchResult> {
    const assessment = await withNames(() => this.#started(), record.text, judged, identify)
    return { ref: { index, id: idOf(record, index), input: record.text }, record, assessment, ...found(resolved) }
  }

  #given({ text, name, identifiers, fields }: BatchRecord): Given {
    const { lookUp } = this.reading
    // A line of a SMILES file has its name after a blank, which a name of several words has too.
    const whole = lookUp && identifiers === undefined && fields.length === 0 && name !== null ? `${text} ${name}` : null
    const structure = whole !== null && (this.#resolver.names.find(whole) || this.#isNamed(text)) ? whole : text
    return { ...identifiers, structure: identifiers && isEmpty(structure) ? '' : structure, lookUp }
  }

  /** Whether a word is a recorded name, so that what follows it on its line may be a part of that. */
  #isNamed(text: string): boolean {
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
        problem: this.reading.isFile ? withGaps(problem, input, this.law, this.query, this.reading.isFile) : problem,
      }
    }
    if (key !== null) this.#recorded.set(key, answer)
    const drawn = meaning.kind === 'structure' && meaning.lookup === null
    if (answer.kind === 'unreadable' && drawn && this.reading.isFile && input.trim() !== '')
      return {
        kind: 'unreadable',
        problem: withNameHint(answer.problem, input, this.law, this.query, this.reading.isFile),
      }
    if (answer.kind === 'judged' && drawn && !this.reading.lookUp && this.isName(record.text)) {
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
