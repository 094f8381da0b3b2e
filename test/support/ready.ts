/**
 * Files of one worker share a reader of structures, which a test may exceed or crash on purpose: it is made ready before
 * each file, as callers must before each use.
 */
const shared = globalThis as { structureReader?: { ready(): Promise<void> } }
await shared.structureReader?.ready()
