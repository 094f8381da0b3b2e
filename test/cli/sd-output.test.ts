import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { chainBlock, chainBlockV3000 } from '../batch/nasty.js'
import { run, runJson } from './fake-host.js'
import { placesFor } from './files.js'

const { path, put } = placesFor('coverage-sd-')
const us = ['-j', 'US', '--as-of', '2026-09-01', '--quiet']

const valence = chainBlock('', 3).replace('  1  2  1', '  1  2  3').replace('  2  3  1', '  2  3  3')
const element = chainBlockV3000('no such element', 2).replace(' N ', ' Xx ')
const version = chainBlock('other version', 2).replace('V2000', 'V9999')

test('unreadable records keep their mol block, so that they can be corrected', async () => {
  const records = [valence, element, version].map((block) => `${block}>  <ID>\nP-1\n\n$$$$\n`)
  const input = put('bad.sdf', `${records.join('')}${chainBlock('good', 4)}$$$$\n`)
  const { code } = await run(['batch', input, ...us, '--only', 'unreadable', '-o', path('fix.sdf')])
  const written = readFileSync(path('fix.sdf'), 'utf8')
  expect(code).toBe(3)
  expect(
    written
      .split('$$$$\n')
      .filter((record) => record !== '')
      .map((record) => record.slice(0, record.indexOf('>  <'))),
  ).toEqual([valence, element, version])
  expect(written.match(/> {2}<COVERAGE_PROBLEM>\n/g)).toHaveLength(3)
  const corrected = put('corrected.sdf', written.replace('V9999', 'V2000').replace(' Xx ', ' N '))
  const { rows } = await runJson(['batch', corrected, ...us])
  expect(rows.map((row) => row.structure?.formula ?? row.verdict)).toEqual(['unreadable', 'C2H7N', 'C2H7N'])
})

test('a record that is no whole mol block swallows no other', async () => {
  const cut = chainBlock('cut', 5).slice(0, -60)
  const long = chainBlock('long line', 3).replace('M  END', `M  CHG ${' '.repeat(1024 * 1024)}\nM  END`)
  const input = put('cut.sdf', `${cut}\n$$$$\nwords\nM  END\n$$$$\n${long}$$$$\n${chainBlock('good', 4)}$$$$\n`)
  await run(['batch', input, ...us, '-o', path('cut-out.sdf')])
  expect(readFileSync(path('cut-out.sdf'), 'utf8').match(/^ {2}0 {2}0 .*V2000$/gm)).toHaveLength(3)
  const { rows } = await runJson(['batch', path('cut-out.sdf'), ...us])
  expect(rows.map((row) => [row.id, row.fields.COVERAGE_VERDICT])).toEqual([
    ['cut', 'unreadable'],
    ['words', 'unreadable'],
    ['long line', 'unreadable'],
    ['good', 'uncontrolled'],
  ])
})

test('an output of an output keeps both findings', async () => {
  const input = put('once.sdf', `${chainBlock('a', 4)}$$$$\n`)
  await run(['batch', input, ...us, '-o', path('twice.sdf')])
  await run(['batch', path('twice.sdf'), ...us, '-o', path('thrice.sdf')])
  const { rows } = await runJson(['batch', path('thrice.sdf'), ...us])
  expect(Object.keys(rows[0].fields)).toEqual([
    'COVERAGE_VERDICT',
    'COVERAGE_US',
    'COVERAGE_AS_OF',
    'COVERAGE_VERDICT_2',
    'COVERAGE_US_2',
    'COVERAGE_AS_OF_2',
  ])
})
