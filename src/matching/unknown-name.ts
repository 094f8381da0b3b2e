/** A query that names what is not in the law asked. */
export class UnknownName extends Error {
  override name = 'UnknownName'
  constructor(
    readonly what: string,
    readonly given: string,
    readonly known: readonly string[],
  ) {
    super(`no ${what} ${given}`)
  }
}
