/** A group that satisfied an item: its atoms, and the readings on which this depends. */
export interface GroupHit {
  readonly atoms: readonly number[]
  readonly readings: readonly string[]
  /** Groups further out that were each checked against a list (`further`). */
  readonly further: readonly GroupHit[]
}
