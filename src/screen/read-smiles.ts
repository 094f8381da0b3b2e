import { aromaticBond, double, maxNeighbours, single, triple, type FastGraph } from './fast-graph.js'
import { findNeutral } from './neutral.js'
import { markMovable, mayLoseWater } from './movable.js'
import { findBonds, findElectrons } from './perceive.js'
import { impliedHydrogens, valencePasses } from './valence.js'

const unset = 0
/** Stands for a bond drawn with a direction: its order is that of a bond not drawn. */
const directed = 9
const ringAtom = new Int16Array(100)
const ringOrder = new Uint8Array(100)
const branch = new Int16Array(300)
/** Hydrogens written in a bracket; -1 where the atom has no bracket. */
const written = new Int8Array(256)

/**
 * Reads a SMILES that RDKit is certain to read the same way. Returns false for everything
 * else - not because it is wrong, but because this reader is not sure of it.
 */
export function readSmiles(text: string, graph: FastGraph): boolean {
  return drawn(text, graph) && finish(graph)
}

function drawn(text: string, graph: FastGraph): boolean {
  graph.clear()
  const end = text.length
  let open = 0
  let depth = 0
  let last = -1
  let bond = unset
  /** The atom just written: ring bonds follow it, not a branch. */
  let closable = -2
  let i = 0
  ringAtom.fill(-1)
  while (i < end) {
    const c = text.charCodeAt(i)
    let atom = -1
    switch (c) {
      case 67: // C, Cl
        if (text.charCodeAt(i + 1) === 108) {
          atom = graph.addAtom(17, 0, 0)
          i++
        } else atom = graph.addAtom(6, 0, 0)
        break
      case 66: // B, Br
        if (text.charCodeAt(i + 1) === 114) {
          atom = graph.addAtom(35, 0, 0)
          i++
        } else atom = graph.addAtom(5, 0, 0)
        break
      case 99:
        atom = graph.addAtom(6, 0, 1)
        break
      case 78:
        atom = graph.addAtom(7, 0, 0)
        break
      case 110:
        atom = graph.addAtom(7, 0, 1)
        break
      case 79:
        atom = graph.addAtom(8, 0, 0)
        break
      case 111:
        atom = graph.addAtom(8, 0, 1)
        break
      case 83:
        atom = graph.addAtom(16, 0, 0)
        break
      case 115:
        atom = graph.addAtom(16, 0, 1)
        break
      case 70:
        atom = graph.addAtom(9, 0, 0)
        break
      case 80:
        atom = graph.addAtom(15, 0, 0)
        break
      case 73:
        atom = graph.addAtom(53, 0, 0)
        break
      case 91: {
        const close = text.indexOf(']', i)
        if (close < 0) return false
        const at = graph.atoms
        if (!bracketAtom(text, i + 1, close, graph)) return false
        if (last >= 0 && !graph.join(last, at, bond === unset || bond === directed ? implied(graph, last, at) : bond)) return false
        last = closable = at
        bond = unset
        i = close + 1
        continue
      }
      case 40: // (
        if (last < 0 || bond !== unset || depth === branch.length || text.charCodeAt(i - 1) === 40) return false
        branch[depth++] = last
        closable = -2
        i++
        continue
      case 41: // )
        if (depth === 0 || bond !== unset || text.charCodeAt(i - 1) === 40) return false
        last = branch[--depth]!
        closable = -2
        i++
        continue
      case 45:
        if (bond !== unset || last < 0) return false
        bond = single
        i++
        continue
      case 61:
        if (bond !== unset || last < 0) return false
        bond = double
        i++
        continue
      case 35:
        if (bond !== unset || last < 0) return false
        bond = triple
        i++
        continue
      case 47: // direction of a single bond, or of an aromatic one between aromatic atoms
      case 92:
        if (bond !== unset || last < 0) return false
        bond = directed
        i++
        continue
      case 46: // .
        if (last < 0 || depth > 0 || bond !== unset || i === end - 1) return false
        last = -1
        i++
        continue
      default: {
        let label = c - 48
        if (c === 37) {
          const tens = text.charCodeAt(i + 1) - 48
          const ones = text.charCodeAt(i + 2) - 48
          if (!(tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9)) return false
          label = tens * 10 + ones
          i += 2
        } else if (label < 0 || label > 9) return false
        if (last !== closable) return false
        const other = ringAtom[label]!
        if (other < 0) {
          ringAtom[label] = last
          ringOrder[label] = bond
          open++
        } else {
          const before = ringOrder[label]!
          if (before !== unset && bond !== unset && before !== bond) return false
          const order = bond !== unset ? bond : before
          if (!graph.join(other, last, order === unset || order === directed ? implied(graph, other, last) : order)) return false
          ringAtom[label] = -1
          open--
        }
        bond = unset
        i++
        continue
      }
    }
    if (atom < 0) return false
    written[atom] = -1
    if (last >= 0 && !graph.join(last, atom, bond === unset || bond === directed ? implied(graph, last, atom) : bond)) return false
    last = closable = atom
    bond = unset
    i++
  }
  return open === 0 && depth === 0 && bond === unset && last >= 0
}

function implied(graph: FastGraph, a: number, b: number): number {
  return graph.lower[a] === 1 && graph.lower[b] === 1 ? aromaticBond : single
}

const symbols: Readonly<Record<string, number>> = { B: 5, C: 6, N: 7, O: 8, F: 9, Si: 14, P: 15, S: 16, Cl: 17, Se: 34, Br: 35, I: 53, Na: 11, K: 19, Ca: 20, Mg: 12, c: 6, n: 7, o: 8, s: 16, se: 34 }
const bracket = /^(?:[1-9]\d{0,2})?(Cl|Br|Si|Se|Na|Ca|Mg|[BCNOFPSIK]|[cnos]|se)(@{1,2})?(H[1-4]?)?(?:(\+|-)([1-3])?)?(?::\d{1,3})?$/

const digitNine = 57

function bracketAtom(text: string, from: number, to: number, graph: FastGraph): boolean {
  const found = bracket.exec(text.slice(from, to))
  if (!found) return false
  if (text.charCodeAt(from) <= digitNine) graph.labelled = true
  const symbol = found[1]!
  const z = symbols[symbol]!
  const charge = found[4] === undefined ? 0 : Number(found[5] ?? 1) * (found[4] === '+' ? 1 : -1)
  const atom = graph.addAtom(z, charge, symbol === symbol.toLowerCase() ? 1 : 0)
  if (atom < 0) return false
  written[atom] = found[3] === undefined ? 0 : found[3].length === 1 ? 1 : Number(found[3][1])
  return true
}

/** Settles aromatic bonds, hydrogens and valences. */
function finish(graph: FastGraph): boolean {
  findBonds(graph)
  nitros = 0
  for (let a = 0; a < graph.atoms; a++) if (!settle(graph, a)) return false
  for (let i = 0; i < nitros; i++) chargeNitro(graph, nitro[i]!)
  findNeutral(graph)
  markMovable(graph)
  if (mayLoseWater(graph)) return false
  return findElectrons(graph)
}

function settle(graph: FastGraph, atom: number): boolean {
  const z = graph.z[atom]!
  const h = written[atom]!
  let bonds = 0
  let aromatic = 0
  for (let k = 0; k < graph.degree[atom]!; k++) {
    const order = graph.order[graph.via[atom * maxNeighbours + k]!]!
    if (order === aromaticBond) aromatic++
    else bonds += order
  }
  if (graph.lower[atom] === 1) {
    // `canBeKekulized` checks these; only carbon takes up hydrogen by itself.
    graph.hydrogens[atom] = h >= 0 ? h : z === 6 && graph.degree[atom]! === 2 ? 1 : 0
    return aromatic >= 2
  }
  if (aromatic > 0) return false
  if (h >= 0) {
    graph.hydrogens[atom] = h
    return valencePasses(z, graph.charge[atom]!, bonds + h)
  }
  if (z === 7 && bonds === 5) return asNitro(graph, atom)
  const implicit = impliedHydrogens(z, bonds)
  graph.hydrogens[atom] = Math.max(0, implicit)
  return implicit >= 0
}

/** Nitrogens of nitro groups drawn without charges. */
const nitro = new Uint8Array(256)
let nitros = 0

/** N(=O)=O is the nitro group, which RDKit's clean-up draws with charges. */
function asNitro(graph: FastGraph, nitrogen: number): boolean {
  if (graph.degree[nitrogen] !== 3) return false
  let oxygens = 0
  for (let k = 0; k < 3; k++) {
    const bond = graph.via[nitrogen * maxNeighbours + k]!
    const other = graph.neighbour[nitrogen * maxNeighbours + k]!
    if (graph.order[bond] === double && graph.z[other] === 8 && graph.degree[other] === 1 && graph.charge[other] === 0 && written[other] === -1) {
      oxygens++
    } else if (graph.order[bond] !== single) return false
  }
  graph.hydrogens[nitrogen] = 0
  nitro[nitros++] = nitrogen
  return oxygens === 2
}

/** As RDKit leaves it: one oxygen by a single bond. */
function chargeNitro(graph: FastGraph, nitrogen: number): void {
  for (let k = nitrogen * maxNeighbours; k < nitrogen * maxNeighbours + 3; k++) {
    if (graph.order[graph.via[k]!] !== double) continue
    graph.order[graph.via[k]!] = single
    graph.charge[graph.neighbour[k]!] = -1
    graph.charge[nitrogen] = 1
    return
  }
}
