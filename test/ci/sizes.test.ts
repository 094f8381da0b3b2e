import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

/** `node bin/sizes.mjs --list` says what is counted. Where a count falls, so does the number here. */
const most: Readonly<Record<string, number>> = {
  'functions over 60 lines': 0,
  'functions with more than 6 parameters': 0,
  'kernel globals': 50,
  'kernel lines over 120 characters': 0,
  'other lines over 120 characters': 2,
  'imports past a door': 31,
  'imports of tests past the door of another room': 73,
  'circles between subfolders': 0,
  'overlapping kernel blocks': 0,
  'lines of src': 64453,
}

const root = fileURLToPath(new URL('../../', import.meta.url))
const table = execFileSync(process.execPath, ['bin/sizes.mjs'], { cwd: root, encoding: 'utf8' })
const counts = new Map([...table.matchAll(/^ *(\d+) (.*)$/gm)].map(([, count, kind]) => [kind!, Number(count)]))

test.each(Object.entries(most))('%s: at most %i', (kind, limit) => {
  expect(counts.get(kind), `node bin/sizes.mjs --list shows the ${kind}`).toBeLessThanOrEqual(limit)
})
