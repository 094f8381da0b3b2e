import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { lastDayOf } from '../../src/matching/index.js'
import { sharedReader } from '../support/law.js'
import { run } from './fake-host.js'

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')

describe('examples', () => {
  test('every first-seen day of a fentanyl is a valid day, and has its source', () => {
    const rows = read('examples/fentanyls-2018.csv')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map((m) => m[1] ?? m[2] ?? ''))
    expect(rows.length).toBeGreaterThan(20)
    for (const [name, , seen, source, published] of rows) {
      expect({ name, source: source !== '', published: published !== '' }).toEqual({
        name,
        source: seen !== '',
        published: true,
      })
      if (seen) expect(lastDayOf(seen)).not.toBeNull()
    }
  })
  test('the structures of the medicines have the formula of their substance', async () => {
    const reader = await sharedReader()
    for (const line of read('examples/medicines.csv').trim().split('\n').slice(1)) {
      const [, smiles, formula] = line.split(',')
      expect(reader.read(smiles!, (s) => s.formula)).toBe(formula)
    }
  })
  test('commands in build files are commands of this version', async () => {
    const text = [
      'action.yml',
      '.pre-commit-hooks.yaml',
      'examples/ci/gitlab-ci.yml',
      'examples/ci/github-workflow.yml',
    ]
      .map(read)
      .join('\n')
    const used = [...text.matchAll(/(?:coverage|args:) (expect|diff|lint-dataset)((?: --?[a-z-]+)*)/g)]
    expect(used.length).toBeGreaterThan(4)
    for (const [, command, options] of used) {
      const { out } = await run([command!, '--help'])
      for (const option of options!
        .trim()
        .split(' ')
        .filter((o) => o !== ''))
        expect(out).toContain(option)
    }
  })
})
