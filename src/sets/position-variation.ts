import { combinations, product, type DrawnFlaw, type Stated } from './stated.js'

/** Bonds of variable attachment in one mol block; with more it is read as it is. */
const mostVariable = 64

interface VariableBond {
  readonly line: number
  readonly index: number
  readonly order: string
  /** The atom that stands for all of the others, and the one bonded to one of them. */
  readonly star: number
  readonly other: number
  readonly ends: readonly number[]
}

/**
 * The structures that a V3000 mol block states by bonds of variable attachment (`ENDPTS=(3 1 2 3) ATTACH=ANY`). Null for
 * one without, or with something that the move of a bond could change. Source: BIOVIA, CTfile formats.
 */
export function positionVariations(block: string): Stated | DrawnFlaw | null {
  if (!block.includes('ATTACH=ANY')) return null
  // A line that ends with a hyphen is continued on the next.
  const lines = block.replace(/-\r?\nM {2}V30 /g, '').split(/\r?\n/)
  if (lines.filter((line) => line.includes('ENDPTS=')).length > mostVariable) return null
  const atoms = linesOf(lines, 'ATOM')
  const isStar = (atom: number) => lines.some((l, i) => atoms(i) && l.startsWith(`M  V30 ${atom} * `))
  const bonds = lines.flatMap((line, i) => variableBond(line, i, isStar) ?? [])
  const stars = bonds.map((b) => b.star)
  if (bonds.length === 0 || new Set(stars).size < bonds.length) return null
  if (bonds.length < lines.filter((line) => /^M {2}V30 .*ENDPTS=/.test(line)).length) return null
  const inBonds = linesOf(lines, 'BOND')
  const touches = (l: string, atom: number) => bondAtoms(l).includes(atom)
  const bondsOf = (atom: number) => lines.filter((l, i) => inBonds(i) && touches(l, atom))
  const isPlain = ({ star, other }: VariableBond) =>
    isStar(star) && bondsOf(star).length === 1 && !bondsOf(other).some((l) => /CFG=[13]/.test(l))
  const counts = lines.findIndex((line) => /^M {2}V30 COUNTS /.test(line))
  if (counts < 0 || !bonds.every(isPlain) || lines.some((line) => /^M {2}V30 BEGIN (?:SGROUP|RGROUP)/.test(line)))
    return null
  const numbers = lines.flatMap((l, i) => (atoms(i) ? [Number(/^M {2}V30 (\d+)/.exec(l)?.[1])] : []))
  const missing = bonds.flatMap((b) => b.ends).find((end) => !numbers.includes(end))
  if (missing !== undefined) return { flaw: 'no such atom', atom: missing, atoms: numbers.length }
  return {
    count: product(bonds.map((b) => b.ends.length)),
    varies: bonds.map(() => 'position'),
    members: () =>
      combinations(bonds.map((b) => b.ends.map((end) => ({ b, end })))).map((chosen) => {
        const text = lines.flatMap((line, i) => {
          if (i === counts) return [line.replace(/COUNTS (\d+)/, (_, n) => `COUNTS ${Number(n) - bonds.length}`)]
          if (atoms(i) && stars.some((star) => line.startsWith(`M  V30 ${star} `))) return []
          const choice = chosen.find(({ b }) => b.line === i)
          return choice ? [`M  V30 ${choice.b.index} ${choice.b.order} ${choice.end} ${choice.b.other}`] : [line]
        })
        const choices = chosen.map(({ end }) => `atom ${end}`)
        return { text: text.join('\n'), label: choices.join(', '), choices }
      }),
  }
}

function variableBond(line: string, at: number, isStar: (atom: number) => boolean): VariableBond | null {
  const bond = /^M {2}V30 (\d+) (\S+) (\d+) (\d+) .*ENDPTS=\(\d+((?: \d+)+)\)/.exec(line)
  if (!bond || !line.includes('ATTACH=ANY')) return null
  const [, index, order, first, second, list] = bond
  const ends = list!.trim().split(' ').map(Number)
  const [star, other] = isStar(Number(first)) ? [first, second] : [second, first]
  return { line: at, index: Number(index), order: order!, star: Number(star), other: Number(other), ends }
}

function bondAtoms(line: string): number[] {
  const [, first, second] = /^M {2}V30 \d+ \S+ (\d+) (\d+)/.exec(line) ?? []
  return [Number(first), Number(second)]
}

/** Whether a line is in the block of this name. */
function linesOf(lines: readonly string[], name: string): (line: number) => boolean {
  const begin = lines.findIndex((line) => line.startsWith(`M  V30 BEGIN ${name}`))
  const end = lines.findIndex((line) => line.startsWith(`M  V30 END ${name}`))
  return (line) => line > begin && line < end
}
