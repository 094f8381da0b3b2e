import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { cellsOf, guessDelimiter } from '../../src/batch/input/delimited.js'
import { linesOf, formatOfName } from '../../src/batch/index.js'
import { split } from '../../src/batch/input/smiles-file.js'

async function linesIn(bytes: Buffer, chunk: number, longest?: number): Promise<(string | number)[]> {
  const parts: Buffer[] = []
  for (let at = 0; at < bytes.length; at += chunk) parts.push(bytes.subarray(at, at + chunk))
  const lines: (string | number)[] = []
  for await (const line of linesOf(Readable.from(parts), longest)) lines.push(line.tooLong ?? line.text)
  return lines
}

describe('lines', () => {
  const bytes = Buffer.from('\ufeffa\r\n\r\nb\u00e9\n芬太尼\nlast')
  test('are the same however the bytes arrive', async () => {
    for (let chunk = 1; chunk <= bytes.length; chunk++)
      expect(await linesIn(bytes, chunk)).toEqual(['a', '', 'b\u00e9', '芬太尼', 'last'])
  })
  test('lines that are too long give their length, in one chunk or many', async () => {
    for (const chunk of [3, 7, 64, 1000])
      expect(await linesIn(Buffer.from(`${'x'.repeat(300)}\nshort\n${'y'.repeat(101)}`), chunk, 100)).toEqual([
        300,
        'short',
        101,
      ])
  })
  test('carriage returns alone, and doubled before a line feed', async () => {
    for (const chunk of [1, 3, 100]) {
      expect(await linesIn(Buffer.from('a\rb\rc'), chunk)).toEqual(['a', 'b', 'c'])
      expect(await linesIn(Buffer.from('a\r\r\nb\r\r\n'), chunk)).toEqual(['a', 'b'])
    }
  })
  test('a final newline starts no further line, a blank line does', async () => {
    expect(await linesIn(Buffer.from('a\n\n'), 2)).toEqual(['a', ''])
  })
})

describe('cells', () => {
  test.each<[string, string, string[] | null]>([
    ['a,b', ',', ['a', 'b']],
    ['', ',', ['']],
    ['"a,b",c', ',', ['a,b', 'c']],
    ['"a ""q""",', ',', ['a "q"', '']],
    ['5" pipe,b', ',', ['5" pipe', 'b']],
    ['"a"x,b', ',', ['ax', 'b']],
    ['"open,b', ',', null],
    ['"a;b";c', ';', ['a;b', 'c']],
  ])('%j by %j', (text, delimiter, cells) => expect(cellsOf(text, delimiter)).toEqual(cells))
  test.each([
    ['a,b;c,d', ','],
    ['a;b', ';'],
    ['a\tb,c\td', '\t'],
    ['smiles', ','],
    ['"a,b,c";d;e', ';'],
  ])('%j is split into %j', (header, delimiter) => {
    expect(guessDelimiter(header)).toBe(delimiter)
  })
})

test.each<[string, string, string | null]>([
  ['CCO', 'CCO', null],
  ['CCO\tname with  words ', 'CCO', 'name with  words'],
  ['  CCO x', 'CCO', 'x'],
  ['CCO |$;;my label$| x', 'CCO |$;;my label$|', 'x'],
  ['CCO | x', 'CCO |', 'x'],
  ['CCO |&1:1|', 'CCO |&1:1|', null],
  ['', '', null],
])('%j is %j named %j', (line, text, name) => expect(split(line)).toEqual({ text, name }))

test.each([
  ['a.smi', 'smi'],
  ['A.SMILES.gz', 'smi'],
  ['x.y/b.tsv', 'tsv'],
  ['m.mol', 'sdf'],
  ['a.gz', null],
  ['noext', null],
  ['a.docx', null],
])('%s is %s', (name, format) => {
  expect(formatOfName(name)).toBe(format)
})
