/** The items of a task that harm workers, by their places. */
export interface Harmful {
  /** Two workers crashed at each of these. */
  readonly crashed: readonly number[]
  /** These took too long. */
  readonly late: readonly number[]
  /** One worker crashed at this one. */
  readonly suspect: number | null
}

export const nothingHarmful: Harmful = { crashed: [], late: [], suspect: null }

/** The harmful items from one place up to, not including, another, counted from the first. */
export function harmfulWithin({ crashed, late, suspect }: Harmful, from: number, to: number): Harmful {
  const within = (places: readonly number[]) => places.filter((at) => at >= from && at < to).map((at) => at - from)
  return {
    crashed: within(crashed),
    late: within(late),
    suspect: within(suspect === null ? [] : [suspect])[0] ?? null,
  }
}

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
 * @param known from earlier attempts
 * @throws the last error, if too many workers crash
 */
export async function retryWithoutHarmful<R>(
  attempt: (harmful: Harmful) => Attempt<R>,
  isClosed: () => boolean,
  crashed: () => void = () => {},
  known = nothingHarmful,
): Promise<R> {
  let harmful = known
  let crashes = 0
  for (;;) {
    const { result, place, isLate } = attempt(harmful)
    try {
      return await result
    } catch (error) {
      if (isClosed() || crashes >= mostCrashes) throw error
      crashed()
      const at = place()
      if (at >= 0 && (isLate() || at === harmful.suspect)) {
        const kind = isLate() ? 'late' : 'crashed'
        harmful = { ...harmful, [kind]: [...harmful[kind], at], suspect: null }
        crashes = 0
      } else {
        harmful = { ...harmful, suspect: at }
        crashes++
      }
    }
  }
}
