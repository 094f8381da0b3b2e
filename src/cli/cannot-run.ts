import { BadShard, FileProblem } from '../batch/index.js'

/** The command cannot do its work (usage, missing file, bad data): exit code 2, the message on stderr. */
export class CannotRun extends Error {
  override name = 'CannotRun'
}

/** Whether the message of an error is all that a person needs: what was given, or a file, is the cause. */
export function isExplained(error: unknown): error is Error {
  return error instanceof CannotRun || error instanceof FileProblem || error instanceof BadShard
}
