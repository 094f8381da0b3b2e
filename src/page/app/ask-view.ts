import type { JurisdictionHistory, Query } from '../../matching/index.js'
import {
  answerFootHtml,
  answerHtml,
  nameOf,
  type PageAnswer,
  appHistoryHtml,
  type PageFacts,
  type UiWords,
  type Names,
} from '../../report/in-browser.js'
import { html } from '../../report/index.js'
import { HelperDied } from './helper.js'
import type { Workers } from './workers.js'
import { dayNow } from '../../local-day.js'
import { recordWords } from '../../batch/in-browser.js'

/** Time limits, ms: for one structure, and for a history, which judges it once per day on which its law changed. */
export const answerMs = 20_000
const historyMs = 60_000

/** Asks one question and shows its answer, then the history of the substance. */
export class AskView {
  readonly #status = document.querySelector<HTMLElement>('#status')!
  readonly #answer = document.querySelector<HTMLElement>('#answer')!
  readonly #history = document.querySelector<HTMLElement>('#history')!
  readonly #foot = document.querySelector<HTMLElement>('#foot')!
  #turn = 0
  /** Key of the history shown. */
  #shownInput = ''

  constructor(
    readonly workers: Workers,
    readonly names: Names,
    readonly facts: PageFacts,
    readonly ui: UiWords,
    /** Called with the structure of each answer, and with an empty one if there is no question. */
    readonly shown: (structure: string) => void,
  ) {}

  async show(input: string, query: Query): Promise<void> {
    const turn = ++this.#turn
    const isLate = () => turn !== this.#turn
    if (input.trim() === '') return this.#empty()
    this.#status.textContent = this.ui.checking
    this.#answer.setAttribute('aria-busy', 'true')
    let answer: PageAnswer | null = null
    try {
      answer = await this.#answerOf(input, query)
    } catch (error) {
      if (!isLate()) this.#fail(error)
      return
    }
    if (isLate()) return
    this.#answer.innerHTML = answerHtml(answer, this.names, this.ui).text
    this.#foot.innerHTML = answerFootHtml(answer).text
    this.#answer.removeAttribute('aria-busy')
    makeReachable(this.#answer)
    if (answer.result.structure) this.shown(answer.result.lookup?.structure ?? answer.result.input)
    this.#status.textContent = `${nameOf(answer)}: ${this.ui[answer.result.verdict]}`
    if (answer.result.problem !== null) this.#history.replaceChildren()
    else await this.#showHistory(input, query, nameOf(answer), isLate)
  }

  /** Another view takes over: what is still being worked out is not shown, and nothing more is asked. */
  leave(): void {
    this.#turn++
  }

  /** Tries a second worker: the first may have crashed for another reason. */
  async #answerOf(input: string, query: Query, again = true): Promise<PageAnswer> {
    try {
      return await this.workers.answering.ask({ kind: 'answer', input, query }, answerMs)
    } catch (error) {
      if (!(error instanceof HelperDied)) throw error
      if (again) return this.#answerOf(input, query, false)
      throw new HelperDied(recordWords.died)
    }
  }

  async #showHistory(input: string, query: Query, name: string, isLate: () => boolean): Promise<void> {
    const { asOf: _, future: __, ...law } = query
    const question = JSON.stringify([input, law])
    // Another day gives the same history.
    if (question === this.#shownInput) return
    this.#shownInput = ''
    this.#history.innerHTML = html`<p class="faint">${this.ui.history_busy}</p>`.text
    const histories: JurisdictionHistory[] = []
    try {
      for (const code of query.jurisdictions ?? this.facts.jurisdictions.flatMap((j) => (j.usual ? [j.code] : []))) {
        const work = { kind: 'history', input, query: { ...query, jurisdictions: [code] } } as const
        const found = await this.workers.answering.ask(work, historyMs)
        if (isLate()) return
        histories.push(...(found ?? []))
      }
    } catch (error) {
      if (isLate()) return
      if (!(error instanceof HelperDied)) throw error
      this.#history.innerHTML = html`<p>${this.ui.no_history}</p>`.text
      return
    }
    this.#shownInput = question
    const lasting = histories.filter(({ chapters }) => chapters.some(({ verdict }) => verdict !== 'uncontrolled'))
    this.#history.innerHTML =
      histories.length === 0
        ? ''
        : appHistoryHtml(lasting.length > 0 ? lasting : histories, name, dayNow(), this.ui).text
  }

  #empty(): void {
    this.#status.textContent = this.ui.nothing_asked
    this.shown('')
    this.#shownInput = ''
    for (const part of [this.#answer, this.#history, this.#foot]) part.replaceChildren()
    this.#answer.removeAttribute('aria-busy')
  }

  #fail(error: unknown): void {
    this.#answer.removeAttribute('aria-busy')
    for (const part of [this.#history, this.#foot]) part.replaceChildren()
    this.#shownInput = ''
    const said = error instanceof Error ? error.message : String(error)
    this.#status.textContent = ''
    // Any other error is about the question, such as a kind of control that a law does not have.
    const badge =
      error instanceof HelperDied ? html`<h2><span class="badge unreadable">${this.ui.unreadable}</span></h2>` : ''
    this.#answer.innerHTML = html`<article>${badge}<p>${said}</p></article>`.text
  }
}

/** Pairs the mark of each clause in a drawing with its words, by position: both are in clause order. */
function pairsIn(part: Element): readonly (readonly [mark: Element | undefined, words: HTMLElement])[] {
  const marks = [...part.querySelectorAll('figure svg > g[class^="tone"]')]
  return [...part.querySelectorAll<HTMLElement>('.legend > li')].map((words, i) => [marks[i], words] as const)
}

/** Pointing at a clause's atoms highlights its words; pointing at or focusing the words, its atoms. */
export function listenForPointing(root: HTMLElement): void {
  const point = (target: EventTarget | null) => {
    for (const pointed of root.querySelectorAll('.pointed, .pointing')) pointed.classList.remove('pointed', 'pointing')
    const part = target instanceof Element ? target.closest('.part') : null
    if (!part) return
    for (const [mark, words] of pairsIn(part)) {
      if (!mark?.contains(target as Node) && !words.contains(target as Node)) continue
      part.classList.add('pointing')
      mark?.classList.add('pointed')
      words.classList.add('pointed')
      return
    }
  }
  root.addEventListener('pointerover', (event) => point(event.target))
  root.addEventListener('pointerleave', () => point(null))
  root.addEventListener('focusin', (event) => point(event.target))
  root.addEventListener('focusout', () => point(null))
}

/** Makes the words of drawn clauses focusable with the keyboard. */
function makeReachable(root: HTMLElement): void {
  for (const part of root.querySelectorAll('.part'))
    for (const [mark, words] of pairsIn(part)) if (mark) words.tabIndex = 0
}
