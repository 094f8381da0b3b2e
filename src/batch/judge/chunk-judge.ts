import { mostHeld, Waivers, type ScreenResult } from '../../answers/index.js'
import type { Resolved, Resolver } from '../../identifiers/index.js'
import { isMismatch } from '../../report/index.js'
import type { Done, Task, Watch } from './chunk-task.js'
import { type ChunkJudgeSetup, ByDay, type DayWork } from './by-day.js'
import { ChunkWork, recordsOf } from './chunk-work.js'
import { linesOfRecords } from '../input/chunk.js'
import { isWritten } from '../output/row-filter.js'
import type { BatchRecord } from '../input/batch-record.js'
import { idOf, type BatchResult } from '../output/result.js'
import type { RowPlace } from '../output/row-writer.js'
import { Screening } from '../output/screening.js'
import { Tally } from '../output/tally.js'
import { count } from '../../remembered.js'

interface Item {
  readonly record: BatchRecord
  readonly on: DayWork
  readonly hasIdentifiers: boolean
  readonly resolved: Resolved | null
  /** How far the engine came with its drawing; null if it does not read it. */
  screened: ScreenResult | null
  result: BatchResult | null
}

/** Judges chunks and writes their rows: all the work of one thread. */
export class ChunkJudge extends ChunkWork {
  readonly #setup: ChunkJudgeSetup
  readonly #days: ByDay
  readonly #waivers: Waivers | null

  constructor(resolver: Resolver, setup: ChunkJudgeSetup) {
    super()
    this.#setup = setup
    this.#days = new ByDay(resolver, setup, this.bytes)
    this.#waivers = setup.waivers?.length ? new Waivers(setup.waivers) : null
  }

  /**
   * Works in passes until the time is over: conditions clear records, the engine examines some dozen of the rest, RDKit
   * judges what remains of these, then rows are written. One kind of work at a time keeps its code and tables in cache.
   */
  protected async judged(task: Task, watch: Watch): Promise<Done> {
    const end = performance.now() + (task.mostMs ?? Infinity)
    const isOver = (place: number) => place > 0 && performance.now() > end
    const items = await this.#items(task, watch)
    let judged = 0
    const unclear: number[] = []
    let i = 0
    for (; i < items.length; i++) {
      const item = items[i]!
      watch.reached(i)
      this.#screen(item, task.cleared?.[i])
      if (item.screened?.is === 'unclear') unclear.push(i)
      // Before their graphs are used for others, so that none is read twice.
      if (unclear.length < mostHeld && i < items.length - 1) continue
      while (unclear.length > 0 && !isOver(unclear[0]!)) {
        const place = unclear.shift()!
        watch.reached(place)
        const item = items[place]!
        item.screened = item.on.judge.question.judgeOnEngine(item.screened!)
      }
      judged = await this.#finish(items, judged, unclear[0] ?? i + 1, task.index, isOver, watch)
      if (judged <= i) break
    }
    const done = this.#written(task, items, judged, i + 1)
    this.#days.forget()
    return done
  }

  override async close(): Promise<void> {
    this.#days.free()
  }

  /** Resolves identifiers, record by record; InChIs, which may be slow, are left until their record is judged. */
  async #items(task: Task, watch: Watch): Promise<Item[]> {
    const items: Item[] = []
    for (const given of recordsOf(task)) {
      const record = this.#days.checked(given)
      const on = this.#days.of(record)
      let resolved: Resolved | null = null
      const hasIdentifiers = record.problem === null && on.judge.hasIdentifiers(record)
      if (hasIdentifiers && !on.judge.hasInchi(record)) {
        await this.turns.yieldToEventLoop()
        watch.reached(items.length)
        resolved = await on.judge.resolve(record)
      }
      items.push({ record, on, hasIdentifiers, resolved, screened: null, result: null })
    }
    return items
  }

  /** @param before the formula, if a larger chunk cleared the record; null if it screened it and did not */
  #screen(item: Item, before: string | null | undefined): void {
    const { record, on, hasIdentifiers, resolved } = item
    if (typeof before === 'string') item.screened = { is: 'cleared', formula: before }
    else if (on.judge.isDrawing(record, resolved, hasIdentifiers))
      item.screened = on.judge.question.screen(record.text, before === null)
  }

  /** Judges the records between two positions that are not cleared; returns how far it came in time. */
  async #finish(
    items: readonly Item[],
    from: number,
    to: number,
    index: number,
    isOver: (place: number) => boolean,
    watch: Watch,
  ): Promise<number> {
    for (let i = from; i < to; i++) {
      const item = items[i]!
      if (this.#isPlain(item)) continue
      // What the engine has judged would be judged again.
      if (watch.isStopped() || (item.screened?.is !== 'certain' && isOver(i))) return i
      await this.turns.yieldToEventLoop()
      watch.reached(i)
      const { record, on, resolved, screened } = item
      const meant = record.problem === null && on.judge.hasInchi(record) ? await on.judge.resolve(record) : resolved
      item.result = await on.judge.answer(record, index + i, meant, screened ?? undefined)
    }
    return to
  }

  /** Whether its row is that of every cleared record: a warning or names need a row of its own. */
  #isPlain({ screened, resolved }: Item): boolean {
    return screened?.is === 'cleared' && this.#setup.identify !== 'all' && !resolved?.warnings.length
  }

  /**
   * Writes the rows of the records that are judged.
   * @param seen how many records were looked at
   */
  #written({ chunk, index }: Task, items: readonly Item[], judged: number, seen: number): Done {
    const place = { source: chunk.source, layout: chunk.kind === 'records' ? chunk.layout : null }
    const tally = new Tally(this.#days.ofRun.judge.question.nothing)
    const screening = new Screening()
    let { line } = chunk
    for (let i = 0; i < judged; i++) {
      const item = items[i]!
      this.#write(item, index + i, tally, line === undefined ? place : { ...place, line })
      if (line !== undefined) line += linesOfRecords([item.record])
      screening.count(item.screened)
    }
    const left = items.slice(judged, seen).map(({ screened }) => (screened?.is === 'cleared' ? screened.formula : null))
    return {
      ...this.done(judged, tally, this.#days.ofRun.writer.take()),
      cleared: judged < items.length ? left : null,
      screening: screening.data,
    }
  }

  #write({ record, on, screened, result }: Item, index: number, tally: Tally, place: RowPlace): void {
    const { only } = this.#setup
    if (result) {
      const { warnings } = result
      const assessment =
        this.#waivers?.over(result.assessment, (waiver) => count(tally.waived, waiver)) ?? result.assessment
      tally.add(assessment, warnings)
      const verdict = assessment.kind === 'judged' ? assessment.judgement.verdict : 'unreadable'
      const mismatch = isMismatch(warnings, assessment.kind === 'judged' ? null : assessment.problem)
      if (isWritten(verdict, only, mismatch)) on.writer.write({ ...result, assessment }, place)
    } else if (screened?.is === 'cleared') {
      if (on === this.#days.ofRun) tally.addCleared()
      else tally.add({ kind: 'judged', structure: null, judgement: on.judge.question.nothing })
      const ref = { index, id: idOf(record, index), input: record.text }
      if (isWritten('uncontrolled', only)) on.writer.writeCleared({ ref, record }, screened.formula, place)
    }
  }
}
