/** What was made of an item, and what is left of it. */
export interface Partly<T, R> {
  readonly result: R
  /** Parts of the item that are still to be run, in order. */
  readonly rest: readonly T[]
}

interface Running<T, R> extends Partly<T, R> {
  readonly running: readonly Promise<Running<T, R>>[]
}

/** Runs up to `width` items at once and gives the results in the order of the items; an error among the items comes after the results before it. */
export async function* inOrder<T, R>(items: AsyncIterable<T>, width: number, run: (item: T) => Promise<Partly<T, R>>): AsyncGenerator<R> {
  const start = (item: T): Promise<Running<T, R>> => {
    const started = run(item).then((part) => ({ ...part, running: part.rest.map(start) }))
    // Awaited in its turn; until then a rejection is not unheard.
    started.catch(() => {})
    return started
  }
  const running: Promise<Running<T, R>>[] = []
  async function* whole(first: Promise<Running<T, R>>): AsyncGenerator<R> {
    for (const parts = [first]; parts.length > 0; ) {
      const part = await parts.shift()!
      parts.unshift(...part.running)
      yield part.result
    }
  }
  let failure: unknown = null
  try {
    for await (const item of items) {
      running.push(start(item))
      if (running.length >= width) yield* whole(running.shift()!)
    }
  } catch (error) {
    failure = error
  }
  while (running.length > 0) yield* whole(running.shift()!)
  if (failure !== null) throw failure
}
