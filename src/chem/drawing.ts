import type { Molecule } from './molecule.js'

/**
 * A drawing as plain data, in one colour: the caller chooses colours and highlights atoms. Lengths are tenths of a
 * pixel; paths are SVG path data with relative commands.
 */
export interface Drawing {
  readonly width: number
  readonly height: number
  /** Bonds, to be stroked. */
  readonly lines: string
  /** Hashes of bonds that point behind the plane, to be stroked thin. */
  readonly hairs: string
  /** Dative and query bonds, to be stroked with dashes. */
  readonly dashes: string
  /** Letters and wedges, to be filled. */
  readonly shapes: string
  /** For each atom of the input: x and y of its centre, and the horizontal and vertical radius of a mark around it. */
  readonly atoms: readonly (readonly [x: number, y: number, rx: number, ry: number])[]
  /** Pairs of atoms joined by a drawn bond. */
  readonly bonds: readonly (readonly [number, number])[]
}

/** RDKit options for a picture that `drawingOf` can parse: every atom is marked, so that its position can be read. */
export function drawingOptions(atoms: number): Record<string, unknown> {
  // Without a size, the picture is as large as the structure needs, and all pictures have the same bond length.
  return {
    width: -1,
    height: -1,
    scalingFactor: 26,
    atoms: [...Array(atoms).keys()],
    bonds: [],
    highlightRadius: 0.32,
    useBWAtomPalette: true,
    clearBackground: false,
  }
}

/**
 * Parses a picture that RDKit drew with `drawingOptions`. Null if it contains anything unknown and so cannot be shown.
 */
export function drawingOf(svg: string, molecule: Molecule): Drawing | null {
  const size = /width='(\d+)px' height='(\d+)px'/.exec(svg)
  if (!size) return null
  const paths = { lines: '', hairs: '', dashes: '', shapes: '' }
  const atoms: [number, number, number, number][] = []
  for (const [, tag, text] of svg.matchAll(
    /<(ellipse|path|rect|text|line|circle|polygon|polyline|image|tspan)\s([^>]*)>/g,
  )) {
    const fields = fieldsOf(text!)
    if (tag === 'ellipse') {
      const atom = /^atom-(\d+)$/.exec(fields.get('class') ?? '')
      const dot = roundOf(fields)
      if (atom && atoms[Number(atom[1])] === undefined) atoms[Number(atom[1])] = dot
      else paths.shapes += dotPath(dot)
      continue
    }
    const path = tag === 'path' ? relative(fields.get('d') ?? '') : null
    if (path === null) return null
    paths[kindOf(fields)] += path
  }
  if (molecule.atoms.some((_, i) => atoms[i] === undefined)) return null
  const bonds = molecule.bonds.map(({ a, b }) => [a, b] as const)
  return { width: Number(size[1]) * 10, height: Number(size[2]) * 10, ...paths, atoms, bonds }
}

/** Attributes, together with the properties in `style`. */
function fieldsOf(text: string): Map<string, string> {
  const attributes = [...text.matchAll(/([\w-]+)='([^']*)'/g)].map(([, name, value]) => [name!, value!] as const)
  const style = attributes.find(([name]) => name === 'style')?.[1] ?? ''
  const properties = style
    .split(';')
    .map((part) => part.split(':'))
    .filter((part) => part.length === 2)
  return new Map([...attributes, ...properties.map(([name, value]) => [name!.trim(), value!.trim()] as const)])
}

function kindOf(fields: Map<string, string>): 'lines' | 'hairs' | 'dashes' | 'shapes' {
  if ((fields.get('fill') ?? 'none') !== 'none') return 'shapes'
  if (fields.has('stroke-dasharray')) return 'dashes'
  return Number.parseFloat(fields.get('stroke-width') ?? '2') < 1.5 ? 'hairs' : 'lines'
}

function roundOf(fields: Map<string, string>): [number, number, number, number] {
  const tenths = (name: string) => Math.round(Number(fields.get(name) ?? 0) * 10)
  return [tenths('cx'), tenths('cy'), tenths('rx'), tenths('ry')]
}

function dotPath([x, y, rx, ry]: readonly [number, number, number, number]): string {
  return `M${x - rx} ${y}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0z`
}

/** Number of points that each command takes; RDKit uses no other commands. */
const points: Readonly<Record<string, number>> = { M: 1, L: 1, Q: 2, C: 3 }

/** Path data in whole tenths, relative to the previous point. Null for an unknown command. */
function relative(d: string): string | null {
  const tokens = d.match(/[A-Za-z]|-?\d+(?:\.\d+)?/g) ?? []
  let path = ''
  let [x, y] = [0, 0]
  for (let i = 0; i < tokens.length; ) {
    const command = tokens[i++]!
    if (command === 'Z' || command === 'z') {
      path += 'z'
      continue
    }
    const count = points[command]
    if (count === undefined) return null
    const numbers = tokens.slice(i, (i += count * 2)).map((t) => Math.round(Number(t) * 10))
    if (numbers.length < count * 2 || numbers.some(Number.isNaN)) return null
    path +=
      command === 'M'
        ? `M${numbers[0]} ${numbers[1]}`
        : command.toLowerCase() +
          numbers
            .map((n, k) => n - (k % 2 === 0 ? x : y))
            .join(' ')
            .replaceAll(' -', '-')
    ;[x, y] = [numbers.at(-2)!, numbers.at(-1)!]
  }
  return path
}
