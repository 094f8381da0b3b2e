import { formHtml, views } from '../../report/app/form-html.js'
import type { PageFacts } from '../../report/app/page-facts.js'
import { isLanguage, uiWords, type Language } from '../../report/app/ui-words.js'
import { html } from '../../report/markup.js'
import { PageViews } from './page-views.js'
import { listenForPointing } from './pointing.js'
import { fragmentOf, stateOf, type State } from './state.js'
import { dayNow } from './today.js'
import { Workers } from './workers.js'

/** The page: it shows the state in its address, and a new question changes the address. */
export class App {
  readonly #facts: PageFacts
  #state: State
  /** The current language of the page. */
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
      if (own === view) link.setAttribute('aria-current', 'page')
      else link.removeAttribute('aria-current')
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
