/** What an input states about a substance that is only partly known: its possible structures or names. */
export interface Stated {
  /** How many there are, counted before any is built. */
  readonly count: number
  /** What differs between members, such as a position; one choice of each member for each. */
  readonly varies: readonly string[]
  /** Builds the members; called only if they are few. Null if that cannot be done without doubt. */
  readonly members: () => readonly StatedMember[] | null
}

export interface StatedMember {
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

/** Numbers of choices that are independent of one another, multiplied; the most if that is more than can be counted. */
export function product(counts: readonly number[]): number {
  return Math.min(
    counts.reduce((all, n) => all * n, 1),
    Number.MAX_SAFE_INTEGER,
  )
}

/** All combinations of a choice from each list, the last varying fastest. */
export function combinations<T>(lists: readonly (readonly T[])[]): T[][] {
  return lists.reduce<T[][]>((all, list) => all.flatMap((begun) => list.map((item) => [...begun, item])), [[]])
}
