import { emptyWords } from '../../report/index.js'
import { CannotRun } from '../cannot-run.js'
import type { Options } from '../options.js'

/** @throws {CannotRun} without any row: an export that failed must not pass for one in which nothing was found */
export function checkRows(rows: number, files: readonly string[], { allowEmpty }: Pick<Options, 'allowEmpty'>): void {
  if (rows === 0 && !allowEmpty) throw new CannotRun(emptyWords(files))
}
