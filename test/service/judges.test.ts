import { expect, test } from 'vitest'
import { runInfo } from '../../src/cli/output/run-info.js'
import { Arena } from '../../src/engine/arena.js'
import { Judges } from '../../src/service/judges.js'
import { edition, law, reader } from '../support/law.js'

test('judges with a screen are kept for the questions asked last, and the others give their memory back', () => {
  const judges = new Judges(edition, async () => reader, [])
  /** As many rows on a day as make a screen worthwhile. */
  const ask = (i: number) => {
    const query = {
      asOf: `${1990 + (i % 30)}-01-${String(1 + Math.floor(i / 30)).padStart(2, '0')}`,
      jurisdictions: ['CZ'],
    }
    const setup = {
      format: 'ndjson',
      query,
      run: runInfo(law, query),
      explain: false,
      identify: 'none',
      lookUp: false,
      only: null,
      jurisdictions: ['CZ'],
      files: null,
    } as const
    return judges.for(setup, 500)
  }
  for (let i = 0; i < 32; i++) ask(i)
  const held = Arena.held
  for (let i = 32; i < 90; i++) ask(i)
  // The last of them may need more than the first.
  expect(Arena.held).toBeLessThanOrEqual(held + (2 << 20))
  expect(ask(89)).toBe(ask(89))
})
