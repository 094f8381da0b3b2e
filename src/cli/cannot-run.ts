/** The command cannot do its work (usage, missing file, bad data): exit code 2, the message on stderr. */
export class CannotRun extends Error {
  override name = 'CannotRun'
}
