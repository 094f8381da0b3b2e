import { expect, test } from 'vitest'
import { fentanyl, ibuprofen, run } from './fake-host.js'
import { placesFor } from './files.js'

const { put } = placesFor('coverage-statement-')
const rows = `id,smiles
E-1,CNC1(c2ccccc2Cl)CCCCC1=O
E-2,${fentanyl}
E-3,${ibuprofen}
E-4,C1CC
`
const sheets = async () => {
  const args = ['batch', put('in.csv', rows), '-j', 'US,DE', '--as-of', '2026-12-02', '--statement', '--format', 'html']
  const { out } = await run(args)
  return out.split('<article class="statement">').slice(1)
}

test('one sheet for each sample, with its number, question, days, citations and what is open', async () => {
  const [ketamine, second, free, unread, ...others] = (await sheets()) as [string, string, string, string]
  expect(others).toEqual([])
  for (const part of [
    'E-1',
    'United States (federal) on 2026-12-02?',
    '1999-08-12',
    '21 CFR 1308.13(c)(7); 64 FR 37673',
  ])
    expect(ketamine).toContain(part)
  expect(ketamine).toContain('DE: open question of the text: Is the substance a medicinal product')
  expect(second).toContain('Pub. L. 91-513 sec. 202(c)')
  expect(free).toContain('No recorded entry or rule covers it')
  expect(unread).toContain('not a SMILES: unclosed ring')
})
test('has the edition and the review days, and nothing that cannot touch the substance', async () => {
  for (const sheet of await sheets()) {
    expect(sheet).toMatch(/edition \S+ \(sha256 [0-9a-f]{64}\)/)
    expect(sheet).toMatch(/DE \d{4}-\d\d-\d\d; US \d{4}-\d\d-\d\d/)
    expect(sheet).not.toMatch(/[Kk]nown gap/)
  }
})
test('is refused for other formats', async () => {
  const { code, err } = await run(['batch', put('in.csv', rows), '--statement', '--format', 'csv'])
  expect([code, err]).toEqual([2, expect.stringContaining('--statement')])
})
