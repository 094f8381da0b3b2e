import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { run } from '../cli/fake-host.js'
import { testFolder } from '../cli/files.js'

const put = testFolder()

test('the drawing on the page on reports is what its command writes (vitest -u refreshes it)', async () => {
  const command = /^coverage (check .*) -o crotonylfentanyl\.svg$/m.exec(
    readFileSync(new URL('../../docs/report.md', import.meta.url), 'utf8'),
  )![1]!
  const file = put('drawing.svg', '')
  await run([...command.split(' '), '-o', file])
  await expect(readFileSync(file, 'utf8')).toMatchFileSnapshot(
    fileURLToPath(new URL('../../docs/crotonylfentanyl.svg', import.meta.url)),
  )
})
