export interface PartialResult<T, R> {
  readonly result: R
  /** Parts of the item still to run, in order. */
  readonly rest: readonly T[]
}

interface Running<T, R> extends PartialResult<T, R> {
  readonly running: readonly Promise<Running<T, R>>[]
}

/**
 * Runs up to `width` items at once and yields the results in the order of the items. A finished result does not wait
 * for a slow item; an error among the items comes after the results before it.
 */
export async function* inOrder<T, R>(
  items: AsyncIterable<T>,
  width: number,
  run: (item: T) => Promise<PartialResult<T, R>>,
): AsyncGenerator<R> {
  const start = (item: T): Promise<Running<T, R>> => {
    const started = run(item).then((part) => ({ ...part, running: part.rest.map(start) }))
    // Awaited later; attach a handler now so that the rejection is not unhandled.
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
  const source = items[Symbol.asyncIterator]()
  const read = () => source.next().catch((error: unknown) => ({ done: true, failure: error }) as const)
  try {
    for (let next: ReturnType<typeof read> | null = read(); next !== null || running.length > 0; ) {
      const item =
        next === null || running.length >= width
          ? null
          : await Promise.race([next, ...running.slice(0, 1).map((first) => first.then(() => null))])
      if (item === null) yield* whole(running.shift()!)
      else if (!item.done) {
        running.push(start(item.value))
        next = read()
      } else {
        next = null
        while (running.length > 0) yield* whole(running.shift()!)
        if ('failure' in item) throw item.failure
      }
    }
  } finally {
    // Not awaited: a source in the middle of a read ends only after that read.
    void source.return?.()?.catch(() => {})
  }
}
