/** A file that cannot be read, or not further; rows before it stand. */
export class FileProblem extends Error {
  override name = 'FileProblem'
  constructor(readonly file: string, reason: string) {
    super(`${file}: ${reason}`)
  }
}
