#!/usr/bin/env node
// Compiles the kernel of the screen (AssemblyScript) to WebAssembly.
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import asc from 'assemblyscript/asc'

const root = fileURLToPath(new URL('../', import.meta.url))
mkdirSync(`${root}dist`, { recursive: true })
// Pages of 64 KB: more than the largest editions need. What is never written takes up no memory.
const memory = ['--initialMemory', '4096', '--runtime', 'stub']
const { error, stderr } = await asc.main(['src/screen/kernel/index.ts', '--outFile', 'dist/screen.wasm', '--optimizeLevel', '3', '--noAssert', '--enable', 'simd', ...memory], { cwd: root, baseDir: root })
if (error) {
  console.error(stderr.toString())
  throw error
}
