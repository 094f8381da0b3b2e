import type { Drawing } from '../../chem/index.js'
import { html, type Html } from '../markup.js'
import type { Marks } from './picture.js'

/** The letter of the n-th site, counted from 0, so that sites can be told apart without their colours. */
export const letterOf = (n: number): string => String.fromCharCode(65 + n)

const size = 140
/** From the mark of an atom to the middle of its letter. */
const gap = 90

/** Letters next to the atoms of each mark, in the widest angle between bonds; an atom of two marks has both. */
export function lettersOf({ atoms, bonds }: Drawing, marks: Marks, letters: readonly string[]): Html {
  const texts = new Map<number, string[]>()
  for (const [i, marked] of marks.entries())
    for (const atom of letters[i] === '' ? [] : marked) texts.set(atom, [...(texts.get(atom) ?? []), letters[i]!])
  return html`<g font-size="${size}" font-weight="bold" text-anchor="middle" fill="currentColor">${[...texts].map(
    ([atom, own]) => {
      if (atoms[atom] === undefined) return null
      const [x, y, rx, ry] = atoms[atom]
      const ends = bonds.flatMap(([a, b]) => (a === atom ? [b] : b === atom ? [a] : []))
      const angle = widest(
        ends.flatMap((end) => (atoms[end] ? [Math.atan2(atoms[end][1] - y, atoms[end][0] - x)] : [])),
      )
      const away = [x + (rx + gap) * Math.cos(angle), y + (ry + gap) * Math.sin(angle) + size / 3].map(Math.round)
      return html`<text x="${away[0]!}" y="${away[1]!}">${own.join()}</text>`
    },
  )}</g>`
}

/** The middle of the widest gap between angles, in radians. */
function widest(angles: readonly number[]): number {
  const sorted = [...angles].sort((a, b) => a - b)
  const gaps = sorted.map((from, i) => (sorted[i + 1] ?? sorted[0]! + 2 * Math.PI) - from)
  const most = Math.max(0, ...gaps)
  return sorted.length === 0 ? 0 : sorted[gaps.indexOf(most)]! + most / 2
}
