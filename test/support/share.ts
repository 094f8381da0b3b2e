/**
 * The long comparisons take each how many-th recorded substance and example. Every eighth one in CI; `COMPARE=all npm run test:long`
 * takes all of them.
 */
export const every = process.env['COMPARE'] === 'all' ? 1 : 8
