/** The items of a task that harm workers, by their places. */
export interface Harmful {
  /** Two workers crashed at each of these. */
  readonly crashed: readonly number[]
  /** These took too long. */
  readonly late: readonly number[]
}

/** A task on a worker. */
export interface Attempt<R> {
  readonly result: Promise<R>
  /** The item that the worker is at; negative before the first. */
  readonly place: () => number
  /** Whether the worker was ended because it took too long. */
  readonly isLate: () => boolean
}

/** Crashes on one task that no item explains. */
const mostCrashes = 5

/**
 * Gives a task to workers until one survives it. An item that took too long is left out of the next attempt, and so is
 * one at which two workers crashed: a single crash may have another cause, such as memory.
 * @param isClosed whether the workers were ended on purpose
 * @throws the last error, if too many workers crash
 */
export async function untilSurvived<R>(
  attempt: (harmful: Harmful) => Attempt<R>,
  isClosed: () => boolean,
  crashed: () => void = () => {},
): Promise<R> {
  let harmful: Harmful = { crashed: [], late: [] }
  let suspect: number | null = null
  let crashes = 0
  for (;;) {
    const { result, place, isLate } = attempt(harmful)
    try {
      return await result
    } catch (error) {
      if (isClosed() || crashes >= mostCrashes) throw error
      crashed()
      const at = place()
      if (at >= 0 && (isLate() || at === suspect)) {
        const kind = isLate() ? 'late' : 'crashed'
        harmful = { ...harmful, [kind]: [...harmful[kind], at] }
        suspect = null
        crashes = 0
      } else {
        suspect = at
        crashes++
      }
    }
  }
}
