/**
 * The long comparisons test every nth recorded substance and example: every eighth in CI, all of them with
 * `COMPARE=all npm run test:long`.
 */
export const every = process.env['COMPARE'] === 'all' ? 1 : 8
