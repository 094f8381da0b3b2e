import { ownHtml, testedHtml, type PageFacts, type UiWords } from '../../report/in-browser.js'
import { html } from '../../report/index.js'
import type { Draft, Started } from '../judge/page-work.js'

/** Takes the user's class rule, tests it like `rule test`, and adds it to the law. */
export class OwnView {
  readonly #root = document.querySelector<HTMLElement>('#own')!
  readonly #notice = document.querySelector<HTMLElement>('#own-on')!

  /** @param use starts the worker with or without a rule; throws what is wrong with the rule */
  constructor(
    facts: PageFacts,
    readonly ui: UiWords,
    readonly use: (own: Draft | null) => Promise<Started>,
  ) {
    this.#root.innerHTML = ownHtml(facts, ui).text
    this.#find('form').addEventListener('submit', (event) => {
      event.preventDefault()
      void this.#addRule()
    })
    this.#find('#own-remove').addEventListener('click', () => void this.#take())
    for (const area of this.#root.querySelectorAll('textarea')) {
      area.addEventListener('dragover', (event) => event.preventDefault())
      area.addEventListener('drop', (event) => {
        const file = event.dataTransfer?.files[0]
        if (!file) return
        event.preventDefault()
        void file.text().then((text) => (area.value = text))
      })
    }
  }

  /** Shows in every part of the page that a rule has been added to the law. */
  showActive(ids: readonly string[]): void {
    this.#notice.hidden = ids.length === 0
    this.#notice.textContent = ids.length === 0 ? '' : `${this.ui.rule_on} ${ids.join(', ')}`
    this.#find('#own-remove').hidden = ids.length === 0
  }

  async #addRule(): Promise<void> {
    const examples = this.#find<HTMLTextAreaElement>('#own-examples').value
    const code = this.#find<HTMLSelectElement>('#own-code').value
    const draft = {
      rule: this.#find<HTMLTextAreaElement>('#own-rule').value,
      examples: examples.trim() === '' ? null : examples,
      code: code === '' ? null : code,
    }
    const result = this.#find('#own-result')
    result.textContent = this.ui.checking
    try {
      const { own } = await this.use(draft)
      result.innerHTML = testedHtml(own).text
      this.showActive(own.map(({ id }) => id))
    } catch (error) {
      result.innerHTML =
        html`<pre class="lines warning">${error instanceof Error ? error.message : String(error)}</pre>`.text
      await this.#take()
    }
  }

  async #take(): Promise<void> {
    await this.use(null)
    this.showActive([])
  }

  #find<E extends HTMLElement = HTMLElement>(selector: string): E {
    return this.#root.querySelector<E>(selector)!
  }
}
