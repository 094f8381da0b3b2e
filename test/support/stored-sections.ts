import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'

/** Whether the tests write their files of answers instead of comparing them. Check the difference afterwards. */
const updates = process.env['UPDATE_ROWS'] !== undefined

/** A file of answers in sections, each with a heading and a line per answer; or, between tabs, all on one line. */
export class StoredSections {
  readonly #file: string
  readonly #sections: Map<string, string[]>

  constructor(
    url: URL,
    readonly between: '\n' | '\t' = '\n',
  ) {
    this.#file = fileURLToPath(url)
    const text = existsSync(this.#file) ? readFileSync(this.#file, 'utf8') : ''
    const parts = text.split(/^# /m).slice(1)
    this.#sections = new Map(
      parts.map((part) => {
        const [heading, ...rows] = part.trimEnd().split(between)
        return [heading!, rows]
      }),
    )
  }

  get headings(): string[] {
    return [...this.#sections.keys()]
  }

  expectRows(heading: string, given: readonly string[]): void {
    const rows = given.map((row) => row.trimEnd())
    if (updates) {
      this.#sections.set(heading, rows)
      this.#write()
    }
    expect(rows).toEqual(this.#sections.get(heading))
  }

  /** No section is left of something that no longer exists. */
  expectHeadings(headings: readonly string[]): void {
    if (updates) {
      for (const heading of this.headings) if (!headings.includes(heading)) this.#sections.delete(heading)
      this.#write()
    }
    expect(this.headings.sort()).toEqual([...headings].sort())
  }

  #write(): void {
    if (this.#sections.size === 0) return
    const parts = [...this.#sections].map(([heading, rows]) => `# ${[heading, ...rows].join(this.between)}\n`)
    writeFileSync(this.#file, parts.join(''))
  }
}
