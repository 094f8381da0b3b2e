import { type PageFacts, isLanguage, uiWords, type Language, type UiWords } from '../../report/in-browser.js'
import { html } from '../../report/index.js'
import type { Draft } from '../judge/own-draft.js'
import { listenForPointing, answerMs, AskView } from './ask-view.js'
import { fragmentOf, stateOf, type State, queryOf } from './state.js'
import { Workers } from './workers.js'
import { Choice } from './choice.js'
import { Editor } from './editor.js'
import { FilesView } from './files/files-view.js'
import { LawView, markCurrent } from './law-view.js'
import { OwnView } from './own-view.js'
import { dayNow } from '../../local-day.js'
import { formHtml, views } from './form-html.js'

/** The page: it shows the state in its address, and a new question changes the address. */
export class App {
  state: State
  /** Null until they are unpacked. */
  workers: Workers | null = null
  #language: Language | null = null
  #views: PageViews | null = null

  constructor(readonly facts: PageFacts) {
    this.state = this.#stateNow()
  }

  start(): void {
    this.show()
    addEventListener('hashchange', () => {
      this.state = this.#stateNow()
      this.show()
    })
    this.#boot().catch((error: unknown) => this.#failed(error))
  }

  async #boot(): Promise<void> {
    this.workers = await Workers.unpack(this.facts)
    this.#language = null
    this.show()
    await this.workers.answering.start()
    document.documentElement.dataset.ready = 'yes'
  }

  #stateNow(): State {
    return stateOf(location.hash, this.facts, dayNow(), this.#language ?? preferredLanguage())
  }

  /** Shows the state, also where something outside the address changed. */
  show(): void {
    if (this.state.language !== this.#language) this.#write(this.state.language)
    const { view } = this.state
    for (const part of document.querySelectorAll<HTMLElement>('[data-for]'))
      part.hidden = !part.dataset.for!.split(' ').includes(view)
    for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-view]')) {
      const own = views.find((name) => name === link.dataset.view)!
      link.href = fragmentOf({ ...this.state, view: own })
      markCurrent(link, own === view)
    }
    this.#views?.show(this.state)
  }

  #write(language: Language): void {
    const ui = uiWords(language)
    this.#views?.leave()
    this.#language = language
    document.documentElement.lang = language === 'zh' ? 'zh-Hans' : language
    const page = document.querySelector<HTMLElement>('#page')!
    page.innerHTML = formHtml(this.facts, language, ui).text
    listenForPointing(page)
    page.querySelector<HTMLSelectElement>('#language')!.addEventListener('change', ({ target }) => {
      const { value } = target as HTMLSelectElement
      if (isLanguage(value)) this.go({ ...this.state, language: value })
    })
    this.#views = new PageViews(this, ui)
    if (!this.workers) page.querySelector('#status')!.textContent = ui.starting
  }

  /** Applies a state to the page and its address. */
  go(state: State): void {
    const fragment = fragmentOf(state)
    if (fragment === location.hash) this.show()
    else location.hash = fragment
  }

  #failed(error: unknown): void {
    const ui = uiWords(this.#language ?? preferredLanguage())
    document.querySelector('#answer')!.innerHTML =
      html`<p class="warning">${ui.failed} ${error instanceof Error ? error.message : String(error)}</p>`.text
  }
}

function preferredLanguage(): Language {
  const [own = 'en'] = navigator.language.toLowerCase().split('-')
  return isLanguage(own) ? own : 'en'
}

/** The views and forms of the page, in one language. */
class PageViews {
  readonly #choice: Choice
  readonly #question: QuestionForm
  readonly #ask: AskView | null
  readonly #law: LawView | null

  constructor(
    private readonly app: App,
    ui: UiWords,
  ) {
    const { facts, workers } = app
    const names = new Map(facts.jurisdictions.map(({ code, name }) => [code, name]))
    const ask = () => app.go({ ...app.state, ...this.#choice.chosen, input: this.#question.text })
    this.#choice = new Choice(facts, ui, ask)
    this.#question = new QuestionForm(ask)
    const editor = new Editor((molBlock) => {
      this.#question.show(molBlock)
      ask()
    })
    this.#ask = workers && new AskView(workers, names, facts, ui, (structure) => editor.show(structure))
    this.#law = workers && new LawView(workers.answering, facts, ui, (record) => fragmentOf({ ...app.state, record }))
    if (!workers) return
    new FilesView(
      () => workers.pool,
      () => this.#query(app.state),
      names,
      ui,
    )
    const use = async (draft: Draft | null) => {
      const started = await workers.use(draft)
      app.show()
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
    return queryOf(state, this.app.workers?.own ?? [], dayNow())
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
