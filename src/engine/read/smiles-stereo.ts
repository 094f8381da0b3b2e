/** A tetrahedral carbon: its neighbours in the order of the text, -1 for the hydrogen, seen from the first of them. */
export interface Centre {
  readonly around: readonly number[]
  readonly clockwise: boolean
}

/** A double bond between two atoms, and for each of them one neighbour; whether these are on the same side. */
export interface StereoBond {
  readonly ends: readonly [number, number]
  readonly references: readonly [number, number]
  readonly together: boolean
}

/** What a SMILES draws of stereo. Atoms are numbered in the order of the text. */
export interface SmilesStereo {
  readonly centres: ReadonlyMap<number, Centre>
  readonly bonds: readonly StereoBond[]
}

interface Bond {
  readonly from: number
  readonly to: number
  /** `=`, `/` and so on; empty if the text leaves it out. */
  readonly symbol: string
}

interface Parsed {
  /** Tokens of the atoms. */
  readonly atoms: readonly string[]
  readonly around: readonly (readonly number[])[]
  readonly bonds: readonly Bond[]
}

const noStereo: SmilesStereo = { centres: new Map(), bonds: [] }
const token = /\[[^\]]*\]|Br|Cl|[BCNOPSFIbcnops]|%\d\d|[-\d=#:/\\.()]/y
const carbonCentre = /^\[C(@@?)H?\]$/

/**
 * Stereo marks of a SMILES, as OpenSMILES defines them. Null where RDKit could read them otherwise: centres that are
 * not carbon, hydrogens written as atoms, marks at ring closures, marks that fix no double bond.
 */
export function stereoOfSmiles(smiles: string): SmilesStereo | null {
  if (!/[@/\\]/.test(smiles)) return noStereo
  const parsed = parse(smiles)
  const centres = parsed && centresOf(parsed)
  const bonds = parsed && stereoBonds(parsed.bonds)
  return centres && bonds && { centres, bonds }
}

function parse(smiles: string): Parsed | null {
  const atoms: string[] = []
  const around: number[][] = []
  const bonds: Bond[] = []
  const open = new Map<string, { readonly atom: number; readonly place: number; readonly symbol: string }>()
  const branches: number[] = []
  let last = -1
  let symbol = ''
  token.lastIndex = 0
  for (let at = 0; at < smiles.length; at = token.lastIndex) {
    const text = token.exec(smiles)?.[0]
    if (text === undefined) return null
    if (/^[-=#:/\\]/.test(text)) symbol = text
    else if (text === '(') branches.push(last)
    else if (text === ')') last = branches.pop() ?? -1
    else if (text === '.') last = -1
    else if (/^[%\d]/.test(text)) {
      const number = text.replace(/^%0?/, '')
      const start = open.get(number)
      if (/[/\\]/.test(symbol) || last < 0) return null
      if (start) {
        around[start.atom]![start.place] = last
        around[last]!.push(start.atom)
        bonds.push({ from: start.atom, to: last, symbol: symbol || start.symbol })
        open.delete(number)
      } else {
        open.set(number, { atom: last, place: around[last]!.push(-2) - 1, symbol })
      }
      symbol = ''
    } else {
      if (/^\[\d*H[^a-z]/.test(text)) return null
      const atom = atoms.push(text) - 1
      around.push([])
      if (last >= 0) {
        around[last]!.push(atom)
        around[atom]!.push(last)
        bonds.push({ from: last, to: atom, symbol })
      } else if (symbol !== '') return null
      if (/^\[.*H/.test(text)) around[atom]!.push(-1)
      last = atom
      symbol = ''
    }
  }
  return open.size === 0 ? { atoms, around, bonds } : null
}

function centresOf({ atoms, around }: Parsed): Map<number, Centre> | null {
  const centres = new Map<number, Centre>()
  for (const [atom, text] of atoms.entries()) {
    if (!text.includes('@')) continue
    const mark = carbonCentre.exec(text)?.[1]
    if (mark === undefined || new Set(around[atom]!).size !== 4) return null
    centres.set(atom, { around: around[atom]!, clockwise: mark === '@@' })
  }
  return centres
}

function stereoBonds(bonds: readonly Bond[]): StereoBond[] | null {
  const marked = bonds.filter(({ symbol }) => symbol === '/' || symbol === '\\')
  const used = new Set<Bond>()
  const found: StereoBond[] = []
  for (const { from, to } of bonds.filter(({ symbol }) => symbol === '=')) {
    const [atFrom, atTo] = [from, to].map((end) => marked.filter((bond) => bond.from === end || bond.to === end))
    if (atFrom!.length === 0 || atTo!.length === 0) continue
    for (const bond of [...atFrom!, ...atTo!]) used.add(bond)
    const [one, other] = [sideOf(from, atFrom!), sideOf(to, atTo!)]
    if (!one || !other) return null
    found.push({ ends: [from, to], references: [one.atom, other.atom], together: one.above === other.above })
  }
  return used.size === marked.length ? found : null
}

/** A marked neighbour of an atom and whether it is drawn above it; null if two marks contradict each other. */
function sideOf(end: number, marked: readonly Bond[]): { readonly atom: number; readonly above: boolean } | null {
  const sides = marked.map(({ from, to, symbol }) =>
    from === end ? { atom: to, above: symbol === '/' } : { atom: from, above: symbol === '\\' },
  )
  const [first, second] = sides
  return first && (!second || second.above !== first.above) ? first : null
}
