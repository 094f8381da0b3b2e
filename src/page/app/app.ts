import { formHtml, views } from '../../report/app/form-html.js'
import type { PageFacts } from '../../report/app/page-facts.js'
import { isLanguage, uiWords, type Language } from '../../report/app/ui-words.js'
import { html } from '../../report/html/html.js'
import { unpacked } from '../judge/unpack.js'
import { AskView } from './ask-view.js'
import { blockText } from './blocks.js'
import { Choice } from './choice.js'
import { Helper } from './helper.js'
import { Editor } from './editor.js'
import { FilesView } from './files/files-view.js'
import { listenForPointing } from './pointing.js'
import { fragmentOf, queryOf, stateOf, type State } from './state.js'
import { dayNow } from './today.js'

/** The page: what its address says is shown, and what is asked becomes its address. */
export class App {
  readonly #facts: PageFacts
  readonly #names: ReadonlyMap<string, string>
  #language: Language
  #state: State
  #helper: Helper | null = null
  /** Judge files, and are started when the first comes. */
  #pool: readonly Helper[] = []
  #parts: Parts | null = null

  constructor(facts: PageFacts) {
    this.#facts = facts
    this.#names = new Map(facts.jurisdictions.map(({ code, name }) => [code, name]))
    this.#language = usualLanguage()
    this.#state = stateOf(location.hash, facts, dayNow(), this.#language)
  }

  start(): void {
    this.#build()
    addEventListener('hashchange', () => this.#read())
    this.#boot().catch((error: unknown) => this.#failed(error))
  }

  async #boot(): Promise<void> {
    const code = await unpacked(blockText('judge'))
    const address = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }))
    const packed = { edition: blockText('edition'), wasm: blockText('wasm'), version: this.#facts.version }
    this.#helper = new Helper(address, packed, null)
    this.#pool = Array.from({ length: poolSize() }, () => new Helper(address, packed, null))
    this.#build()
    await this.#helper.start()
    document.documentElement.dataset.ready = 'yes'
  }

  /** Writes the page in the language of its address. */
  #build(): void {
    const ui = uiWords(this.#state.language)
    this.#language = this.#state.language
    document.documentElement.lang = this.#language === 'zh' ? 'zh-Hans' : this.#language
    const page = document.querySelector<HTMLElement>('#page')!
    page.innerHTML = formHtml(this.#facts, this.#language, ui).text
    listenForPointing(page)
    const form = page.querySelector<HTMLFormElement>('#question')!
    const structure = page.querySelector<HTMLTextAreaElement>('#structure')!
    const ask = () => this.#go({ ...this.#state, ...choice.chosen, input: questionIn(structure.value) })
    const choice = new Choice(this.#facts, ui, ask)
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      ask()
    })
    structure.addEventListener('keydown', (event) => {
      // A mol block has lines; a line is a question.
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing || structure.value.includes('\n')) return
      event.preventDefault()
      ask()
    })
    page.querySelector<HTMLSelectElement>('#language')!.addEventListener('change', ({ target }) => {
      const { value } = target as HTMLSelectElement
      if (isLanguage(value)) this.#go({ ...this.#state, language: value })
    })
    const editor = new Editor(
      page.querySelector<HTMLDetailsElement>('#drawing')!,
      page.querySelector<HTMLElement>('#editor')!,
      (molBlock) => {
        structure.value = molBlock
        ask()
      },
    )
    this.#parts = {
      choice,
      structure,
      ask:
        this.#helper &&
        new AskView(
          this.#helper,
          this.#names,
          this.#facts.jurisdictions.map(({ code }) => code),
          ui,
          (answer) => editor.show(answer.result.lookup?.structure ?? answer.result.input),
        ),
    }
    new FilesView(
      () => this.#pool,
      () => queryOf(this.#state, [], dayNow()),
      this.#names,
      ui,
    )
    if (!this.#helper) page.querySelector('#status')!.textContent = ui.starting
    this.#show()
  }

  #go(state: State): void {
    const fragment = fragmentOf(state)
    if (fragment === location.hash) this.#read()
    else location.hash = fragment
  }

  #read(): void {
    this.#state = stateOf(location.hash, this.#facts, dayNow(), this.#language)
    if (this.#state.language === this.#language) this.#show()
    else this.#build()
  }

  #show(): void {
    const { view, input } = this.#state
    for (const part of document.querySelectorAll<HTMLElement>('[data-for]'))
      part.hidden = !part.dataset.for!.split(' ').includes(view)
    for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-view]')) {
      const own = views.find((name) => name === link.dataset.view)!
      link.href = fragmentOf({ ...this.#state, view: own })
      if (own === view) link.setAttribute('aria-current', 'page')
      else link.removeAttribute('aria-current')
    }
    const { choice, structure, ask } = this.#parts!
    choice.show(this.#state)
    structure.value = input
    if (view === 'ask') void ask?.show(input, queryOf(this.#state, [], dayNow()))
  }

  #failed(error: unknown): void {
    const ui = uiWords(this.#language)
    document.querySelector('#answer')!.innerHTML =
      html`<p class="warning">${ui.failed} ${error instanceof Error ? error.message : String(error)}</p>`.text
  }
}

interface Parts {
  readonly choice: Choice
  readonly structure: HTMLTextAreaElement
  readonly ask: AskView | null
}

/** A mol block is told by its lines, of which the first three may be empty; any other text is one line. */
function questionIn(text: string): string {
  return text.includes('\n') && text.trim().includes('\n') ? text : text.trim()
}

/** One processor is left to the page itself. */
function poolSize(): number {
  return Math.min(4, Math.max(1, navigator.hardwareConcurrency - 1))
}

function usualLanguage(): Language {
  const [own = 'en'] = navigator.language.toLowerCase().split('-')
  return isLanguage(own) ? own : 'en'
}
