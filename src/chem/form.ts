/** Bond orders and hydrogens of one form of a molecule. */
export interface Form {
  readonly orders: readonly number[]
  readonly hydrogens: readonly number[]
}

/** Equal for equal forms of one molecule. */
export function keyOf({ orders, hydrogens }: Form): string {
  return String.fromCharCode(...orders, ...hydrogens)
}

/** The form in which a hydrogen has moved to the other end of some bonds, which are single and double by turns. */
export function moved({ orders, hydrogens }: Form, giver: number, along: readonly number[], taker: number): Form {
  const [changed, counts] = [[...orders], [...hydrogens]]
  for (const bond of along) changed[bond] = 3 - changed[bond]!
  counts[giver]!--
  counts[taker]!++
  return { orders: changed, hydrogens: counts }
}
