import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))
const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(?:ts|mjs)$/.test(file))
  .map((file) => ({ file: `src/${file}`, text: readFileSync(join(root, 'src', file), 'utf8') }))
const rooms = readdirSync(join(root, 'src'))
const roots = ['src', 'bin', 'docs', 'test', 'bench', 'data']
const code = files.map(({ text }) => text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')).join('\n')
const defined = new Set(code.match(/[A-Za-z_]\w*/g))

/** Comments, each on one line. */
function commentsOf(text: string): string[] {
  return [...text.matchAll(/\/\*\*?([\s\S]*?)\*\/|((?:^\s*\/\/.*\n)+)/gm)].map((found) =>
    (found[1] ?? found[2]!).replaceAll(/\s*\n\s*(?:\*|\/\/)?\s*/g, ' '),
  )
}

/** What a comment names that is not there: a file by its path, or a definition that it says to see. */
function stale(comment: string): string[] {
  const paths = [...comment.matchAll(/`((?:[\w.-]+\/)+[\w.-]+)`/g)].map((found) => found[1]!)
  const missing = paths.filter((path) => {
    const [first = ''] = path.split('/')
    const place = rooms.includes(first) ? join('src', path) : roots.includes(first) ? path : null
    return place !== null && !['', '.ts', '.as.ts', '.mjs'].some((end) => existsSync(join(root, place + end)))
  })
  const names = [...comment.matchAll(/`([\w-]+(?:\.as)?\.ts)`/g)].map((found) => found[1]!)
  const gone = names.filter((name) => !files.some(({ file }) => file.endsWith(`/${name}`)))
  const seen = [...comment.matchAll(/\bsee `(?:\w+\.)?(\w+)`/g)].map((found) => found[1]!)
  return [...missing, ...gone, ...seen.filter((name) => !defined.has(name))]
}

test('files and definitions that comments name are there', () => {
  const found = files.flatMap(({ file, text }) =>
    commentsOf(text)
      .flatMap(stale)
      .map((name) => `${file}: ${name}`),
  )
  expect(found).toEqual([])
})

test('a file and a definition that are not there are found', () => {
  const comment =
    ' As `engine/perceive/none` does, and `chem/normalise`, `none.as.ts`; see `noSuchName`, see `LawQuestion`. '
  expect(stale(comment)).toEqual(['engine/perceive/none', 'none.as.ts', 'noSuchName'])
})
