import { addBlockAtom, addBlockBond, unset } from './atoms.as'
import {
  beginWords, has, isEmpty, isEnd, isLine, lineWidth, nextLine, none, takeDecimal, takeNumber, takes, takeSymbol,
} from './lines.as'
import { setLabelled } from '../../graph.as'

/** Where the words of a line start, after `M  V30 `. */
const start = 7

/**
 * Reads a table of words starting at its first counts line. False if it contains anything but atoms, bonds, charges and
 * isotopes. Source: BIOVIA, CTfile formats.
 */
export function drawnV3000(g: usize): bool {
  if (lineWidth() != 39 || !isEmpty(0, 30)) return false
  if (!follows('M  V30 BEGIN CTAB') || !nextLine() || !has(0, 'M  V30 COUNTS ')) return false
  beginWords(14)
  const atoms = takeNumber()
  const bonds = takeNumber()
  if (atoms < 1 || bonds < 0 || takeNumber() != 0 || takeNumber() != 0) return false
  const chiral = takeNumber()
  if ((chiral != 0 && chiral != 1) || !isEnd()) return false
  if (!follows('M  V30 BEGIN ATOM')) return false
  for (let i = 1; i <= atoms; i++) if (!nextLine() || !atomOf(g, i)) return false
  if (!follows('M  V30 END ATOM') || !nextLine()) return false
  if (isLine('M  V30 BEGIN BOND')) {
    for (let i = 1; i <= bonds; i++) if (!nextLine() || !bondOf(g, i)) return false
    if (!follows('M  V30 END BOND') || !nextLine()) return false
  } else if (bonds > 0) return false
  return isLine('M  V30 END CTAB') && follows('M  END')
}

function follows(text: string): bool {
  return nextLine() && isLine(text)
}

function atomOf(g: usize, number: i32): bool {
  if (!has(0, 'M  V30 ')) return false
  beginWords(start)
  if (takeNumber() != number) return false
  const symbol = takeSymbol()
  if (symbol == 0 || !takeDecimal() || !takeDecimal() || !takeDecimal() || takeNumber() != 0) return false
  let charge = 0
  let valence = unset
  while (!isEnd()) {
    if (takes('CHG=')) charge = takeNumber()
    else if (takes('CFG=')) {
      // Parity is not stored.
      const parity = takeNumber()
      if (parity < 0 || parity > 3) return false
    } else if (takes('MASS=')) {
      if (takeNumber() < 1 || symbol == hydrogenSymbol) return false
      setLabelled(g, 1)
    } else if (takes('VAL=')) {
      const given = takeNumber()
      if (given < -1 || given == 0 || given > 8) return false
      valence = max(0, given)
    } else return false
  }
  return charge != none && addBlockAtom(g, symbol, charge, valence)
}

const hydrogenSymbol = 0x4820

function bondOf(g: usize, number: i32): bool {
  if (!has(0, 'M  V30 ')) return false
  beginWords(start)
  if (takeNumber() != number) return false
  const order = takeNumber()
  const from = takeNumber()
  const to = takeNumber()
  if (!isEnd()) {
    if (!takes('CFG=')) return false
    const drawn = takeNumber()
    if (drawn < 0 || drawn > 3 || !isEnd()) return false
  }
  return addBlockBond(g, order, from, to)
}
