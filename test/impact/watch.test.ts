import { writeFileSync } from 'node:fs'
import { Writable } from 'node:stream'
import { expect, test, vi } from 'vitest'
import { CannotRun, type Host, type Stop } from '../../src/cli/host.js'
import { watchDraft } from '../../src/cli/impact/watch.js'
import { testFolder } from '../cli/files.js'

const put = testFolder()

test('a draft is measured at once and whenever it or its examples are saved; a bad one is reported and the next tried', async () => {
  const draft = put('cn-a.json', 'good')
  put('cn-b.json', '')
  let stop: (signal: Stop) => void = () => {}
  let told = ''
  const stderr = new Writable({
    write(chunk: Buffer, _, done) {
      told += chunk.toString()
      done()
    },
  })
  const onStop = (listen: typeof stop) => {
    stop = listen
    return () => {}
  }
  const host = { stderr, onStop } as unknown as Host
  let text = 'good'
  const runs: string[] = []
  const ended = watchDraft(
    draft,
    async () => {
      runs.push(text)
      if (text === 'bad') throw new CannotRun('sites[0].on: found 12')
    },
    host,
  )
  const saved = async (name: string, now: string) => {
    const before = runs.length
    text = now
    writeFileSync(draft.replace('cn-a.json', name), now)
    await vi.waitFor(() => expect(runs.length).toBeGreaterThan(before), { timeout: 30_000, interval: 20 })
  }
  await vi.waitFor(() => expect(runs).toEqual(['good']))
  await saved('cn-a.json', 'bad')
  await saved('cn-a.examples.json', 'better')
  writeFileSync(draft.replace('cn-a.json', 'cn-b.json'), 'not asked')
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(new Set(runs)).toEqual(new Set(['good', 'bad', 'better']))
  expect(told).toContain('coverage: sites[0].on: found 12')
  expect(told).toMatch(/Measured in \d+\.\d s/)
  stop('SIGINT')
  expect(await ended).toBe(130)
})
