export function jsonLines<T>(bytes: Uint8Array): T[] {
  const lines = new TextDecoder().decode(bytes).split('\n')
  return lines.flatMap((line) => (line === '' ? [] : [JSON.parse(line) as T]))
}
