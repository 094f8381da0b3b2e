// Generates code for the fields of a graph from their table: layout, AssemblyScript accessors, TypeScript views.
import { writeFileSync } from 'node:fs'
import { fields } from '../src/engine/graph-fields.mjs'

/** Capacity in values: a loop over eight bytes at once may run past the last atom. */
const room = { graph: 1, atom: 256, bond: 512, neighbour: 2048, 'kind mask': 1536, ring: 10_560 }
/** Their number, as a constant of layout.ts. */
const count = {
  atom: 'capacity',
  bond: 'bondCapacity',
  neighbour: 'capacity * maxNeighbours',
  'kind mask': 'capacity * maskWords',
  ring: 'ringCapacity * ringWidth',
}
const bytes = { u8: 1, i8: 1, u16: 2, i32: 4, flag: 4 }
const arrays = { u8: 'Uint8Array', i8: 'Int8Array', u16: 'Uint16Array', i32: 'Int32Array' }
/** The scalar fields of a graph take 64 bytes. */
const afterNumbers = 64

/** @param {string} folder `src/engine` */
export function writeGraphCode(folder) {
  writeFileSync(`${folder}/graph-layout.ts`, layout())
  writeFileSync(`${folder}/graph.as.ts`, accessors())
  writeFileSync(`${folder}/graph-views.ts`, views())
}

const written = '// Written by bin/graph-code.mjs from graph-fields.mjs.\n'

function layout() {
  let text = `${written}// Offsets of the fields of a graph, for both AssemblyScript and TypeScript.\n`
  let at = 0
  for (const { name, of, type, means } of fields) {
    if (of !== 'graph') at = Math.max(at, afterNumbers)
    text += `/** ${means} */\nexport const ${name}At = ${at}\n`
    at += room[of] * bytes[type]
    if (of === 'graph' && at > afterNumbers) throw new Error('a graph has no room for so many numbers')
  }
  return `${text}export const graphSize = ${at}\n`
}

function accessors() {
  const used = fields.filter(({ of }) => of !== 'kind mask' && of !== 'ring')
  return `${written}// Reads and writes the fields of a graph, which begins at \`g\`.
import {
${used.map(({ name }) => `  ${name}At,\n`).join('')}} from './graph-layout'
${used.map(accessor).join('')}`
}

function accessor({ name, of, type, means }) {
  const setter = `set${name[0].toUpperCase()}${name.slice(1)}`
  const stored = type === 'flag' ? 'i32' : type
  const index = of === 'graph' ? '' : ', i: i32'
  const shift = Math.log2(bytes[type])
  const at = of === 'graph' ? 'g' : shift === 0 ? 'g + <usize>i' : `g + (<usize>i << ${shift})`
  const read = stored === 'i32' ? '' : '<i32>'
  const value = stored === 'i32' ? 'value' : `<${stored}>value`
  return `
/** ${means} */
@inline
export function ${name}(g: usize${index}): i32 {
  return ${read}load<${stored}>(${at}, ${name}At)
}

@inline
export function ${setter}(g: usize${index}, value: i32): void {
  store<${stored}>(${at}, ${value}, ${name}At)
}
`
}

function views() {
  const seen = fields.filter(({ view }) => view !== false)
  const numbers = seen.filter(({ of }) => of === 'graph')
  const others = seen.filter(({ of }) => of !== 'graph')
  return `${written}import { lasting } from './arena.js'
import { memory } from './kernel.js'
import * as at from './graph-layout.js'
import { bondCapacity, capacity, maskWords, maxNeighbours, ringCapacity, ringWidth } from './layout.js'

/** The fields of a graph as TypeScript sees them. */
export class GraphViews {
  /** Its address in the memory of the kernel. */
  readonly at = lasting.allocate(at.graphSize)
  readonly #numbers = new Int32Array(memory, this.at, ${afterNumbers / 4})
${others.map(({ name, of, type, means }) => `  /** ${means} */\n  readonly ${name} = new ${arrays[type]}(memory, this.at + at.${name}At, ${count[of]})\n`).join('')}${numbers.map(getter).join('')}}
`
}

function getter({ name, type, means }) {
  const number = `this.#numbers[at.${name}At >> 2]`
  return `
  /** ${means} */
  get ${name}(): ${type === 'flag' ? 'boolean' : 'number'} {
    return ${type === 'flag' ? `${number} === 1` : `${number}!`}
  }
`
}
