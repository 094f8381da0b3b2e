import { allKinds, furtherKinds, ordinaryKinds, type Control } from '../../law/index.js'
import type { PageFacts, UiWords } from '../../report/in-browser.js'
import { dayNow } from '../../local-day.js'
import type { State } from './state.js'

const isFurther: ReadonlySet<Control> = new Set(furtherKinds)

type Chosen = Pick<State, 'day' | 'codes' | 'kinds' | 'assume'>

/** The form that chooses the law: day, jurisdictions, kinds of control, proposals. */
export class Choice {
  readonly #form = document.querySelector<HTMLFormElement>('#choice')!
  readonly #day = document.querySelector<HTMLInputElement>('#day')!
  readonly #slider = document.querySelector<HTMLInputElement>('#days')!
  readonly #facts: PageFacts
  readonly #ui: UiWords

  /** @param changed called when the user changes the choice */
  constructor(facts: PageFacts, ui: UiWords, changed: () => void) {
    this.#facts = facts
    this.#ui = ui
    this.#form.addEventListener('submit', (event) => event.preventDefault())
    this.#form.addEventListener('change', (event) => {
      if (event.target === this.#slider) this.#day.value = this.#slidDay()
      if (this.#day.value !== '') changed()
    })
    // The day follows the slider at once, the answer once it rests.
    this.#slider.addEventListener('input', () => {
      this.#day.value = this.#slidDay()
      this.#tellDay()
    })
    document.querySelector('#today')!.addEventListener('click', () => {
      this.#day.value = dayNow()
      changed()
    })
  }

  get chosen(): Chosen {
    const values = new FormData(this.#form)
    const codes = values.getAll('in').map(String)
    const usual = this.#facts.jurisdictions.filter((j) => j.usual).map((j) => j.code)
    const kinds = allKinds.filter((kind) => values.getAll('kind').includes(kind))
    return {
      day: this.#day.value,
      // No choice means all: with no law at all, everything would be uncontrolled.
      codes: codes.length === 0 || codes.join() === usual.join() ? null : codes,
      kinds: kinds.length === 0 ? ordinaryKinds : kinds,
      assume: values.getAll('assume').map(String),
    }
  }

  show({ day, codes, kinds, assume }: Chosen): void {
    this.#day.value = day
    const days = this.#days(codes)
    this.#slider.max = `${Math.max(0, days.length - 1)}`
    this.#slider.value = `${Math.max(
      0,
      days.findLastIndex((own) => own <= day),
    )}`
    this.#tellDay()
    const set = (name: string, on: (value: string) => boolean) => {
      for (const box of this.#form.querySelectorAll<HTMLInputElement>(`input[name=${name}]`))
        box.checked = on(box.value)
    }
    set('in', (code) => codes?.includes(code) ?? false)
    set('kind', (kind) => kinds.some((own) => own === kind))
    set('assume', (id) => assume.includes(id))
    document.querySelector('#chosen')!.textContent = codes?.join(', ') ?? this.#ui.all
    document.querySelector('#further')!.textContent = `${kinds.filter((kind) => isFurther.has(kind)).length}`
    const assumed = document.querySelector('#assumed')
    if (assumed) assumed.textContent = `${assume.length}`
  }

  #tellDay(): void {
    this.#slider.setAttribute('aria-valuetext', this.#day.value)
  }

  #slidDay(): string {
    return this.#days(this.chosen.codes)[Number(this.#slider.value)] ?? dayNow()
  }

  /** Days on which the law of the chosen jurisdictions changed. */
  #days(codes: readonly string[] | null): string[] {
    return this.#facts.days.flatMap(([day, changed]) =>
      codes === null || changed.some((code) => codes.includes(code)) ? [day] : [],
    )
  }
}
