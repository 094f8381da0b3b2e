/** A seeded generator (mulberry32): the same seed gives the same numbers on every machine. */
export function generator(seed: number): () => number {
  let a = seed >>> 0
  return () => {
    a = (a + 0x6d2b79f5) >>> 0
    let t = Math.imul(a ^ (a >>> 15), a | 1)
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export function pick<T>(random: () => number, from: readonly T[]): T {
  return from[Math.floor(random() * from.length)]!
}

export function shuffled<T>(random: () => number, from: readonly T[]): T[] {
  const out = [...from]
  for (let i = out.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[out[i], out[j]] = [out[j]!, out[i]!]
  }
  return out
}

const tokens = /\[[^\]]*\]|Cl|Br|%\d\d|./gs
const inserts = (
  'C N O S F Cl c n o = # ( ) 1 2 [O-] [NH4+] [2H] [13C] [C@H] [N+] / \\ . - : ~ [ ] %10 @ ' +
  '[Na+] [Fe] [nH] B P I [se] [H] *'
).split(' ')

/** A SMILES similar to the given ones, readable or not: tokens dropped, inserted, swapped, or two halves joined. */
export function mutated(random: () => number, smiles: readonly string[]): string {
  let parts: readonly string[] = pick(random, smiles).match(tokens) ?? []
  const changes = 1 + Math.floor(random() * 3)
  for (let i = 0; i < changes; i++) {
    const at = Math.floor(random() * parts.length)
    const kind = Math.floor(random() * 6)
    if (kind === 0) parts = parts.filter((_, k) => k !== at)
    else if (kind === 1) parts = [...parts.slice(0, at), pick(random, inserts), ...parts.slice(at)]
    else if (kind === 2) parts = parts.map((p, k) => (k === at ? pick(random, inserts) : p))
    else if (kind === 3)
      parts = [
        ...parts.slice(0, at),
        ...parts.slice(at + 1, at + 2),
        ...parts.slice(at, at + 1),
        ...parts.slice(at + 2),
      ]
    else if (kind === 4) {
      const other: readonly string[] = pick(random, smiles).match(tokens) ?? []
      parts = [...parts.slice(0, at), ...other.slice(Math.floor(random() * other.length))]
    } else parts = [...parts, '.', ...(pick(random, smiles).match(tokens) ?? [])]
  }
  return parts.join('')
}
