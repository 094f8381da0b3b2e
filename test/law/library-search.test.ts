import { describe, expect, test } from 'vitest'
import { loadRecords } from '../../src/cli/law-files/law-data.js'
import { find, search } from '../../src/law/index.js'

const records = loadRecords({})

describe('search', () => {
  test.each([
    ['Fentanyl', 'fentanyl', 'id'],
    ['芬太尼', 'fentanyl', 'Chinese name'],
    ['437-38-7', 'fentanyl', 'CAS'],
    ['9821', 'acetylfentanyl', 'code'],
    ['82 FR 26349', 'us-82-fr-26349', 'citation'],
    ['PJMPHNIQZUBGLI-UHFFFAOYSA-N', 'fentanyl', 'InChIKey'],
    ['china', 'CN', 'name'],
    ['Nexus', '2c-b', 'alias'],
  ])('%s finds %s by its %s', (text, id, field) => {
    expect(search(records, text)[0]).toMatchObject({ id, field, rank: 0 })
  })

  test('Greek letters, dashes and case do not matter', () => {
    const ids = (text: string) => search(records, text).map((h) => h.id)
    expect(ids('α-methylfentanyl')).toEqual(ids('ALPHA\u2011Methylfentanyl'))
    expect(ids('α-methylfentanyl')).toContain('alpha-methylfentanyl')
  })

  test('a record is found once, by its best field', () => {
    const hits = search(records, 'fentanyl')
    expect(new Set(hits.map((h) => `${h.kind} ${h.id}`)).size).toBe(hits.length)
  })

  test('an empty search finds nothing', () => {
    expect(search(records, '  ')).toEqual([])
    expect(search(records, 'no such thing at all')).toEqual([])
  })
})

describe('find', () => {
  test('a substance comes with every listing in every jurisdiction', () => {
    const [found] = find(records, 'fentanyl')
    expect(found).toMatchObject({ kind: 'substance' })
    const codes = found!.kind === 'substance' ? new Set(found!.listings.map((l) => l.jurisdiction)) : null
    expect([...codes!].sort()).toEqual(expect.arrayContaining(['CN', 'GB', 'UN', 'US']))
  })

  test('an instrument comes with the entries it added', () => {
    const [found] = find(records, 'cn-2017-03-01-nps-4')
    expect(found!.kind === 'instrument' && found!.entries.map((e) => e.entry.substance).sort()).toEqual([
      'acrylfentanyl',
      'carfentanil',
      'furanylfentanyl',
      'valerylfentanyl',
    ])
  })

  test('UK is read as GB', () => {
    expect(find(records, 'UK')).toMatchObject([{ kind: 'jurisdiction', jurisdiction: { code: 'GB' } }])
  })
})
