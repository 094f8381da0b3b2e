// Threads of Node, which a page has not.
export { editionIn, shareText, sharedEdition, type SharedEdition, watchOf } from './thread-memory.js'
export { optimiseLate } from './optimise-late.js'
export { ThreadPool, type OnThread } from './thread-pool.js'
