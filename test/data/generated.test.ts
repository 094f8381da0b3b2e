import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadRecords } from '../../src/cli/law-files/law-data.js'
import { generated } from '../../src/cli/commands/desk/pages.js'
import { shippedData } from '../../src/cli/shipped.js'

const records = loadRecords({})
const files = [...(await generated(records, shippedData))]

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

  test('its sites have letters, next to their atoms and in the legend', () => {
    const [scaffold] = new Map(files).get('gb/rules/gb-fentanyls.svg')!.split('Inside the class')
    const letters = [...scaffold!.matchAll(/<text [^>]*>([A-Z](?:,[A-Z])*)<\/text>/g)].flatMap((m) => m[1]!.split(','))
    const sites = scaffold!.match(/site [a-z0-9-]+: /g)!.length
    const own = Array.from({ length: sites }, (_, i) => String.fromCharCode(65 + i))
    expect([...new Set(letters)].sort()).toEqual(own)
    for (const letter of own) expect(letters.filter((l) => l === letter).length).toBeGreaterThan(1)
  })

  test('a page for readers has words in place of patterns, and a link to them', () => {
    const pages = files.filter(([file]) => file.includes('/rules/') && file.endsWith('.md'))
    const patterns = records.jurisdictions.flatMap(({ rules }) =>
      rules.flatMap((rule) =>
        [
          ...rule.scaffolds,
          ...(rule.conditions ?? []),
          ...(rule.open_words?.reaches ?? []),
          ...(rule.open_words?.unless ?? []),
        ].map(({ smarts }) => smarts),
      ),
    )
    expect(patterns.length).toBeGreaterThan(100)
    expect(pages.length).toBeGreaterThan(100)
    for (const [file, text] of pages) {
      const plain = text.replaceAll('\\', '')
      expect(
        patterns.filter((smarts) => smarts.length > 15 && plain.includes(smarts)),
        file,
      ).toEqual([])
      const [, dataFile] = /\]\(([^)]+\.json)\): the record/.exec(text)!
      expect(existsSync(join(shippedData, dirname(file), dataFile!)), `${file}: ${dataFile}`).toBe(true)
    }
  })

  test.each(files)('%s', (file, text) => {
    const path = join(shippedData, file)
    expect(existsSync(path)).toBe(true)
    expect(readFileSync(path, 'utf8') === text ? 'up to date' : 'out of date: npm run pages').toBe('up to date')
  })
})
