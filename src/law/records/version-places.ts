/** Where the parts of an unfolded rule are in the file it was unfolded from. */
export class Places {
  readonly #inFile = new Map<string, string>()

  add(field: string, inFile: string): void {
    if (field !== inFile) this.#inFile.set(field, inFile)
  }

  /** The field of the file for a field of the rule (`clauses[2].with[1]`). */
  inFile(field: string): string {
    for (let end = field.length; end > 0; end--) {
      const known = this.#inFile.get(field.slice(0, end))
      if (known !== undefined && /^(?:[.[]|$)/.test(field.slice(end))) return known + field.slice(end)
    }
    return field
  }
}
