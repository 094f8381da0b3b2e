import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { compileFolder } from '../../src/cli/law-files/compile-edition.js'
import { contentText } from '../../src/law/index.js'
import { dataFolder, edition } from '../support/law.js'

it('the same records give the same edition, whose hash is over its content', async () => {
  const again = await compileFolder(dataFolder)
  expect(again.sha256).toBe(edition.sha256)
  expect(createHash('sha256').update(contentText(again)).digest('hex')).toBe(again.sha256)
})
