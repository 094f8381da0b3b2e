// Bundles the tests of a room, each test file for itself, with what they share beside them. Stryker runs this on its copy of the project.
import { globSync } from 'tinyglobby'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'
import { rooms } from './rooms.mjs'

const files = globSync(rooms[process.env.ROOM].tests, { expandDirectories: false }).sort()
const bundle = await rolldown({
  input: Object.fromEntries(files.map((file) => [file.replace(/\W+/g, '-'), file])),
  platform: 'node',
  external: ['@rdkit/rdkit', 'piscina', 'zod', '@vitest/expect'],
  resolve: { alias: { vitest: fileURLToPath(new URL('vitest.mjs', import.meta.url)) } },
})
// Two folders deep, as the tests are: they find the records by their own place.
await bundle.write({
  dir: 'mutation/out',
  format: 'esm',
  entryFileNames: '[name].mjs',
  chunkFileNames: '[name]-[hash].mjs',
})
