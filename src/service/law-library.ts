import { find, recordsOf, search, type Edition, type Hit, type Records, type Rule } from '../law/index.js'

export class LawLibrary {
  readonly #records: Records

  constructor(edition: Edition) {
    this.#records = recordsOf(edition)
  }

  search(text: string, limit: number): { readonly hits: readonly Hit[]; readonly total: number } {
    const hits = search(this.#records, text)
    return { hits: hits.slice(0, limit), total: hits.length }
  }

  find(id: string) {
    return find(this.#records, id)
  }

  rule(id: string): { readonly jurisdiction: string; readonly rule: Rule } | null {
    const found = this.find(id).find((record) => record.kind === 'rule')
    return found?.kind === 'rule' ? found : null
  }

  get rules(): readonly { readonly jurisdiction: string; readonly rule: Rule }[] {
    return this.#records.jurisdictions.flatMap((j) =>
      j.rules.map((rule) => ({ jurisdiction: j.jurisdiction.code, rule })),
    )
  }
}
