import { remembered } from '../remembered.js'
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
    /<(ellipse|path|rect|text|line|circle|polygon|polyline|image|tspan)(\s[^>]*)>/g,
  )) {
    if (tag === 'ellipse') {
      const atom = /^atom-(\d+)$/.exec(attribute(text!, 'class'))
      const dot = roundOf(text!)
      if (atom && atoms[Number(atom[1])] === undefined) atoms[Number(atom[1])] = dot
      else paths.shapes += dotPath(dot)
      continue
    }
    const path = tag === 'path' ? relative(attribute(text!, 'd')) : null
    if (path === null) return null
    paths[kindOf(styleOf(text!))] += path
  }
  if (molecule.atoms.some((_, i) => atoms[i] === undefined)) return null
  const bonds = molecule.bonds.map(({ a, b }) => [a, b] as const)
  return { width: Number(size[1]) * 10, height: Number(size[2]) * 10, ...paths, atoms, bonds }
}

/** The value of an attribute; empty if it is missing. */
function attribute(text: string, name: string): string {
  const at = text.indexOf(` ${name}='`)
  if (at < 0) return ''
  const from = at + name.length + 3
  return text.slice(from, text.indexOf("'", from))
}

/** Style of bonds, and of letters, whose only property is an attribute. */
function styleOf(text: string): string {
  const fill = attribute(text, 'fill')
  return fill === '' ? attribute(text, 'style') : `${attribute(text, 'style')};fill:${fill}`
}

type Kind = 'lines' | 'hairs' | 'dashes' | 'shapes'

/** By style: RDKit writes the same few over and over. */
const kinds = new Map<string, Kind>()

function kindOf(style: string): Kind {
  return remembered(kinds, style, () => kindOfProperties(propertiesOf(style)))
}

function propertiesOf(style: string): Map<string, string> {
  const parts = style.split(';').map((part) => part.split(':'))
  return new Map(parts.flatMap(([name, value]) => (value === undefined ? [] : [[name!.trim(), value.trim()]])))
}

function kindOfProperties(properties: Map<string, string>): Kind {
  if (properties.get('fill') !== 'none') return 'shapes'
  if (properties.has('stroke-dasharray')) return 'dashes'
  return Number.parseFloat(properties.get('stroke-width') ?? '2') < 1.5 ? 'hairs' : 'lines'
}

function roundOf(text: string): [number, number, number, number] {
  const tenths = (name: string) => Math.round(Number(attribute(text, name)) * 10)
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
    const isMove = command === 'M'
    path += isMove ? 'M' : command.toLowerCase()
    let [nextX, nextY] = [x, y]
    for (let point = 0; point < count; point++) {
      nextX = Math.round(Number(tokens[i++]) * 10)
      nextY = Math.round(Number(tokens[i++]) * 10)
      if (Number.isNaN(nextX) || Number.isNaN(nextY)) return null
      const [dx, dy] = isMove ? [nextX, nextY] : [nextX - x, nextY - y]
      path += `${point === 0 || dx < 0 ? '' : ' '}${dx}${!isMove && dy < 0 ? '' : ' '}${dy}`
    }
    ;[x, y] = [nextX, nextY]
  }
  return path
}
