#!/usr/bin/env node
// Counts what makes the code hard to read: `node bin/sizes.mjs` prints the table, `--list` also what is counted.
// test/ci/sizes.test.ts refuses to let the counts grow.
import { readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const root = fileURLToPath(new URL('../', import.meta.url))
const generated = [
  'src/engine/kernel-code.ts',
  'src/engine/graph.as.ts',
  'src/engine/graph-layout.ts',
  'src/engine/graph-views.ts',
  'src/names.ts',
  'src/name-words.ts',
]
const mostLines = 60
const mostParameters = 6
const longestLine = 120
/** Links and regular expressions, which no line break can divide. */
const isIndivisible = (line) => /https?:\/\/|^\s*\/\S.*\/[a-z]*,?$/.test(line)
/**
 * Second doors are for what takes longer to load: schemas and the compiler of law, the documents of report, threads of
 * Node; and for what a page uses, which has no files.
 */
const doors = ['index.js', 'schema.js', 'authoring.js', 'documents.js', 'threads.js', 'in-browser.js']

/** @returns {Record<string, string[]>} what is counted, by kind, with where it is */
function sizes() {
  const counted = {
    'functions over 60 lines': [],
    'functions with more than 6 parameters': [],
    'kernel globals': [],
    'kernel lines over 120 characters': [],
    'other lines over 120 characters': [],
    'imports past a door': [],
    'imports of tests past the door of another room': [],
    'circles between subfolders': [],
    'overlapping kernel blocks': [],
  }
  const arrows = new Map()
  for (const file of sourceFiles()) {
    const text = readFileSync(root + file, 'utf8')
    const add = (kind, line, what) => counted[kind].push(`${file}:${line} ${what}`)
    countLines(text, file.endsWith('.as.ts') ? 'kernel' : 'other', add)
    if (file.endsWith('.as.ts')) countKernel(text, add)
    countFunctions(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true), add)
    for (const { to, line } of importsOf(file, text)) {
      if (isPastDoor(file, to)) add('imports past a door', line, to)
      for (const [a, b] of siblings(file, to)) arrows.set(a, (arrows.get(a) ?? new Set()).add(b))
    }
  }
  // The tests of a room may look behind its own door.
  for (const file of walk('test'))
    for (const { to, line } of importsOf(file, readFileSync(root + file, 'utf8')))
      if (to.startsWith('src/') && isPastDoor(file, to))
        counted['imports of tests past the door of another room'].push(`${file}:${line} ${to}`)
  for (const folder of arrows.keys())
    if (reached(folder, arrows).has(folder)) counted['circles between subfolders'].push(folder)
  return counted
}

function* importsOf(file, text) {
  for (const { 1: target, index } of text.matchAll(/^(?:import|export)\b[^'\n]*(?:\n[^'\n]*)*?from '(\.[^']*)'/gm))
    yield { to: relative(root, join(root, dirname(file), target)), line: text.slice(0, index).split('\n').length }
}

/** Two folders of one folder, of which one imports from the other. */
function siblings(file, to) {
  const [from, into] = [dirname(file).split('/'), dirname(to).split('/')]
  const depth = from.findIndex((name, i) => name !== into[i])
  return depth < 0 || depth >= into.length ? [] : [[from, into].map((parts) => parts.slice(0, depth + 1).join('/'))]
}

function reached(folder, arrows, found = new Set()) {
  for (const next of arrows.get(folder) ?? []) if (!found.has(next)) reached(next, arrows, found.add(next))
  return found
}

function linesOfSource() {
  return sourceFiles().reduce((sum, file) => sum + readFileSync(root + file, 'utf8').split('\n').length - 1, 0)
}

function sourceFiles() {
  return walk('src').filter((file) => file.endsWith('.ts') && !generated.includes(file))
}

function walk(folder) {
  return ts.sys.readDirectory(root + folder, ['.ts']).map((path) => relative(root, path))
}

/** Whether one room of src imports a file of another that is not its door. */
function isPastDoor(file, to) {
  const [, own, ...rest] = file.split('/')
  const [, other, ...inside] = to.split('/')
  return rest.length > 0 && inside.length > 0 && own !== other && !doors.includes(inside.join('/'))
}

function countFunctions(source, add) {
  const visit = (node) => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      const from = source.getLineAndCharacterOfPosition(node.getStart(source)).line
      const lines = source.getLineAndCharacterOfPosition(node.end).line - from + 1
      const name = node.name?.getText(source) ?? (ts.isConstructorDeclaration(node) ? 'constructor' : 'function')
      if (lines > mostLines) add('functions over 60 lines', from + 1, `${name}, ${lines} lines`)
      if (node.parameters.length > mostParameters)
        add('functions with more than 6 parameters', from + 1, `${name}, ${node.parameters.length}`)
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
}

function countLines(text, where, add) {
  for (const [i, line] of text.split('\n').entries())
    if (line.length > longestLine && !isIndivisible(line))
      add(`${where} lines over ${longestLine} characters`, i + 1, `${line.length}`)
}

/**
 * The first table of a block of memory has the sizes of all its tables, and each other one follows the one before:
 * the sizes must be the same.
 */
function countKernel(text, add) {
  let block = null
  const end = () => {
    if (block && block.sizes.slice(0, -1).join() !== block.taken.join())
      add('overlapping kernel blocks', block.line, block.sizes.join(' + '))
    block = null
  }
  for (const [i, line] of text.split('\n').entries()) {
    const place = /^(?:export )?const (\w+) = .*memory\.data\((.*?)(?:, \d+)?\)+$/.exec(line)
    const global = place ?? /^(?:export )?let (\w+)/.exec(line)
    if (global) add('kernel globals', i + 1, global[1])
    const next = /^const (\w+) = (\w+) \+ ([\d *_]+)$/.exec(line)
    if (place && /^[\d *+_]+$/.test(place[2])) {
      end()
      const many = /^(\d+) \* (\d+)$/.exec(place[2])
      const sizes = many && Number(many[1]) < 4 ? Array(Number(many[1])).fill(many[2]) : place[2].split(' + ')
      block = { line: i + 1, last: place[1], sizes, taken: [] }
    } else if (next && block?.last === next[2]) {
      block.taken.push(next[3])
      block.last = next[1]
    }
  }
  end()
}

for (const [kind, found] of Object.entries(sizes())) {
  console.log(`${String(found.length).padStart(6)} ${kind}`)
  if (process.argv.includes('--list')) for (const one of found) console.log(`       ${one}`)
}
console.log(`${String(linesOfSource()).padStart(6)} lines of src`)
