import { existsSync } from 'node:fs'
import { RuleQuestion, Clearing } from '../../answers/index.js'
import type { Problem, Reader } from '../../chem/index.js'
import type { Resolved, Resolver } from '../../identifiers/index.js'
import type { Day } from '../../law/index.js'
import {
  moveAcross,
  movesBetween,
  daysNotControlled,
  historyOf,
  lastDayOf,
  unchangedAfter,
  type LawIndex,
  type Move,
  type Query,
} from '../../matching/index.js'
import type { DraftAnswer } from '../../report/documents.js'
import { problemKind, problemText, type Answer, type ComparedRow, type ComparedVerdict } from '../../report/index.js'
import type { Done, Task, Watch } from '../judge/chunk-task.js'
import { ChunkWork, recordsOf } from '../judge/chunk-work.js'
import type { BatchRecord } from '../input/batch-record.js'
import { idOf } from '../output/result.js'
import { RecordJudge } from '../judge/record-judge.js'
import { Tally } from '../output/tally.js'
import { noCounts } from '../output/compared-counts.js'

/** Two states of the law under which the same records are judged. */
export interface CompareSetup {
  readonly kind: 'compare'
  readonly before: Query
  readonly after: Query
  /** Whether both editions have the same substances and names, so that one reading serves both. */
  readonly sameRecords: boolean
  /** Whether two jurisdictions are compared, and not two states of the same ones. */
  readonly across: boolean
  readonly screen: boolean
  /** Rows returned; others are only counted. `notable` rows change, are unreadable, or have a first sighting. */
  readonly rows: 'all' | 'notable'
  readonly assumedFrom: Day | null
  /** The rule that only the second side has, if it is also judged by its words alone. */
  readonly draft: ComparedDraft | null
}

/** A rule by its id, and the jurisdiction that holds it. */
interface ComparedDraft {
  readonly code: string
  readonly rule: string
}

export interface ComparedLine extends ComparedRow {
  readonly before: ComparedVerdict
  readonly after: ComparedVerdict
  readonly moves: readonly Move[]
  /** The structure judged; null if there is none. */
  readonly text: string | null
  /** The text of a first sighting that is not a day. */
  readonly notADay?: string
  /** The draft's answer, if requested and not simply "not covered". */
  readonly draft?: DraftAnswer
}

/** The resolved identifiers of a record on each side. */
interface Meant {
  readonly before: Resolved
  readonly after: Resolved
}

/** Judges records under two states of the law. One reading clears most of them on both sides. */
export class CompareJudge extends ChunkWork {
  readonly #before: RecordJudge
  readonly #after: RecordJudge
  readonly #draft: RuleQuestion | null
  readonly #sides: RaceSides
  /** Clears what is uncontrolled on both sides. */
  readonly #clearing: Clearing | null

  /** @param second of the second side; the first if both use the same edition */
  constructor(
    first: Resolver,
    second: Resolver,
    readonly setup: CompareSetup,
  ) {
    super()
    const reading = { identify: 'none', engine: setup.screen, isFile: existsSync } as const
    this.#before = new RecordJudge(first, setup.before, reading)
    this.#after = new RecordJudge(second, setup.after, reading)
    this.#draft = setup.draft && ruleAsked(second, setup.draft, setup)
    this.#sides = {
      before: { law: first.law, query: setup.before },
      after: { law: second.law, query: setup.after },
      assumedFrom: setup.assumedFrom,
    }
    const { before, after } = this.#sides
    const queried = [after, setup.sameRecords ? { law: after.law, query: before.query } : before]
    this.#clearing = setup.screen ? new Clearing(queried) : null
  }

  protected async judged(task: Task, watch: Watch): Promise<Done> {
    const records = recordsOf(task)
    const tally = new Tally(this.#after.question.nothing)
    const counts = noCounts()
    const meant = await this.#meant(records, watch)
    const cleared = this.#cleared(records, meant)
    const seen = records.map(firstSeenIn)
    const judged = await this.inTurn(
      records,
      task,
      watch,
      (record, i, line) => {
        const own = { index: task.index + i, id: idOf(record, task.index + i), line }
        if (cleared[i] && !seen[i]) {
          tally.addCleared()
          counts.before.uncontrolled++
          counts.after.uncontrolled++
          if (this.setup.rows === 'all') this.#write(unmoved(own, record), record)
          return
        }
        return this.#judge(record, own, meant[i] ?? null, seen[i] ?? null).then(({ row, answer }) => {
          tally.add(answer)
          counts.before[row.before]++
          counts.after[row.after]++
          if (this.setup.rows === 'all' || row.moves.length > 0 || row.after === 'unreadable' || seen[i])
            this.#write(row, record)
        })
      },
      (i) => !cleared[i] || Boolean(seen[i]),
    )
    return { ...this.done(judged, tally), compared: counts }
  }

  /** InChIs are read one by one, because each may take long. */
  async #meant(records: readonly BatchRecord[], watch: Watch): Promise<(Meant | null)[]> {
    const meant: (Meant | null)[] = []
    for (const [i, record] of records.entries()) {
      if (record.problem !== null || this.#before.hasInchi(record)) {
        meant.push(null)
        continue
      }
      await this.turns.yieldToEventLoop()
      watch.reached(i)
      meant.push(await this.#resolve(record))
    }
    return meant
  }

  async #resolve(record: BatchRecord): Promise<Meant> {
    const before = await this.#before.resolve(record)
    return { before, after: this.setup.sameRecords ? before : await this.#after.resolve(record) }
  }

  /** For each record, whether conditions alone show it is uncontrolled on both sides. */
  #cleared(records: readonly BatchRecord[], meant: readonly (Meant | null)[]): readonly boolean[] {
    const drawings = records.map((record, i) => {
      const own = meant[i]
      const isDrawing = own && this.#before.isDrawing(record, own.before) && this.#after.isDrawing(record, own.after)
      return isDrawing ? record.text : null
    })
    return this.#clearing?.clear(drawings) ?? records.map(() => false)
  }

  async #judge(
    record: BatchRecord,
    place: Pick<ComparedLine, 'line'> & { readonly index: number; readonly id: string },
    known: Meant | null,
    seen: string | null,
  ): Promise<{ row: ComparedLine; answer: Answer }> {
    const { index, id, line } = place
    const meant = record.problem === null ? (known ?? (await this.#resolve(record))) : null
    const { assessment: first } = await this.#before.answer(record, index, meant?.before ?? null)
    const { assessment: second } = await this.#after.answer(record, index, meant?.after ?? null)
    const ref = { index, id, input: meant?.before.input ?? record.text }
    if (first.kind === 'unreadable' || second.kind === 'unreadable') {
      const problem = first.kind === 'unreadable' ? first.problem : second.kind === 'unreadable' ? second.problem : null
      const answer: Answer = { kind: 'unreadable', problem: problem! }
      return { row: unread(ref, line, problem!), answer }
    }
    const { across } = this.setup
    const meaning = meant?.after.meaning ?? null
    const text = meaning?.kind === 'structure' ? meaning.text : null
    const draft = this.#draft && meaning ? await this.#draft.about(meaning) : null
    const race = seen && text !== null ? raceOf(seen, text, this.#sides, await this.#after.resolver.reader()) : null
    const row: ComparedLine = {
      ref,
      line,
      before: first.judgement.verdict,
      after: second.judgement.verdict,
      moves: (across ? moveAcross : movesBetween)(first.judgement, second.judgement),
      race,
      problem: null,
      text,
      ...(seen && text !== null && race === null ? { notADay: seen } : {}),
      ...(draft?.fit === 'covered' || draft?.fit === 'undecided' ? { draft } : {}),
    }
    return { row, answer: second }
  }

  #write(row: ComparedLine, { fields }: BatchRecord): void {
    this.bytes.text(`${JSON.stringify({ ...row, fields })}\n`)
  }
}

/** Judges by the words of one rule alone, as `impact` does. */
function ruleAsked(
  { reader, law: { edition } }: Resolver,
  { code, rule: id }: ComparedDraft,
  { after, screen }: CompareSetup,
): RuleQuestion {
  const { rules } = edition.jurisdictions.find((j) => j.jurisdiction.code === code)!
  const rule = rules.find((r) => r.id === id)!
  return new RuleQuestion(reader, edition, { code, rule }, after.asOf, { engine: screen, expected: 0 })
}

function unmoved(
  { index, id, line }: { readonly index: number; readonly id: string; readonly line: number | null },
  { text }: BatchRecord,
): ComparedLine {
  const ref = { index, id, input: text }
  return { ref, line, before: 'uncontrolled', after: 'uncontrolled', moves: [], race: null, problem: null, text }
}

function unread(ref: ComparedLine['ref'], line: number | null, problem: Problem): ComparedLine {
  const why = { problem: problemText(problem), notRecorded: problemKind(problem) === 'not recorded' }
  return { ref, line, before: 'unreadable', after: 'unreadable', moves: [], race: null, text: null, ...why }
}

/** The first sighting of a record; null if it has no such column. */
function firstSeenIn({ fields }: BatchRecord): string | null {
  return fields.find(([name]) => /^first[ _-]?seen$/i.test(name.trim()))?.[1].trim() ?? null
}

interface AskedLaw {
  readonly law: LawIndex
  readonly query: Query
}

interface RaceSides {
  readonly before: AskedLaw
  readonly after: AskedLaw
  /** The day from which rules of the second side only count; null if there are none. */
  readonly assumedFrom: Day | null
}

/**
 * Days on which a structure was uncontrolled, and undecided, on each side, from the first sighting to the later of the
 * two days; the law of the earlier day is assumed to continue. Null if the sighting is not a day.
 */
function raceOf(
  firstSeen: string,
  text: string,
  { before, after, assumedFrom }: RaceSides,
  reader: Reader,
): ComparedRow['race'] {
  const from = lastDayOf(firstSeen)
  if (from === null) return null
  const days = ({ law, query }: AskedLaw, start: Day, end: Day) =>
    reader.read(text, (structure) =>
      daysNotControlled(unchangedAfter(historyOf(structure, law, query), query.asOf), start, end),
    )
  const end = before.query.asOf > after.query.asOf ? before.query.asOf : after.query.asOf
  const turn = assumedFrom === null ? from : assumedFrom > from ? assumedFrom : from
  const unchanged = turn < end ? turn : end
  const first = days(before, from, end)
  const [second, third] = [days(before, from, unchanged), days(after, unchanged, end)]
  return {
    firstSeen,
    from,
    before: first.uncontrolled,
    after: second.uncontrolled + third.uncontrolled,
    undecided: { before: first.undecided, after: second.undecided + third.undecided },
  }
}
