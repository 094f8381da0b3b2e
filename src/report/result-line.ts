import { result, type Result } from './result-schema.js'

/** The result in a line that `check --json` or `batch` wrote, or what is wrong with the line. */
export function resultIn(
  text: string,
): { readonly result: Result; readonly problem: null } | { readonly result: null; readonly problem: string } {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { result: null, problem: 'it is not JSON' }
  }
  const checked = result.safeParse(value)
  if (checked.success) return { result: checked.data, problem: null }
  const { path, message } = checked.error.issues[0]!
  return { result: null, problem: `it is not a result of this version: ${path.join('.')}: ${message}` }
}
