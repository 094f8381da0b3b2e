/** The field for a structure, name or number. */
export class QuestionForm {
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
