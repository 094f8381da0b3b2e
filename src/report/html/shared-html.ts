import type { Html } from '../markup.js'

export class SharedHtml {
  readonly #numbers = new Map<string, number>()

  of(piece: Html): number {
    const known = this.#numbers.get(piece.text)
    if (known !== undefined) return known
    this.#numbers.set(piece.text, this.#numbers.size)
    return this.#numbers.size - 1
  }

  get all(): string[] {
    return [...this.#numbers.keys()]
  }
}
