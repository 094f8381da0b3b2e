import type { ZodError } from 'zod'
import { DoubledKey, parseJson } from '../unique-keys.js'
import { result, shortResult, type Result, type RunFile } from './schema.js'
import { wholeRow } from './short-row.js'

type Read = { readonly result: Result; readonly problem: null } | { readonly result: null; readonly problem: string }

/** The result in a line that `check --json` or `batch` wrote, or what is wrong with the line. */
export function resultIn(text: string, run: RunFile | null): Read {
  let value: unknown
  try {
    value = parseJson(text)
  } catch (error) {
    return { result: null, problem: error instanceof DoubledKey ? error.message : 'it is not JSON' }
  }
  const name = (value as { run?: unknown } | null)?.run
  if (typeof name !== 'string') {
    const checked = result.safeParse(value)
    return checked.success ? { result: checked.data, problem: null } : flaw(checked.error)
  }
  if (run === null) return { result: null, problem: `the facts of its run ${name} are not given (--run-info)` }
  const checked = shortResult.safeParse(value)
  if (!checked.success) return flaw(checked.error)
  try {
    return { result: wholeRow(checked.data, run), problem: null }
  } catch (error) {
    if (error instanceof RangeError) return { result: null, problem: error.message }
    throw error
  }
}

function flaw({ issues }: ZodError): Read {
  const { path, message } = issues[0]!
  const where = path.length === 0 ? '' : `${path.join('.')}: `
  return { result: null, problem: `it is not a result of this version: ${where}${message}` }
}
