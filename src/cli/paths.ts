import { fileURLToPath } from 'node:url'

const root = new URL('../../', import.meta.url)

export const shippedData = fileURLToPath(new URL('data', root))
/** The records in one file: a package has no folder of them. */
export const shippedRecords = fileURLToPath(new URL('dist/records.json', root))
export const shippedEdition = fileURLToPath(new URL('dist/edition.json', root))
/** What lets a check start sooner, and the examples of its class rules, built with it. */
export const shippedStart = fileURLToPath(new URL('dist/edition-start.json', root))
export const shippedExamples = fileURLToPath(new URL('dist/examples.json', root))
export const batchWorker = fileURLToPath(new URL('dist/command/thread.cjs', root))
/** The worker thread of `pipe`, `serve` and `mcp`, bundled. */
export const serviceThread = fileURLToPath(new URL('dist/command/service-thread.cjs', root))
/** The thread that draws structures for pages, bundled. */
export const drawingThread = fileURLToPath(new URL('dist/command/drawing-thread.cjs', root))
export const parquetThread = fileURLToPath(new URL('dist/command/parquet-thread.cjs', root))
/** Script and style of the pages that `--format html` writes, built by `npm run build`. */
export const pageScript = fileURLToPath(new URL('dist/page/report.js', root))
export const pageStyle = fileURLToPath(new URL('dist/page/report.css', root))
/** The interactive page: its script and style, and the script of its worker. */
export const appScript = fileURLToPath(new URL('dist/page/app.js', root))
export const appStyle = fileURLToPath(new URL('dist/page/app.css', root))
export const judgeScript = fileURLToPath(new URL('dist/page/judge.js', root))
/** RDKit with a step counter, built by `npm run build`. */
export const meteredRdkit = fileURLToPath(new URL('dist/RDKit_metered.wasm', root))
export const packageFile = fileURLToPath(new URL('package.json', root))
