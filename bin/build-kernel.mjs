#!/usr/bin/env node
// Compiles all AssemblyScript (*.as.ts) to one WebAssembly module and writes it as code, src/engine/kernel-code.ts, so
// that it is bundled like all other code and no file is needed at run time.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import asc from 'assemblyscript/asc'
import { writeGraphCode } from './graph-code.mjs'
import { writeNameTables } from './name-tables.mjs'

const root = fileURLToPath(new URL('../', import.meta.url))
writeGraphCode(`${root}src/engine`)
writeNameTables(root)
// Pages of 64 KB: more than the largest editions need. Pages never written take up no memory.
const memory = ['--initialMemory', '4096', '--runtime', 'stub']
let code = null
const { error, stderr } = await asc.main(
  [
    'src/screen/kernel-exports.as.ts',
    '--outFile',
    'kernel.wasm',
    '--optimizeLevel',
    '3',
    '--noAssert',
    '--enable',
    'simd',
    ...memory,
  ],
  {
    baseDir: root,
    writeFile: (name, contents) => name === 'kernel.wasm' && (code = contents),
  },
)
if (error || code === null) {
  console.error(stderr.toString())
  throw error ?? new Error('the compiler wrote nothing')
}
const text = `// Written by bin/build-kernel.mjs.\n/** The kernel, as WebAssembly in base64. */\nexport const kernelCode = '${Buffer.from(code).toString('base64')}'\n`
writeFileSync(`${root}src/engine/kernel-code.ts`, text)
