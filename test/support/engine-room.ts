import { afterAll, expect } from 'vitest'
import { roomLeft } from '../../src/engine/kernel.js'

/** More than the tables of any law and day take. */
const needed = 20 << 20

/**
 * The files of a worker share the engine, which never frees memory. Once there is no room left there is no screen, and
 * tests that compare runs with and without it would compare the full path with itself.
 */
afterAll(() => {
  const file = expect.getState().testPath ?? ''
  if (!file.endsWith('/screen/room.long.test.ts')) expect(roomLeft()).toBeGreaterThan(needed)
})
