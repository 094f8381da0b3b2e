import './node-globals.js'
import { PageTasks, type Call, type Reply, type Result, type Work } from './page-tasks.js'

/** The part of the worker's global scope used here. */
interface Scope {
  onmessage: (event: { readonly data: Call }) => void
  postMessage(message: Reply, transfer?: readonly Transferable[]): void
}

const scope = globalThis as unknown as Scope
let desk: PageTasks | null = null
let before: Promise<unknown> = Promise.resolve()

scope.onmessage = ({ data: { id, work } }) => {
  // One after another: RDKit does one thing at a time.
  before = before
    .then(() => answer(work, (at) => scope.postMessage({ id, at })))
    .then(
      (done) => {
        const rows = typeof done === 'object' && done !== null && 'rows' in done ? [done.rows.buffer] : []
        scope.postMessage({ id, done }, rows)
      },
      (error: unknown) => scope.postMessage({ id, failed: error instanceof Error ? error.message : String(error) }),
    )
}

async function answer(work: Work, reached: (item: number) => void): Promise<Result> {
  if (work.kind === 'start') {
    desk = await PageTasks.open(work)
    return { own: desk.tests }
  }
  if (!desk) throw new Error('the worker was not started')
  return desk.do(work, reached)
}
