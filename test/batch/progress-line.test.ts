import { PassThrough } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { Progress, progressLine } from '../../src/batch/run/progress.js'
import { Tally } from '../../src/batch/output/tally.js'

describe('progress line', () => {
  const state = { done: 500, hits: 3, seconds: 10, share: 0.25 }
  test('share, rate, hits and time left', () => {
    expect(progressLine(state, 100)).toBe(
      `[${'#'.repeat(8)}${'.'.repeat(22)}]  25%  500 done, 50/s, 3 listed or class, 30 s left`,
    )
  })
  test('without a known size there is no bar and no time left', () => {
    expect(progressLine({ ...state, share: null }, 100)).toBe('500 done, 50/s, 3 listed or class')
    expect(progressLine({ ...state, share: null, hits: null }, 100)).toBe('500 done, 50/s')
  })
  test('long runs in minutes and hours', () => {
    expect(progressLine({ ...state, seconds: 100 }, 100)).toContain('5 min 0 s left')
    expect(progressLine({ ...state, seconds: 4000 }, 100)).toContain('3 h 20 min left')
  })
  test('of a small file, read at once, the share is that of its rows', () => {
    const stream = new PassThrough({ encoding: 'utf8' })
    new Progress(stream, Object.assign(new Tally(), { total: 10, read: 40 }), () => 1, 'line', 0).tick()
    expect(stream.read()).toContain(' 25%  10 done')
  })
  test('it fits any terminal', () => {
    for (let width = 10; width < 120; width++) expect(progressLine(state, width).length).toBeLessThan(width)
  })
})
