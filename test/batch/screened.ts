import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { readRecordFiles } from '../../src/cli/law-files/law-data.js'
import { run } from '../cli/fake-host.js'
import { writings } from '../support/blocks.js'
import { dataFolder, law } from '../support/law.js'
import { corpus } from './corpus.js'

export const recorded = law.edition.substances.flatMap((s) => (s.smiles === null ? [] : [s.smiles]))
/** Names that are one word, as a line of a SMILES file can contain. */
export const names = law.edition.substances
  .flatMap((s) => [s.name, ...(s.aliases ?? [])])
  .filter((name) => !/\s/.test(name))
export const examples = [
  ...new Set(
    [
      ...JSON.stringify(readRecordFiles(dataFolder).filter((f) => f.place.endsWith('.examples.json'))).matchAll(
        /"smiles":"((?:[^"\\]|\\.)*)"/g,
      ),
    ].map((m) => JSON.parse(`"${m[1]}"`) as string),
  ),
]
export const some = <T>(of: readonly T[], every: number, from = 0) => of.filter((_, i) => i % every === from)
export const plain = corpus(40, 1e9)
  .trim()
  .split('\n')
  .map((line) => line.split(' ')[0]!)

/** A SMILES file, each line with its own name. */
export const lines = (texts: readonly string[]) =>
  texts.map((text, i) => `${text.replaceAll('\n', ' ')} n${i}\n`).join('')

/** An SD file of structures that RDKit can draw, with each of its mol block formats in turn. */
export function sdFile(texts: readonly string[]): string {
  const ways = Object.values(writings)
  return texts
    .flatMap((text, i) => {
      try {
        return [`n${i}${ways[i % ways.length]!(text)}>  <note>\n${text}\n\n$$$$\n`]
      } catch {
        return []
      }
    })
    .join('')
}

export interface Runs {
  /** The output of a batch for an input. */
  readonly rows: (content: string | Buffer, ...args: string[]) => Promise<string>
  readonly path: (name: string) => string
}

/** Runs batches in a folder that is deleted after the tests of the file. */
export function batches(): Runs {
  let folder = ''
  beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'coverage-screened-'))))
  afterAll(() => rmSync(folder, { recursive: true }))
  const path = (name: string) => join(folder, name)
  return {
    path,
    rows: async (content, ...args) => {
      const input = path(args.includes('--input-format') ? 'in' : 'in.smi')
      writeFileSync(input, content)
      return (await run(['batch', input, '--as-of', '2026-09-01', '--quiet', ...args])).out
    },
  }
}
