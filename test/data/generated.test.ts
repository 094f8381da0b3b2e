import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readDataFolder } from '../../src/cli/law-files/data-folder.js'
import { generated } from '../../src/cli/commands/law/pages.js'
import { shippedData } from '../../src/cli/paths.js'

const files = [...(await generated(readDataFolder(shippedData), shippedData))]

describe('generated files match the records (npm run pages writes them)', () => {
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

  test('the picture of a class names its sites, and shows examples inside and outside', () => {
    const picture = new Map(files).get('gb/rules/gb-fentanyls.svg')!
    for (const words of [
      'Shown in fentanyl',
      'piperidine-4: carbon 4',
      'Inside the class',
      'Outside the class',
      'benzyl, not phenethyl',
    ])
      expect(picture).toContain(words)
    expect(new Map(files).get('gb/rules/gb-fentanyls.md')).toContain('](gb-fentanyls.svg)')
  })

  test.each(files)('%s', (file, text) => {
    const path = join(shippedData, file)
    expect(existsSync(path)).toBe(true)
    expect(readFileSync(path, 'utf8') === text ? 'up to date' : 'out of date: npm run pages').toBe('up to date')
  })
})
