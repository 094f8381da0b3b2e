import { expect, it } from 'vitest'
import { Reader } from '../../src/chem/index.js'

/** Starts a reader and reports the size of its WebAssembly memory, which grows and never shrinks. */
async function watchedReader(): Promise<{ reader: Reader; bytes: () => number }> {
  const wasm = (globalThis as unknown as { WebAssembly: { instantiate(...args: unknown[]): Promise<unknown> } })
    .WebAssembly
  const original = wasm.instantiate
  let memory: { buffer: ArrayBuffer } | undefined
  wasm.instantiate = async (...args) => {
    const made = (await original.apply(wasm, args)) as { instance?: { exports: object }; exports?: object }
    memory = Object.values(made.instance?.exports ?? made.exports ?? {}).find(
      (value): value is { buffer: ArrayBuffer } => value?.constructor?.name === 'Memory',
    )
    return made
  }
  try {
    const reader = await Reader.start()
    return { reader, bytes: () => memory!.buffer.byteLength }
  } finally {
    wasm.instantiate = original
  }
}

const inputs = [
  'CCC(=O)N(c1ccccc1)C1CCN(CCc2ccccc2)CC1.Cl',
  '[2H]C([2H])([2H])C(=O)N(c1ccccc1)C1CC[NH+](CCc2ccccc2)CC1.[Cl-]',
  'CC(=O)O[Na]',
  'C[C@H](N)Cc1ccccc1 |&1:1|',
  'C1CC',
  'c1cccc1',
  'CC(=O)Oc1ccccc1C(=O)O',
]

it('frees every RDKit object: the memory does not grow over thousands of reads', async () => {
  const { reader, bytes } = await watchedReader()
  const round = () => {
    for (const text of inputs) {
      try {
        reader.read(text, (s) => [
          s.smiles,
          s.inchikey,
          s.molecule.components.map((c) => s.identity(c)),
          s.match('[#7;X3]-[CX4]'),
          s.match('c1ccccc1'),
        ])
      } catch (error) {
        if ((error as Error).name !== 'UnreadableStructure') throw error
      }
    }
  }
  for (let i = 0; i < 40; i++) round()
  const before = bytes()
  // One leaked molecule per round would add some 10 MB here.
  for (let i = 0; i < 500; i++) round()
  expect(bytes() - before).toBe(0)
})
