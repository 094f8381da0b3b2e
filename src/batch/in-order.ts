/** Runs up to `width` at once and gives the results in the order of the items; an error among the items comes after the results before it. */
export async function* inOrder<T, R>(items: AsyncIterable<T>, width: number, run: (item: T) => Promise<R>): AsyncGenerator<R> {
  const running: Promise<R>[] = []
  let failure: unknown = null
  try {
    for await (const item of items) {
      const started = run(item)
      // Awaited in its turn; until then a rejection is not unheard.
      started.catch(() => {})
      running.push(started)
      if (running.length >= width) yield await running.shift()!
    }
  } catch (error) {
    failure = error
  }
  while (running.length > 0) yield await running.shift()!
  if (failure !== null) throw failure
}
