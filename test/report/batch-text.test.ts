import { describe, expect, test } from 'vitest'
import { lastColumns } from '../cli/fake-host.js'
import { csvHeader, csvLine } from '../../src/report/index.js'
import { closingLine } from '../../src/report/documents.js'

test('closing line', () => {
  const verdicts = { listed: 1, class: 2, undecided: 3, uncontrolled: 4, unreadable: 5 }
  expect(closingLine({ total: 15, verdicts, jurisdictions: new Map(), problems: new Map(), mismatches: 0 }, 3)).toBe(
    '15 inputs: 1 listed, 2 class, 3 undecided, 4 uncontrolled, 5 unreadable (3.0 s, 5 per second)\n',
  )
})

describe('CSV', () => {
  test.each<[string, string]>([
    ['plain', 'plain'],
    ['a,b', '"a,b"'],
    ['a"b', '"a""b"'],
    ['a\nb', '"a\nb"'],
    ['=1', "'=1"],
    ['+x', "'+x"],
    ['-x', "'-x"],
    ['@x', "'@x"],
    ['\tx', "'\tx"],
    ['-1', '-1'],
    ['+1.5e-3', '+1.5e-3'],
    ['-1+cmd', "'-1+cmd"],
    [' lead', '" lead"'],
  ])('%j is written %j', (cell, written) => expect(csvLine([cell, 'z'])).toBe(`${written},z\r\n`))
  test('a column of ours that the table already has gets a prefix', () => {
    expect(csvHeader({ columns: ['smiles', 'US', 'problem'], jurisdictions: ['CN', 'US'], file: null })).toEqual([
      'smiles',
      'US',
      'problem',
      'verdict',
      'CN',
      'coverage_US',
      'findings',
      'cites',
      'controlled_since',
      'coverage_problem',
      ...lastColumns.split(','),
    ])
  })
  test.each<[string, Parameters<typeof csvHeader>[0]]>([
    [
      'an output of an output',
      {
        columns: ['verdict', 'US', 'coverage_verdict', 'coverage_US', 'coverage_US_2'],
        jurisdictions: ['US'],
        file: null,
      },
    ],
    [
      'SD properties',
      { columns: ['id', 'property_id', 'coverage_file', 'file'], properties: true, jurisdictions: [], file: 'a.sdf' },
    ],
  ])('no two columns have one name: %s', (_, layout) => {
    const names = csvHeader(layout)
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
    expect(names).toEqual(expect.arrayContaining([...layout.columns!].filter((name) => name !== 'id')))
  })
})
