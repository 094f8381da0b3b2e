import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { page, Project, root } from './package.js'

const project = new Project()
afterAll(() => project.remove())

test('the examples of docs/library.md write what the page shows (vitest -u refreshes it)', async () => {
  let fresh = page
  const examples = [...page.matchAll(/^```js\n([\s\S]*?)^```\n```text\n([\s\S]*?)^```$/gm)]
  expect(examples.length).toBe(3)
  for (const [whole, code, shown] of examples) {
    const { stdout } = await promisify(execFile)(process.execPath, [project.write('example.js', code!)], {
      cwd: project.folder,
      env: { PATH: process.env.PATH, NO_COLOR: '1' },
    })
    fresh = fresh.replace(whole, () => whole.replace(`text\n${shown!}`, () => `text\n${stdout}`))
  }
  await expect(fresh).toMatchFileSnapshot(join(root, 'docs/library.md'))
})
