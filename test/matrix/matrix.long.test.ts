import { expect, test } from 'vitest'
import { file, rowsOf, substances, tableOf } from './tables.js'

// The file shows in a diff which verdicts changed.
test('verdicts of all recorded structures', async () => {
  await expect(tableOf(await rowsOf(substances))).toMatchFileSnapshot(file)
})
