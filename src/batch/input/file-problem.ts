/** A file that cannot be read, or not to its end; the rows before that are kept. */
export class FileProblem extends Error {
  override name = 'FileProblem'
  /** @param lasting another attempt would fail in the same way */
  constructor(
    readonly file: string,
    reason: string,
    readonly lasting = false,
  ) {
    super(`${file}: ${reason}`)
  }
}

/** Outputs of shards that do not belong together. */
export class BadShard extends Error {
  override name = 'BadShard'
}
