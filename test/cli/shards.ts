import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { chainBlock } from '../batch/nasty.js'
import { corpus } from '../batch/corpus.js'
import { run } from './fake-host.js'
import { placesFor } from './files.js'

export const table = () =>
  `smiles,id\n${corpus(2500, 100)
    .trim()
    .split('\n')
    .map((line) =>
      line
        .split(' ')
        .map((cell) => `"${cell}"`)
        .join(','),
    )
    .join('\n')}\n`
const sdf = () => Array.from({ length: 2300 }, (_, i) => `${chainBlock(`c${i}`, 1 + (i % 4))}$$$$\n`).join('')

const common = ['--as-of', '2026-09-01', '-j', 'US']

/** Runs in a folder that is deleted after the tests of the file. */
export function shardRuns() {
  const { path, put } = placesFor('coverage-shards-')
  return {
    path,
    put,
    /** The outputs of all shards of a run. */
    async parts(inputs: readonly string[], of: number, output: string): Promise<string[]> {
      const files = Array.from({ length: of }, (_, i) => path(`${i + 1}-of-${of}-${output}`))
      for (const [i, file] of files.entries()) {
        const { code, err } = await run(['batch', ...inputs, ...common, '--shard', `${i + 1}/${of}`, '-o', file])
        expect([0, 3], err).toContain(code)
      }
      return files
    },
    /** The output of a run without shards. */
    async whole(inputs: readonly string[], output: string): Promise<Buffer> {
      await run(['batch', ...inputs, ...common, '-o', path(output)])
      return readFileSync(path(output))
    },
  }
}

type Put = (name: string, content: string | Buffer) => string

/** Inputs of every kind, by description. */
export const inputs: Readonly<Record<string, (put: Put) => string[]>> = {
  'a SMILES file': (put) => [put('a.smi', corpus(3000, 50))],
  'SMILES with a header, CRLF and no last line end': (put) => [
    put('h.smi', `smiles name\n${corpus(400, 50)}`.trimEnd().replaceAll('\n', '\r\n')),
  ],
  'three files, one of them empty': (put) => [
    put('x.smi', corpus(900, 50, 1)),
    put('y.smi', ''),
    put('z.smi', corpus(100, 50, 2)),
  ],
  'fewer lines than parts': (put) => [put('two.smi', 'CCO a\nCCN b\n')],
  'a zipped file': (put) => [put('a.smi.gz', gzipSync(corpus(3000, 50)))],
  'a table': (put) => [put('t.csv', table())],
  'an SD file': (put) => [put('s.sdf', sdf())],
}

/** Each input in the given number of shards, merged in reverse order: the bytes of a run without shards. */
export function mergedAre(
  counts: Readonly<Record<string, readonly number[]>>,
  { path, put, parts, whole }: ReturnType<typeof shardRuns>,
): void {
  describe.each(Object.entries(counts))('%s', (title, own) => {
    test.each([...own])('%i shards, merged in any order, give the single run', async (of) => {
      const name = `${title.replace(/\W/g, '')}.ndjson`
      const given = inputs[title]!(put)
      const files = await parts(given, of, name)
      const merged = path(`merged-${name}`)
      const { code } = await run(['merge', ...files.reverse(), '-o', merged])
      expect([0, 3]).toContain(code)
      expect(readFileSync(merged).equals(await whole(given, `whole-${name}`))).toBe(true)
    })
  })
}
