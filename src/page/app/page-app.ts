import {
  formHtml,
  views,
  type PageFacts,
  isLanguage,
  uiWords,
  type Language,
  type UiWords,
} from '../../report/in-browser.js'
import { html } from '../../report/index.js'
import type { Draft } from '../judge/own-draft.js'
import { listenForPointing, dayNow, answerMs, AskView } from './ask-view.js'
import { fragmentOf, stateOf, type State, queryOf } from './state.js'
import { Workers } from './workers.js'
import { Choice } from './choice.js'
import { Editor } from './editor.js'
import { FilesView } from './files/files-view.js'
import { LawView, markCurrent } from './law-view.js'
import { OwnView } from './own-view.js'

/** The page: it shows the state in its address, and a new question changes the address. */
export class App {
  readonly #facts: PageFacts
  #state: State
  #language: Language | null = null
  #workers: Workers | null = null
  #views: PageViews | null = null

  constructor(facts: PageFacts) {
    this.#facts = facts
    this.#state = this.#stateNow()
  }

  start(): void {
    this.#show()
    addEventListener('hashchange', () => {
      this.#state = this.#stateNow()
      this.#show()
    })
    this.#boot().catch((error: unknown) => this.#failed(error))
  }

  async #boot(): Promise<void> {
    this.#workers = await Workers.unpack(this.#facts)
    this.#language = null
    this.#show()
    await this.#workers.answering.start()
    document.documentElement.dataset.ready = 'yes'
  }

  #stateNow(): State {
    return stateOf(location.hash, this.#facts, dayNow(), this.#language ?? usualLanguage())
  }

  #show(): void {
    if (this.#state.language !== this.#language) this.#write(this.#state.language)
    const { view } = this.#state
    for (const part of document.querySelectorAll<HTMLElement>('[data-for]'))
      part.hidden = !part.dataset.for!.split(' ').includes(view)
    for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-view]')) {
      const own = views.find((name) => name === link.dataset.view)!
      link.href = fragmentOf({ ...this.#state, view: own })
      markCurrent(link, own === view)
    }
    this.#views?.show(this.#state)
  }

  #write(language: Language): void {
    const ui = uiWords(language)
    this.#views?.leave()
    this.#language = language
    document.documentElement.lang = language === 'zh' ? 'zh-Hans' : language
    const page = document.querySelector<HTMLElement>('#page')!
    page.innerHTML = formHtml(this.#facts, language, ui).text
    listenForPointing(page)
    page.querySelector<HTMLSelectElement>('#language')!.addEventListener('change', ({ target }) => {
      const { value } = target as HTMLSelectElement
      if (isLanguage(value)) this.#go({ ...this.#state, language: value })
    })
    this.#views = new PageViews({
      facts: this.#facts,
      ui,
      workers: this.#workers,
      state: () => this.#state,
      go: (state) => this.#go(state),
      again: () => this.#show(),
    })
    if (!this.#workers) page.querySelector('#status')!.textContent = ui.starting
  }

  #go(state: State): void {
    const fragment = fragmentOf(state)
    if (fragment === location.hash) this.#show()
    else location.hash = fragment
  }

  #failed(error: unknown): void {
    const ui = uiWords(this.#language ?? usualLanguage())
    document.querySelector('#answer')!.innerHTML =
      html`<p class="warning">${ui.failed} ${error instanceof Error ? error.message : String(error)}</p>`.text
  }
}

function usualLanguage(): Language {
  const [own = 'en'] = navigator.language.toLowerCase().split('-')
  return isLanguage(own) ? own : 'en'
}

/** What the views of a page need from it. */
interface PageContext {
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
class PageViews {
  readonly #choice: Choice
  readonly #question: QuestionForm
  readonly #ask: AskView | null
  readonly #law: LawView | null

  constructor(private readonly context: PageContext) {
    const { facts, ui, workers, state, go, again } = context
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
    const use = async (draft: Draft | null) => {
      const started = await workers.use(draft)
      again()
      return started
    }
    const own = new OwnView(facts, ui, use, (input) =>
      workers.answering.ask({ kind: 'answer', input, query: { asOf: dayNow() } }, answerMs),
    )
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
    return queryOf(state, this.context.workers?.own ?? [], dayNow())
  }
}

class QuestionForm {
  readonly #field = document.querySelector<HTMLTextAreaElement>('#structure')!

  /** @param ask called when the question is submitted */
  constructor(ask: () => void) {
    document.querySelector('#question')!.addEventListener('submit', (event) => {
      event.preventDefault()
      ask()
    })
    this.#field.addEventListener('keydown', (event) => {
      // A mol block has several lines; a single line is a question.
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing || this.#field.value.includes('\n')) return
      event.preventDefault()
      ask()
    })
  }

  /** A mol block is recognised by its lines, of which the first three may be empty; any other text is one line. */
  get text(): string {
    const { value } = this.#field
    return value.trim().includes('\n') ? value : value.trim()
  }

  show(text: string): void {
    this.#field.value = text
  }
}
