// What a file depends on: what it imports, and the files and folders that it names. Used to skip what need not be built
// or tested again. Naming more than is used costs time; naming less would hide a failure.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../', import.meta.url))

/** Code whose imports count. What `dist` holds is worked out from it, and the whole command line starts as one bundle. */
const isCode = (path) => /^(src|test|bin)\/.*\.(ts|js|mjs|cjs)$/.test(path)
/** What no test or step of the build reads: other packages, and what V8 compiled. */
const isApart = (name) => /^(node_modules|\.git|__pycache__|\.stryker-tmp|reports)$|\.cache$/.test(name)
/** Readers of records, names and tables. What they import of rooms of words is tested by the tests of these. */
const readers = /^src\/cli\/law-files\/|^src\/cli\/commands\/desk\/opsin\.ts|^test\/support\/table\.ts/
const ofWords = /^src\/(report|batch|impact|service|mcp|server|page)\/|^src\/cli\/(?!law-files\/|shipped\.ts)/
/** All that a file needs but what readers of the law import of rooms of words. */
export const notWords = (path, need) => !(readers.test(path) && ofWords.test(need))
/** What each import of a file may stand for. AssemblyScript leaves out the ending. */
const endings = ['.ts', '.as.ts', '/index.ts']
/** Hashes of files and folders, each worked out once. */
export class Inputs {
  #hashes = new Map()
  #needs = new Map()

  /**
   * One hash of all that the given files and folders depend on; paths are relative to the project.
   * @param {{ isLeftOut?: (path: string) => boolean, leadsOn?: (path: string, need: string) => boolean }} [only]
   */
  hashOf(paths, { isLeftOut = () => false, leadsOn } = {}) {
    const sum = createHash('sha256').update(process.version)
    for (const path of this.closure(paths, leadsOn)) if (!isLeftOut(path)) sum.update(`${path} ${this.#hash(path)}\n`)
    return sum.digest('hex')
  }

  /** The files that some files need, themselves included, and the folders that they name. */
  closure(paths, leadsOn = (_path, _need) => true) {
    const found = new Set()
    const queue = [...paths]
    for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
      if (found.has(path)) continue
      found.add(path)
      queue.push(...this.needsOf(path).filter((need) => leadsOn(path, need)))
    }
    return [...found].sort()
  }

  needsOf(path) {
    const known = this.#needs.get(path)
    if (known) return known
    const full = join(root, path)
    const needs = isCode(path) && existsSync(full) ? namedIn(path, readFileSync(full, 'utf8')) : []
    if (path === 'bin/coverage.js') needs.push('dist')
    if (path.startsWith('dist/command/')) needs.push('dist/command')
    this.#needs.set(path, needs)
    return needs
  }

  #hash(path) {
    const known = this.#hashes.get(path)
    if (known !== undefined) return known
    const full = resolve(root, path)
    const made = !existsSync(full) ? 'none' : statSync(full).isDirectory() ? this.#folderHash(path) : hashOfFile(full)
    this.#hashes.set(path, made)
    return made
  }

  #folderHash(path) {
    const isOutside = path.startsWith('..')
    const names = readdirSync(resolve(root, path)).filter((name) => !isApart(name))
    const parts = names.sort().map((name) => {
      const inside = join(path, name)
      const { mtimeMs, size, isFolder } = factsOf(resolve(root, inside))
      // Official texts are large, and never written by us.
      return `${name} ${isOutside && !isFolder ? `${mtimeMs} ${size}` : this.#hash(inside)}`
    })
    return createHash('sha256').update(parts.join('\n')).digest('hex')
  }
}

function factsOf(path) {
  const facts = existsSync(path) ? statSync(path) : null
  return { mtimeMs: facts?.mtimeMs, size: facts?.size, isFolder: facts?.isDirectory() ?? false }
}

const hashOfFile = (path) => createHash('sha256').update(readFileSync(path)).digest('hex')

/** The files and folders that a file of code imports or names. Types alone do nothing when it runs. */
function namedIn(path, text) {
  const own = dirname(path)
  const imports = [...text.matchAll(/\b(?:import|export)\b( type\b)?[^'"`;]*?\bfrom\s*['"](\.[^'"]*)['"]/g)]
    .filter(([, isType]) => !isType)
    .map(([, , target]) => imported(own, target))
  const loaded = [...text.matchAll(/\bimport\s*\(?\s*['"](\.[^'"]*)['"]/g)].map(([, target]) => imported(own, target))
  // What the programs in bin read is said where they are steps of the build.
  if (path.startsWith('bin/')) return [...imports, ...loaded]
  return [
    ...imports,
    ...loaded,
    ...urlsIn(own, text)
      .map((parts) => place(...parts))
      .filter(isNear),
    ...pathsIn(path, text),
  ]
}

/** `new URL(target, base)`: the whole base where the target is worked out. A constant that is only a base is not read. */
function urlsIn(own, text) {
  const bases = new Map()
  for (const [, name, to] of text.matchAll(/^const (\w+) = new URL\('([^']*)', import\.meta\.url\)$/gm)) {
    const uses = [...text.matchAll(new RegExp(`\\b${name}\\b`, 'g'))].length - 1
    if (uses === [...text.matchAll(new RegExp(`, ${name}\\)`, 'g'))].length) bases.set(name, to)
  }
  return [...text.matchAll(/(?:^const (\w+) = )?new URL\(([^,()]+|`[^`]*`), (import\.meta\.url|\w+)\)/gm)]
    .filter(([, name]) => !bases.has(name))
    .map(([, , target, base]) => [own, bases.get(base) ?? (base === 'import.meta.url' ? '' : root), certain(target)])
}

/** The text of a literal; of a template, its certain folders. */
function certain(source) {
  const [, quoted, template] = /^(?:['"](.*)['"]|`(.*)`)$/.exec(source.trim()) ?? []
  if (quoted !== undefined) return quoted
  const [start, ...rest] = (template ?? '${').split('${')
  return rest.length === 0 ? start : start.slice(0, start.lastIndexOf('/') + 1)
}

/** What a test names in other ways: by a path from its own folder, or from that of the project, where tests are started. */
function pathsIn(path, text) {
  if (!path.startsWith('test/')) return []
  const own = dirname(path)
  const words = [...text.matchAll(/['"`]([\w.-]+\/[^'"`\s$]*|\w+\.md)['"`$]/g)].map(([, word]) => word)
  const named = words
    .flatMap((word) => [place(own, word), place(word)])
    .filter((to) => !to.startsWith('..') && existsSync(join(root, to)))
  const snapshots = join(own, '__snapshots__', `${basename(path)}.snap`)
  return [
    ...named,
    ...(text.includes('process.cwd()') ? ['.'] : []),
    ...(existsSync(join(root, snapshots)) ? [snapshots] : []),
  ]
}

/** The file that an import stands for. */
function imported(own, target) {
  const path = join(own, target)
  const asTs = path.replace(/\.js$/, '.ts')
  return [asTs, path, ...endings.map((ending) => path + ending)].find((file) => isFile(join(root, file))) ?? path
}

/** Relative to the project. */
const place = (...parts) => relative(root, resolve(root, ...parts)) || '.'

/** In the project, or of the official texts beside it. */
const isNear = (path) => !path.startsWith('..') || path.startsWith('../shared/')

const isFile = (path) => existsSync(path) && statSync(path).isFile()
