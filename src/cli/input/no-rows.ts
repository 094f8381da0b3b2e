import type { Command } from 'commander'
import { emptyWords } from '../../report/index.js'
import { CannotRun } from '../cannot-run.js'

export interface EmptyOption {
  allowEmpty?: boolean
}

export function withAllowEmpty(command: Command): Command {
  return command.option('--allow-empty', 'accept input without rows')
}

/** @throws {CannotRun} without any row: an export that failed must not pass for one in which nothing was found */
export function checkRows(rows: number, files: readonly string[], { allowEmpty }: EmptyOption): void {
  if (rows === 0 && !allowEmpty) throw new CannotRun(emptyWords(files))
}
