/** A name of ours with a prefix where the input already uses it, and a number where it uses that, too. */
export function freeName(name: string, prefix: string, taken: readonly string[]): string {
  if (!taken.includes(name)) return name
  const prefixed = `${prefix}_${name}`
  let free = prefixed
  for (let n = 2; taken.includes(free); n++) free = `${prefixed}_${n}`
  return free
}
