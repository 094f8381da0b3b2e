/** A generator of numbers in [0, 1), reproducible by seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

const alphabet = 'CNOSPFIBcnos()[]=#-+123456%@/\\.HlrNa'

/** Damages and recombines SMILES texts: some results are still readable, most are wrong in some way. */
export function* mutated(texts: readonly string[], count: number, seed: number): Generator<string> {
  const random = seeded(seed)
  const pick = (n: number) => Math.floor(random() * n)
  const character = () => alphabet[pick(alphabet.length)]!
  for (let i = 0; i < count; i++) {
    let text = texts[pick(texts.length)]!
    for (let edits = 1 + pick(3); edits > 0; edits--) {
      const at = pick(text.length + 1)
      const kind = pick(5)
      if (kind === 0) text = text.slice(0, at) + text.slice(at + 1)
      else if (kind === 1) text = text.slice(0, at) + character() + text.slice(at)
      else if (kind === 2) text = text.slice(0, at) + character() + text.slice(at + 1)
      else if (kind === 3)
        text =
          text.slice(0, at) +
          text
            .slice(at, at + 2)
            .split('')
            .reverse()
            .join('') +
          text.slice(at + 2)
      else {
        const other = texts[pick(texts.length)]!
        text = text.slice(0, at) + other.slice(pick(other.length))
      }
    }
    yield text
  }
}
