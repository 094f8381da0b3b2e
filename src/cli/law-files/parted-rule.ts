import { codePattern } from '../../law/index.js'

/** A file, with an optional jurisdiction code before it: `CN=draft.json`. */
export function partedRule(text: string): { code: string | null; file: string } {
  const found = new RegExp(`^(${codePattern})=(.+)$`, 'i').exec(text)
  if (!found) return { code: null, file: text }
  const code = found[1]!.toUpperCase()
  return { code: code === 'UK' ? 'GB' : code, file: found[2]! }
}
