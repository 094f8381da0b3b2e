import { expect, test } from 'vitest'
import { examples } from '../../src/report/index.js'
import { run } from './fake-host.js'

test('every command has examples, and its help shows them', async () => {
  const names = async (path: readonly string[]): Promise<string[]> => {
    const { out } = await run([...path, '--help'])
    const below = [...(out.split('\nCommands:\n')[1] ?? '').matchAll(/^ {2}([a-z-]+)/gm)]
      .map((m) => m[1]!)
      .filter((name) => name !== 'help')
    return below.length === 0
      ? [path.join(' ')]
      : (await Promise.all(below.map((name) => names([...path, name])))).flat()
  }
  const all = await names([])
  expect(all.sort()).toEqual(Object.keys(examples).sort())
  for (const path of all) {
    const { out, code } = await run([...path.split(' '), '--help'])
    expect(code).toBe(0)
    expect(out).toContain(`  ${examples[path]![0]![0]}\n`)
  }
})
