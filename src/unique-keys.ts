/** A key that stands twice in one object: `JSON.parse` keeps the last, and nothing says which was meant. */
export class DoubledKey extends SyntaxError {
  constructor(readonly key: string) {
    super(`the key ${JSON.stringify(key)} stands twice in one object`)
  }
}

/** As `JSON.parse`, for what users give. @throws {DoubledKey} */
export function parseJson(text: string): unknown {
  const value: unknown = JSON.parse(text)
  const key = mostKeys(text) === keysIn(value) ? null : doubledKey(text)
  if (key !== null) throw new DoubledKey(key)
  return value
}

/** At least as many keys as are written: their colons follow a quote or blank, as few in values do. */
function mostKeys(text: string): number {
  let keys = 0
  for (let at = text.indexOf(':'); at >= 0; at = text.indexOf(':', at + 1)) {
    const before = text.charCodeAt(at - 1)
    if (before === 0x22 || before <= 0x20) keys++
  }
  return keys
}

function keysIn(value: unknown): number {
  let keys = 0
  const open = [value]
  while (open.length > 0) {
    const next = open.pop()
    if (typeof next !== 'object' || next === null) continue
    if (Array.isArray(next)) for (const one of next) open.push(one)
    else
      for (const key in next) {
        keys++
        const one = (next as Record<string, unknown>)[key]
        if (typeof one === 'object') open.push(one)
      }
  }
  return keys
}

function doubledKey(text: string): string | null {
  const objects: Set<string>[] = []
  const colon = /\s*:/y
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '{') objects.push(new Set())
    else if (text[at] === '}') objects.pop()
    if (text[at] !== '"') continue
    const begin = at++
    while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1
    colon.lastIndex = at + 1
    if (!colon.test(text)) continue
    const key = JSON.parse(text.slice(begin, at + 1)) as string
    if (objects.at(-1)!.has(key)) return key
    objects.at(-1)!.add(key)
  }
  return null
}
