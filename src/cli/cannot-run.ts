import { FileProblem } from '../batch/index.js'

/** The command cannot do its work (usage, missing file, bad data): exit code 2, the message on stderr. */
export class CannotRun extends Error {
  override name = 'CannotRun'
}

/** @throws {CannotRun} if a file cannot be read or written */
export async function asCannotRun<T>(run: () => T | Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof FileProblem) throw new CannotRun(error.message)
    throw error
  }
}
