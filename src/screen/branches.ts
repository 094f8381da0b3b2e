import { capacity, maskWords, maxNeighbours, type FastGraph } from './fast-graph.js'

/** Atoms that were cut off together, as a mask, and the bonds by which they hung. */
export interface Piece {
  /** Masks of atoms; this one begins at `begin`. */
  readonly masks: Int32Array
  readonly begin: number
  readonly size: number
  readonly carbons: number
  /** Atoms of the piece at which it hung, and the bonds. */
  readonly to: readonly number[]
  readonly bonds: readonly number[]
}

const sides = capacity * 4
const filledFor = new Int32Array(sides).fill(-1)
const masks = new Int32Array(sides * maskWords)
const sizes = new Uint8Array(sides)
const carbonsIn = new Uint8Array(sides)
const stack = new Uint8Array(capacity)

/**
 * What hangs on an atom by a bond that is in no ring. The number stands for bond and direction; what is behind
 * it is found once for a molecule.
 */
export function branchAt(graph: FastGraph, atom: number, bond: number): number {
  const side = bond * 2 + (graph.from[bond] === atom ? 0 : 1)
  if (filledFor[side] === graph.generation) return side
  filledFor[side] = graph.generation
  const begin = side * maskWords
  masks.fill(0, begin, begin + ((graph.atoms + 31) >>> 5))
  const start = graph.from[bond] === atom ? graph.to[bond]! : graph.from[bond]!
  const { z, degree, neighbour } = graph
  let waiting = 1
  let size = 0
  let carbons = 0
  stack[0] = start
  masks[begin + (start >>> 5)]! |= 1 << (start & 31)
  while (waiting > 0) {
    const next = stack[--waiting]!
    size++
    if (z[next] === 6) carbons++
    for (let k = next * maxNeighbours, end = k + degree[next]!; k < end; k++) {
      const other = neighbour[k]!
      if (other === atom || ((masks[begin + (other >>> 5)]! >>> (other & 31)) & 1) === 1) continue
      masks[begin + (other >>> 5)]! |= 1 << (other & 31)
      stack[waiting++] = other
    }
  }
  sizes[side] = size
  carbonsIn[side] = carbons
  return side
}

/** The branch as a piece, valid until it is asked for again in another molecule. */
export function asPiece({ from, to }: FastGraph, side: number): Piece {
  const bond = side >>> 1
  const piece = (pieces[side] ??= { masks, begin: side * maskWords, size: 0, carbons: 0, to: [0], bonds: [bond] })
  piece.size = sizes[side]!
  piece.carbons = carbonsIn[side]!
  piece.to[0] = (side & 1) === 0 ? to[bond]! : from[bond]!
  return piece
}

const pieces: { masks: Int32Array; begin: number; size: number; carbons: number; to: number[]; bonds: number[] }[] = []

/** What hangs on an embedding by bonds of rings: each piece with all its ends. */
export function ringPieces(graph: FastGraph, embedding: Uint8Array): (Piece & { readonly from: readonly number[] })[] {
  const pieces: (Piece & { readonly from: readonly number[] })[] = []
  kept.fill(0, 0, graph.atoms)
  for (const atom of embedding) kept[atom] = 1
  for (const start of embedding) {
    for (let k = start * maxNeighbours, end = k + graph.degree[start]!; k < end; k++) {
      if (kept[graph.neighbour[k]!] === 0 && graph.ringBond[graph.via[k]!] === 1) pieces.push(pieceFrom(graph, graph.neighbour[k]!))
    }
  }
  return pieces
}

/** 1 for atoms of the scaffold, 2 for those of a piece. */
const kept = new Uint8Array(capacity)

function pieceFrom(graph: FastGraph, start: number): Piece & { readonly from: readonly number[] } {
  const own = new Int32Array(maskWords)
  const atoms = [start]
  const [from, to, bonds]: [number[], number[], number[]] = [[], [], []]
  let carbons = 0
  kept[start] = 2
  for (let next = 0; next < atoms.length; next++) {
    const atom = atoms[next]!
    own[atom >>> 5]! |= 1 << (atom & 31)
    if (graph.z[atom] === 6) carbons++
    for (let k = atom * maxNeighbours, end = k + graph.degree[atom]!; k < end; k++) {
      const other = graph.neighbour[k]!
      if (kept[other] === 1) {
        from.push(other)
        to.push(atom)
        bonds.push(graph.via[k]!)
      } else if (kept[other] === 0) {
        kept[other] = 2
        atoms.push(other)
      }
    }
  }
  return { masks: own, begin: 0, size: atoms.length, carbons, from, to, bonds }
}

export function isIn({ masks, begin }: Piece, atom: number): boolean {
  return ((masks[begin + (atom >>> 5)]! >>> (atom & 31)) & 1) === 1
}
