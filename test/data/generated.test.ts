import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readDataFolder } from '../../src/cli/law-files/data-folder.js'
import { generated } from '../../src/cli/commands/law/pages.js'
import { shippedData } from '../../src/cli/paths.js'

const files = [...generated(readDataFolder(shippedData), shippedData)]

describe('generated files are those the records give (npm run pages writes them)', () => {
  test('each jurisdiction has a page, each kind of record a schema', () => {
    expect(files.map(([file]) => file)).toEqual(
      expect.arrayContaining([
        'cn/README.md',
        'us/README.md',
        'un/README.md',
        'gb/README.md',
        'schemas/list.schema.json',
        'schemas/substance.schema.json',
      ]),
    )
  })

  test.each(files)('%s', (file, text) => {
    const path = join(shippedData, file)
    expect(existsSync(path)).toBe(true)
    expect(readFileSync(path, 'utf8') === text ? 'up to date' : 'out of date: npm run pages').toBe('up to date')
  })
})
