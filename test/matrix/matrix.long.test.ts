import { describe, expect, it } from 'vitest'
import { codes, fileOf, tables } from './tables.js'

// The files show in a diff which verdicts changed. After an intended change: npx vitest run test/matrix/matrix.long
// --update=all
describe('verdicts of all recorded structures', () => {
  const all = tables()
  it.each(codes)('%s', async (code) => {
    await expect(`${all.get(code)!.join('\n')}\n`).toMatchFileSnapshot(fileOf(code))
  })
})
