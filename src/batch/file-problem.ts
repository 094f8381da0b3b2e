/** A file that cannot be read, or read on; the rows before that are kept. */
export class FileProblem extends Error {
  override name = 'FileProblem'
  /** @param lasting a further attempt would end in the same way */
  constructor(
    readonly file: string,
    reason: string,
    readonly lasting = false,
  ) {
    super(`${file}: ${reason}`)
  }
}
