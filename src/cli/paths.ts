import { inPackage } from './shipped.js'

/** What the build makes: threads, bundled; script and style of written pages, of the interactive page, of its worker. */
export const batchWorker = inPackage('dist/command/thread.cjs')
/** The thread of `pipe`, `serve` and `mcp`. */
export const serviceThread = inPackage('dist/command/service-thread.cjs')
export const drawingThread = inPackage('dist/command/drawing-thread.cjs')
export const parquetThread = inPackage('dist/command/parquet-thread.cjs')
export const pageScript = inPackage('dist/page/report.js')
export const pageStyle = inPackage('dist/page/report.css')
export const appScript = inPackage('dist/page/app.js')
export const appStyle = inPackage('dist/page/app.css')
export const judgeScript = inPackage('dist/page/judge.js')
export const meteredRdkit = inPackage('dist/RDKit_metered.wasm')
export const packageFile = inPackage('package.json')
