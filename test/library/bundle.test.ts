import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { bundleForBrowser } from './browser-bundle.js'
import { Project, root } from './package.js'

const project = new Project()
afterAll(() => project.remove())

test('the library is bundled for a browser: no imports of Node except those of RDKit, no schemas', async () => {
  const code = await bundleForBrowser(project.write('main.js', "export * from 'analogue-coverage'"))
  expect(code.match(/node:[a-z_]+/g)!.sort()).toEqual(['node:crypto', 'node:fs'])
  expect(code).not.toContain('ZodError')
})

test('an accidental import of Node fails', async () => {
  const entry = project.write(
    'creeps.js',
    `export * from 'analogue-coverage'\nexport * from ${JSON.stringify(join(root, 'dist/cli/law-files/law-file.js'))}`,
  )
  await expect(bundleForBrowser(entry)).rejects.toThrow('law-file.js imports node:fs')
})

test('each bundle of the command line finds the table of names', () => {
  const folder = join(root, 'dist/command')
  const found = readdirSync(folder).flatMap((file) =>
    [...readFileSync(join(folder, file), 'utf8').matchAll(/\("([^"]*names\.js)"\)/g)].map(([, path]) => path!),
  )
  expect(found.length).toBeGreaterThan(2)
  expect(found.filter((path) => !existsSync(join(folder, path)))).toEqual([])
})
