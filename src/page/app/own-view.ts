import type { PageAnswer, PageFacts, UiWords } from '../../report/in-browser.js'
import { html } from '../../report/index.js'
import type { Draft } from '../judge/own-draft.js'
import type { Result } from '../judge/page-tasks.js'
import { dayNow } from '../../local-day.js'
import { ownHtml, pickHtml, testedHtml } from './form-html.js'
import { draftWithSites } from '../../law/index.js'

/** Takes the user's class rule, tests it like `rule test`, and adds it to the law. */
export class OwnView {
  readonly #root = document.querySelector<HTMLElement>('#own')!
  readonly #notice = document.querySelector<HTMLElement>('#own-on')!
  #parent: PageAnswer | null = null
  #picked: number[] = []

  /**
   * @param use starts the worker with or without a rule; throws what is wrong with the rule
   * @param answerOf what the page says of a structure or name
   */
  constructor(
    facts: PageFacts,
    readonly ui: UiWords,
    readonly use: (own: Draft | null) => Promise<Result<'start'>>,
    readonly answerOf: (input: string) => Promise<PageAnswer>,
  ) {
    this.#root.innerHTML = ownHtml(facts, ui).text
    this.#root.addEventListener('submit', (event) => {
      event.preventDefault()
      void ((event.target as Element).id === 'own-start' ? this.#begin() : this.#addRule())
    })
    const atoms = this.#find('#own-atoms')
    atoms.addEventListener('click', ({ target }) => this.#pick(target as SVGElement))
    atoms.addEventListener('keydown', (event) => {
      if (event.key !== ' ' && event.key !== 'Enter') return
      event.preventDefault()
      this.#pick(event.target as SVGElement)
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

  /** Draws the parent of a new draft. */
  async #begin(): Promise<void> {
    this.#parent = await this.answerOf(this.#find<HTMLInputElement>('#own-parent').value.trim())
    this.#picked = []
    this.#write()
  }

  #pick({ dataset: { atom } }: SVGElement): void {
    if (atom === undefined) return
    const n = Number(atom)
    this.#picked = this.#picked.includes(n) ? this.#picked.filter((a) => a !== n) : [...this.#picked, n]
    this.#write()
    this.#find<HTMLElement>(`[data-atom="${n}"]`).focus()
  }

  #write(): void {
    const { result, drawing } = this.#parent!
    const { substance = null, name = null, structure } = result.lookup ?? {}
    const [smiles = ''] = (structure ?? result.input).split(/\s/, 1)
    const code = this.#find<HTMLSelectElement>('#own-code').value.toLowerCase() || 'xx'
    const why = html`<p class="warning">${result.problem?.message ?? this.ui.unreadable}</p>`
    this.#find('#own-atoms').innerHTML = (drawing ? pickHtml(drawing, this.#picked, this.ui) : why).text
    if (!drawing) return
    const draft = draftWithSites(
      `${code}-draft`,
      dayNow(),
      { id: substance, name: name ?? smiles, smiles },
      this.#picked,
    )
    this.#find<HTMLTextAreaElement>('#own-rule').value = JSON.stringify(draft, null, 2)
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
