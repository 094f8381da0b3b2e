export { serverApp } from './server-app.js'
export { streamPath } from './routes/batch.js'
export { Metrics } from './metrics.js'
export type { CutOff } from './server-parts.js'
