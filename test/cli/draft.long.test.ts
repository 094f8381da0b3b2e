import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run } from './fake-host.js'

let home: string
const at = (file: string) => join(home, file)
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'draft-'))
})
afterAll(() => rmSync(home, { recursive: true }))

describe('coverage law draft', () => {
  it('drafts a Japanese list: structures by InChIKey, entries without a day', async () => {
    const { code, out } = await run(['law', 'draft', 'jp', 'examples/jp-names.csv', '-o', at('jp')])
    expect(out).toContain('3 rows, 3 drafted: 3 are recorded substances by InChIKey')
    expect(code).toBe(0)
    const { entries, left } = JSON.parse(readFileSync(at('jp/jp.draft.json'), 'utf8'))
    expect(left).toEqual([])
    expect(entries.map((e: { substance: string; periods: unknown[] }) => [e.substance, e.periods])).toEqual([
      ['2-ai', []],
      ['pb-22', []],
      ['mescaline', []],
    ])
    expect(readdirSync(at('jp/substances'))).toEqual([])
  }, 60_000)

  it('does not load until somebody has reviewed it', async () => {
    const { code, out } = await run(['law', 'lint', '--data', at('jp')])
    expect([code, out]).toEqual([1, expect.stringContaining('jp.draft.json')])
  }, 60_000)

  it('reports bad rows one by one, drafts the rest, and ends with 1', async () => {
    writeFileSync(
      at('bad.csv'),
      'name,cas\nホゲホゲ,\n,71-23-8\n"4-[2-(butylamino)ethyl]phenol",\nbutan-1-ol,71-36-3\n"2-methylpropan-1-ol",71-36-3\n',
    )
    const { code, out } = await run(['law', 'draft', 'jp', at('bad.csv'), '-o', at('bad')])
    const lines = out.replace(/\n {4}/g, ' ')
    expect(code).toBe(1)
    expect(lines).toContain('row 2 ホゲホゲ: unknown words:')
    expect(lines).toContain('row 3: no name')
    expect(lines).toContain('row 6 2-methylpropan-1-ol: row 5 has the same CAS number 71-36-3')
    expect(readdirSync(at('bad/substances'))).toEqual(['4-2-butylamino-ethyl-phenol.json', 'butan-1-ol.json'])
  }, 60_000)

  it.each([
    ['a folder that exists', ['examples/jp-names.csv', '-o', '.'], 'drafts never replace anything'],
    ['a table without names', ['examples/parallel', '-o', 'none'], 'examples/parallel'],
    [
      'no word table for the language',
      ['examples/jp-names.csv', '-o', 'none', '--language', 'xx'],
      'known tables: en, cs, de, it, ja, no, pt, sv',
    ],
  ])(
    '%s: cannot run',
    async (_, args, message) => {
      const { code, err } = await run(['law', 'draft', 'jp', ...args])
      expect([code, err]).toEqual([2, expect.stringContaining(message)])
    },
    60_000,
  )
})
