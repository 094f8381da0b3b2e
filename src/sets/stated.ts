/** What an input states about a substance that is only partly known: its possible structures or names. */
export interface Stated {
  /** How many there are, counted before any is built. */
  readonly count: number
  /** Builds the members; called only if they are few. Null if that cannot be done without doubt. */
  readonly members: () => readonly StatedMember[] | null
}

interface StatedMember {
  /** SMILES, mol block or name, read like any other input. */
  readonly text: string
  readonly label: string
  readonly choices: readonly string[]
}

/** A drawing that names an atom that it does not have. */
export interface DrawnFlaw {
  readonly flaw: 'no such atom'
  readonly atom: number
  readonly atoms: number
}

/** One way in which members differ, independent of others. */
export interface Variation<Choice> {
  readonly count: number
  readonly choice: (n: number) => Choice
}

/**
 * The members with all combinations of choices, the last varying fastest.
 * @param textOf null if a member cannot be built without doubt
 * @param isPossible whether some choices can be made together
 */
export function statedBy<Choice extends { readonly label: string }>(
  variations: readonly Variation<Choice>[],
  textOf: (choices: readonly Choice[]) => string | null,
  isPossible: (choices: readonly Choice[]) => boolean = () => true,
): Stated {
  const count = variations.reduce((all, variation) => all * variation.count, 1)
  const members = () => {
    const all = variations.reduce<Choice[][]>(
      (begun, { count: own, choice }) => {
        const choices = Array.from({ length: own }, (_, n) => choice(n))
        return begun.flatMap((before) => choices.map((next) => [...before, next]))
      },
      [[]],
    )
    const built: StatedMember[] = []
    for (const choices of all.filter(isPossible)) {
      const text = textOf(choices)
      if (text === null) return null
      const labels = choices.map(({ label }) => label)
      built.push({ text, label: labels.join(', '), choices: labels })
    }
    return built.length === 0 ? null : built
  }
  // More cannot be counted.
  return { count: Math.min(count, Number.MAX_SAFE_INTEGER), members }
}
