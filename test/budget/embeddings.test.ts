import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { mostEmbeddings } from '../../src/limits.js'
import { FastGraph, single } from '../../src/engine/fast-graph.js'
import { kernel, patternOf } from '../../src/engine/index.js'
import { allMatches } from '../../src/engine/smarts/match.js'
import { run } from '../cli/fake-host.js'
import { reader } from '../support/law.js'
import { seeded } from '../support/mutate.js'
import { mobius, smilesOf, type Graph } from './graphs.js'
import { wildRule } from './wild-rule.js'
import { temporaryFolder } from '../cli/files.js'

/** A closed ladder with one nitrogen, and methyl groups on some of its carbons. */
const size = 30
const length = 13
const pattern = `[#7:1]${'~[#6]'.repeat(length)}`

function neighboursWith(leaves: ReadonlySet<number>): number[][] {
  const beside = Array.from({ length: size }, (): number[] => [])
  for (const [a, b] of mobius(size).edges) {
    beside[a]!.push(b)
    beside[b]!.push(a)
  }
  for (const leaf of leaves) beside[leaf]!.push(beside.push([leaf]) - 1)
  return beside
}

/** Paths of a given length from the nitrogen that visit no atom twice. */
function countPaths(beside: readonly (readonly number[])[]): number {
  const used = new Set<number>()
  const from = (atom: number, left: number): number => {
    if (left === 0) return 1
    used.add(atom)
    const found = beside[atom]!.reduce((sum, next) => sum + (used.has(next) ? 0 : from(next, left - 1)), 0)
    used.delete(atom)
    return found
  }
  return from(0, length)
}

function withPaths(wanted: number): Graph {
  const random = seeded(3)
  for (let tries = 0; tries < 1000; tries++) {
    const leaves = new Set(
      Array.from({ length: 1 + Math.floor(random() * 10) }, () => 1 + Math.floor(random() * (size - 1))),
    )
    if (countPaths(neighboursWith(leaves)) !== wanted) continue
    const graph = mobius(size)
    const methyls = [...leaves].map((leaf, i) => [leaf, size + i] as const)
    return { size: size + methyls.length, edges: [...graph.edges, ...methyls] }
  }
  throw new Error(`no structure with ${wanted} paths`)
}

const folder = temporaryFolder('coverage-embeddings-')

test.each([
  [mostEmbeddings, false],
  [mostEmbeddings + 1, true],
])('%i embeddings: above the limit is %s on both paths', async (count, cut) => {
  const { size, edges } = withPaths(count)
  const smiles = smilesOf({ size, edges }, (atom) => (atom === 0 ? 'N' : 'C'))
  const full = reader.read(smiles, (s) => s.match(pattern))
  expect([full.cut, full.embeddings.length]).toEqual([cut, mostEmbeddings])
  // The SMILES itself is left to the full path: it has too many rings.
  const graph = new FastGraph()
  graph.clear()
  for (let atom = 0; atom < size; atom++) graph.addAtom(atom === 0 ? 7 : 6, 0, 0)
  for (const [a, b] of edges) graph.join(a, b, single)
  expect(kernel.perceive(graph.at)).toBe(1)
  const screened = allMatches(graph, patternOf(pattern)!, mostEmbeddings)
  // Null sends a structure to the full path.
  expect(screened?.length ?? null).toBe(cut ? null : mostEmbeddings)

  const rule = join(folder, 'us-wild.json')
  const input = join(folder, 'in.smi')
  writeFileSync(rule, JSON.stringify(wildRule(pattern)))
  writeFileSync(input, `${smiles} ladder\n`)
  const rows = (...args: string[]) =>
    run(['batch', input, '-j', 'US', '--rule', rule, '--format', 'ndjson', '--quiet', ...args])
  const { out } = await rows()
  expect((await rows('--no-screen')).out).toBe(out)
  expect(out.includes('search bound')).toBe(cut)
})
