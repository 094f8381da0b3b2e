import { areAromaticInRings, beginAtoms, writeBlockHydrogens } from './block/atoms.as'
import { beginText, has, isPlain, lineWidth, nextLine } from './block/lines.as'
import { drawnV2000 } from './block/v2000.as'
import { drawnV3000 } from './block/v3000.as'
import { clear } from '../fill.as'
import { finish } from './finish.as'
import { loosen } from './loosen.as'

/** Lines before the counts line. */
const headerLines = 3

/**
 * Reads a mol block if RDKit certainly reads it the same way: its atoms and bonds, without stereo. Returns false for
 * everything else; the graph then keeps what is certain, see `loosen`.
 * @param from its address, as UTF-8
 */
export function readBlock(g: usize, from: usize, length: i32): bool {
  clear(g)
  beginText(from, length)
  beginAtoms()
  if (!passHeader() || !nextLine()) return false
  const drawn = has(34, 'V2000') ? drawnV2000(g) : has(34, 'V3000') ? drawnV3000(g) : false
  if (!drawn || nextLine() || !writeBlockHydrogens(g) || !finish(g)) return false
  if (areAromaticInRings(g)) return true
  loosen(g)
  return false
}

/** A header line must not look like a table. */
function passHeader(): bool {
  for (let i = 0; i < headerLines; i++) {
    if (!nextLine() || !isPlain() || has(0, 'M  ')) return false
    for (let k = 0, end = lineWidth() - 5; k <= end; k++) if (has(k, 'V2000') || has(k, 'V3000')) return false
  }
  return true
}
