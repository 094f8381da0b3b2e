// Compiles the tests of a folder and everything they import, each file next to its source, so that paths stay the same.
// Stryker runs this in its copy of the project.
import { globSync } from 'tinyglobby'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'
import { rooms } from './rooms.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const standIn = fileURLToPath(new URL('vitest.mjs', import.meta.url))
const bundle = await rolldown({
  input: globSync(rooms[process.env.ROOM].tests, { cwd: root, expandDirectories: false }).sort(),
  platform: 'node',
  treeshake: false,
  external: (id) => /^[@a-z]/.test(id) && id !== 'vitest' && !id.startsWith('@oxc-project/'),
  resolve: { alias: { vitest: standIn } },
})
await bundle.write({
  dir: root,
  format: 'esm',
  preserveModules: true,
  preserveModulesRoot: root,
  entryFileNames: '[name].mutated.mjs',
})
