import type { PageFacts } from '../../report/app/page-facts.js'
import type { UiWords } from '../../report/app/ui-words.js'
import { AskView } from './ask-view.js'
import { Choice } from './choice.js'
import { Editor } from './editor.js'
import { FilesView } from './files/files-view.js'
import { LawView } from './law-view.js'
import { OwnView } from './own-view.js'
import { QuestionForm } from './question-form.js'
import { fragmentOf, queryOf, type State } from './state.js'
import { dayNow } from './today.js'
import type { Workers } from './workers.js'

/** What the views of a page need from it. */
export interface PageContext {
  readonly facts: PageFacts
  readonly ui: UiWords
  /** Null until they are unpacked. */
  readonly workers: Workers | null
  readonly state: () => State
  /** Applies a state to the page and its address. */
  readonly go: (state: State) => void
  /** Shows the state again, because something outside the address changed. */
  readonly again: () => void
}

/** The views and forms of the page, in one language. */
export class PageViews {
  readonly #context: PageContext
  readonly #choice: Choice
  readonly #question: QuestionForm
  readonly #ask: AskView | null
  readonly #law: LawView | null

  constructor(context: PageContext) {
    const { facts, ui, workers, state, go, again } = context
    this.#context = context
    const names = new Map(facts.jurisdictions.map(({ code, name }) => [code, name]))
    const ask = () => go({ ...state(), ...this.#choice.chosen, input: this.#question.text })
    this.#choice = new Choice(facts, ui, ask)
    this.#question = new QuestionForm(ask)
    const editor = new Editor((molBlock) => {
      this.#question.show(molBlock)
      ask()
    })
    this.#ask = workers && new AskView(workers, names, facts, ui, (structure) => editor.show(structure))
    this.#law = workers && new LawView(workers.answering, facts, ui, (record) => fragmentOf({ ...state(), record }))
    if (!workers) return
    new FilesView(
      () => workers.pool,
      () => this.#query(state()),
      names,
      ui,
    )
    const own = new OwnView(facts, ui, async (draft) => {
      const started = await workers.use(draft)
      again()
      return started
    })
    own.showActive(workers.own)
  }

  show(state: State): void {
    this.#choice.show(state)
    this.#question.show(state.input)
    if (state.view === 'ask') void this.#ask?.show(state.input, this.#query(state))
    if (state.view === 'law') void this.#law?.show(state.record, state.day)
  }

  /** Called before the page is written again in another language. */
  leave(): void {
    this.#ask?.leave()
  }

  #query(state: State) {
    return queryOf(state, this.#context.workers?.own ?? [], dayNow())
  }
}
