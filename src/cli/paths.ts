import { fileURLToPath } from 'node:url'

/** What the build makes: threads, bundled; script and style of written pages, of the interactive page, of its worker. */
export const batchWorker = fileURLToPath(new URL('../../dist/command/thread.cjs', import.meta.url))
/** The thread of `pipe`, `serve` and `mcp`. */
export const serviceThread = fileURLToPath(new URL('../../dist/command/service-thread.cjs', import.meta.url))
export const drawingThread = fileURLToPath(new URL('../../dist/command/drawing-thread.cjs', import.meta.url))
export const parquetThread = fileURLToPath(new URL('../../dist/command/parquet-thread.cjs', import.meta.url))
export const pageScript = fileURLToPath(new URL('../../dist/page/report.js', import.meta.url))
export const pageStyle = fileURLToPath(new URL('../../dist/page/report.css', import.meta.url))
export const appScript = fileURLToPath(new URL('../../dist/page/app.js', import.meta.url))
export const appStyle = fileURLToPath(new URL('../../dist/page/app.css', import.meta.url))
export const judgeScript = fileURLToPath(new URL('../../dist/page/judge.js', import.meta.url))
export const meteredRdkit = fileURLToPath(new URL('../../dist/RDKit_metered.wasm', import.meta.url))
export const packageFile = fileURLToPath(new URL('../../package.json', import.meta.url))
