import { existsSync } from 'node:fs'
import type { Reader } from '../../chem/index.js'
import { Resolver, type Resolved } from '../../identifiers/index.js'
import type { Edition } from '../../law/index.js'
import { moveAcross, movesBetween } from '../../matching/index.js'
import { problemText, type Answer } from '../../report/index.js'
import { Screen } from '../../screen/index.js'
import { linesOfRecords } from '../input/chunk.js'
import type { Done, Task } from '../judge/chunk-task.js'
import { ChunkWork, recordsOf } from '../judge/chunk-work.js'
import { indexedLaw } from '../judge/indexed-law.js'
import type { BatchRecord } from '../input/batch-record.js'
import { idOf } from '../output/result.js'
import { ScreenedJudge, structuresWorthScreen } from '../judge/screened-judge.js'
import { Tally } from '../output/tally.js'
import { noCounts, type CompareSetup, type ComparedLine } from './compare-setup.js'
import { DraftSide } from './draft-side.js'
import { raceOf, type RaceSides } from './race.js'

/** What the identifiers of a record mean on each side. */
interface Meant {
  readonly before: Resolved
  readonly after: Resolved
}

/** Judges records under two states of the law. Most are cleared on both sides at once, by one look at one reading. */
export class CompareJudge extends ChunkWork {
  readonly #setup: CompareSetup
  readonly #before: ScreenedJudge
  readonly #after: ScreenedJudge
  readonly #draft: DraftSide | null
  readonly #sides: RaceSides
  /** Clears what is uncontrolled on both sides: one screen for both where they have the same records. */
  #clearing: readonly Screen[] | null = null
  #seen = 0

  /** @param other the edition of the second side; null where it is that of the first */
  constructor(start: () => Promise<Reader>, edition: Edition, other: Edition | null, setup: CompareSetup) {
    super()
    const law = indexedLaw(edition)
    const second = other ? indexedLaw(other) : law
    let reader: Promise<Reader> | null = null
    const shared = () => (reader ??= start())
    const judging = {
      identify: 'none',
      screen: setup.screen,
      isFile: existsSync,
    } as const
    this.#setup = setup
    const resolver = new Resolver(law, shared)
    this.#before = new ScreenedJudge(resolver, setup.before, judging)
    this.#after = new ScreenedJudge(other ? new Resolver(second, shared) : resolver, setup.after, judging)
    this.#draft = setup.draft && new DraftSide(shared, other ?? edition, setup.draft, setup.after.asOf, judging)
    this.#sides = {
      before: { law, query: setup.before },
      after: { law: second, query: setup.after },
      assumedFrom: setup.assumedFrom,
    }
  }

  protected async judged(task: Task, at?: Int32Array): Promise<Done> {
    const records = recordsOf(task)
    const tally = new Tally(this.#after.nothing)
    const counts = noCounts()
    const meant = await this.#meant(records, at)
    const cleared = this.#cleared(records, meant)
    const seen = records.map((record) => this.#firstSeen(record))
    let { line = null } = task.chunk
    const judged = await this.inTurn(
      records.length,
      task,
      at,
      (i) => !cleared[i] || Boolean(seen[i]),
      (i) => {
        const record = records[i]!
        const own = { index: task.index + i, id: idOf(record, task.index + i), line }
        if (line !== null) line += linesOfRecords([record])
        if (seen[i] !== null) counts.columnFound = true
        if (cleared[i] && !seen[i]) {
          tally.addCleared()
          counts.before.uncontrolled++
          counts.after.uncontrolled++
          if (this.#setup.rows === 'all') this.#write(unmoved(own, record))
          return
        }
        return this.#judge(record, own, meant[i] ?? null, seen[i] ?? null).then(({ row, answer }) => {
          tally.add(answer)
          counts.before[row.before]++
          counts.after[row.after]++
          if (this.#setup.rows === 'all' || row.moves.length > 0 || row.after === 'unreadable' || seen[i])
            this.#write(row)
        })
      },
    )
    return { ...this.done(judged, tally), compared: counts }
  }

  /** InChIs, which may take long, are read when their turn comes. */
  async #meant(records: readonly BatchRecord[], at?: Int32Array): Promise<(Meant | null)[]> {
    const meant: (Meant | null)[] = []
    for (const [i, record] of records.entries()) {
      if (record.problem !== null || this.#before.judge.hasInchi(record)) {
        meant.push(null)
        continue
      }
      await this.turns.take()
      if (at) at[0] = i
      meant.push(await this.#resolve(record))
    }
    return meant
  }

  async #resolve(record: BatchRecord): Promise<Meant> {
    const before = await this.#before.judge.resolve(record)
    return { before, after: this.#setup.sameRecords ? before : await this.#after.judge.resolve(record) }
  }

  /** Of each record, whether conditions alone say that it is uncontrolled on both sides. */
  #cleared(records: readonly BatchRecord[], meant: readonly (Meant | null)[]): boolean[] {
    this.#seen += records.length
    if (!this.#setup.screen || (this.#clearing === null && this.#seen < structuresWorthScreen))
      return records.map(() => false)
    const screens = (this.#clearing ??= this.#screens())
    const clear = records.map((record, i) => {
      const own = meant[i] ?? null
      return own !== null && this.#before.canScreen(record, own.before) && this.#after.canScreen(record, own.after)
    })
    for (const screen of screens)
      for (const [i, record] of records.entries()) clear[i] &&= screen.read(record.text).clears()
    return clear
  }

  #screens(): Screen[] {
    const { before, after } = this.#sides
    return this.#setup.sameRecords
      ? [new Screen(after.law, after.query, [before.query])]
      : [new Screen(before.law, before.query), new Screen(after.law, after.query)]
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
      return { row: unread(ref, line, problemText(problem!)), answer }
    }
    const { across } = this.#setup
    const text = meant?.after.meaning.kind === 'structure' ? meant.after.meaning.text : null
    const draft = (await this.#draft?.answer(record, index, meant?.after ?? null)) ?? null
    const race =
      seen && text !== null ? raceOf(seen, text, this.#sides, await this.#after.judge.resolver.reader()) : null
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
      ...(draft === null ? {} : { draft }),
    }
    return { row, answer: second }
  }

  /** What a record says of its first sighting; null where it has no such column. */
  #firstSeen({ fields }: BatchRecord): string | null {
    const { firstSeen } = this.#setup
    if (firstSeen === null || fields.length === 0) return null
    return fields.find(([name]) => name.trim().toLowerCase() === firstSeen)?.[1].trim() ?? null
  }

  #write(row: ComparedLine): void {
    this.bytes.text(`${JSON.stringify(row)}\n`)
  }
}

function unmoved(
  { index, id, line }: { readonly index: number; readonly id: string; readonly line: number | null },
  { text }: BatchRecord,
): ComparedLine {
  return {
    ref: { index, id, input: text },
    line,
    before: 'uncontrolled',
    after: 'uncontrolled',
    moves: [],
    race: null,
    problem: null,
    text,
  }
}

function unread(ref: ComparedLine['ref'], line: number | null, problem: string): ComparedLine {
  return { ref, line, before: 'unreadable', after: 'unreadable', moves: [], race: null, problem, text: null }
}
