type Size = 'quick' | 'long' | 'all'
/** Set for long tests by vitest.config.ts. */
const size: Size = process.env['COMPARE'] === 'all' ? 'all' : process.env['LONG'] ? 'long' : 'quick'

/**
 * What `*.share.test.ts` compare: little in quick tests, more in long ones, which CI runs instead, and everything with
 * `COMPARE=all npm run test:long`.
 */
export const share = <T>(of: Readonly<Record<Size, T>>): T => of[size]

/** The long comparisons test every nth recorded substance and example. */
export const every = share({ quick: 8, long: 8, all: 1 })
