export { history, hits, rule, run } from './answer-schema.js'
export { mcpServer } from './server.js'
