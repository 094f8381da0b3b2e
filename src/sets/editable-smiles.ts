/** An atom of a SMILES, with what its order of neighbours depends on. */
interface Atom {
  readonly token: number
  readonly prev: number | null
  /** Token of the bond symbol before it, if written. */
  readonly bond: number | null
  /** Token before which everything that belongs to this neighbour of `prev` begins. */
  readonly begins: number
  readonly rings: number[]
  readonly children: number[]
}

const token = /\[[^[\]]*\]|Cl|Br|[BCNOPSFI]|[bcnops]|\*|[-=#$:/\\~]|[().]|%\d\d|\d/y

const isBond = /^[-=#$:/\\~]$/

/**
 * The text of a SMILES, on which atoms are joined, cut off and repeated. What cannot be done without doubt (chirality
 * other than tetrahedral, bonds other than single) is refused by returning false.
 */
export class EditableSmiles {
  readonly #texts: string[]
  readonly #atoms: Atom[]
  /** Ring bonds added after an atom, by its index. */
  readonly #added = new Map<number, string[]>()
  /** Copies of atoms written before a token. */
  readonly #copies = new Map<number, string[]>()
  readonly #removed = new Set<number>()
  /** Neighbours in the order as written; a cut-off one gives its place to the bond that replaces it. */
  readonly #orders = new Map<number, string[]>()

  private constructor(texts: string[], atoms: Atom[]) {
    this.#texts = texts
    this.#atoms = atoms
  }

  /** Null for a text that is no SMILES in the usual notation. */
  static of(smiles: string): EditableSmiles | null {
    const texts: string[] = []
    token.lastIndex = 0
    while (token.lastIndex < smiles.length) {
      const found = token.exec(smiles)
      if (!found) return null
      texts.push(found[0])
    }
    const atoms = atomsOf(texts)
    return atoms && new EditableSmiles(texts, atoms)
  }

  get size(): number {
    return this.#atoms.length
  }

  copy(): EditableSmiles {
    return new EditableSmiles([...this.#texts], this.#atoms)
  }

  /** Numbers of the ring bonds that are written. */
  get ringBonds(): readonly number[] {
    return this.#atoms.flatMap((a) => a.rings.map((r) => Number(this.#texts[r]!.replace('%', ''))))
  }

  isDummy(atom: number): boolean {
    return /^(?:\*|\[\*(?::\d+)?\])$/.test(this.#texts[this.#atoms[atom]!.token]!)
  }

  isAromatic(atom: number): boolean {
    return /^\[?\d*[a-z]/.test(this.#texts[this.#atoms[atom]!.token]!)
  }

  degreeOf(atom: number): number {
    const { prev, rings, children } = this.#atoms[atom]!
    return (prev === null ? 0 : 1) + rings.length + children.length
  }

  /** Each atom as written, without chirality, and the number of its neighbours. */
  get atomKinds(): string[] {
    return this.#atoms.map(({ token: own }, i) => `${this.#texts[own]!.replaceAll('@', '')}${this.degreeOf(i)}`)
  }

  /** Replaces an atom with one single bond by a ring bond of its neighbour. */
  cutOff(dummy: number, ringBond: string): boolean {
    const { prev, children, rings, token: own, bond } = this.#atoms[dummy]!
    if (this.degreeOf(dummy) !== 1 || rings.length > 0) return false
    const neighbour = prev ?? children[0]!
    const bondToken = prev === null ? this.#atoms[neighbour]!.bond : bond
    if (bondToken !== null && this.#texts[bondToken] !== '-') return false
    if (prev === null && this.#texts[own + 1] === '(') return false
    this.#remove(dummy, bondToken)
    return this.#replace(neighbour, prev === null ? 'prev' : `child ${dummy}`, ringBond)
  }

  /** Adds a ring bond to an atom, in place of one of its hydrogens. */
  attach(atom: number, ringBond: string): boolean {
    const { token: own } = this.#atoms[atom]!
    const text = this.#texts[own]!
    if (!text.startsWith('[')) return this.#replace(atom, null, ringBond)
    const hydrogens = /^(\[\d*[A-Za-z][a-z]?@{0,2})H(\d?)/.exec(text)
    if (!hydrogens || text.includes('@T') || text.includes('@S')) return false
    const left = (hydrogens[2] === '' ? 1 : Number(hydrogens[2])) - 1
    if (left < 0 || (text.includes('@') && left > 0)) return false
    const order = this.#orderOf(atom)
    this.#texts[own] =
      hydrogens[1] + (left === 0 ? '' : left === 1 ? 'H' : `H${left}`) + text.slice(hydrogens[0].length)
    this.#orders.set(atom, order)
    return this.#replace(atom, 'hydrogen', ringBond)
  }

  /** Writes an atom in a chain several times in a row. */
  repeat(atom: number, times: number): boolean {
    const { token: own, prev, bond, children, rings } = this.#atoms[atom]!
    const text = this.#texts[own]!
    if (this.degreeOf(atom) !== 2 || /@|\*|^\[?\d*[a-z]/.test(text)) return false
    const last = children.at(-1)
    const bonds = [bond, ...children.map((c) => this.#atoms[c]!.bond)]
    const isSingle = (b: number | null) => b === null || this.#texts[b] === '-'
    if (!bonds.every(isSingle) || rings.some((r) => isBond.test(this.#texts[r - 1]!))) return false
    if (prev === null && last === undefined) return false
    const place = prev === null ? this.#atoms[last!]!.begins : own
    if (prev === null && this.#texts[place] === '(') return false
    const copies = new Array<string>(times - 1).fill(text)
    this.#copies.set(place, [...copies, ...(this.#copies.get(place) ?? [])])
    return true
  }

  /** The SMILES, and the new index of each atom; null for atoms cut off. */
  text(): { readonly smiles: string; readonly indices: readonly (number | null)[] } {
    const owners = new Map(this.#atoms.map((a, i) => [a.token, i] as const))
    const ends = new Map(this.#atoms.map((a, i) => [a.rings.at(-1) ?? a.token, i] as const))
    const indices: (number | null)[] = []
    let next = 0
    const smiles = this.#texts.map((text, i) => {
      const copies = this.#copies.get(i) ?? []
      next += copies.length
      const owner = owners.get(i)
      const isLeft = !this.#removed.has(i)
      if (owner !== undefined) indices[owner] = isLeft ? next++ : null
      const written = owner === undefined ? text : this.#turned(owner, text)
      const end = ends.get(i)
      const added = end === undefined ? [] : (this.#added.get(end) ?? [])
      return [...copies, isLeft ? written : '', ...added].join('')
    })
    return { smiles: smiles.join(''), indices }
  }

  #remove(atom: number, bond: number | null): void {
    const { token: own, begins, prev } = this.#atoms[atom]!
    this.#removed.add(own)
    if (bond !== null) this.#removed.add(bond)
    if (prev === null || this.#texts[begins] !== '(') return
    this.#removed.add(begins)
    this.#removed.add(own + 1)
  }

  /** @param gone the neighbour whose place the ring bond takes */
  #replace(atom: number, gone: string | null, ringBond: string): boolean {
    const text = this.#texts[this.#atoms[atom]!.token]!
    if (/@[A-Z]{2}/.test(text)) return false
    const order = this.#orderOf(atom)
    this.#added.set(atom, [...(this.#added.get(atom) ?? []), ringBond])
    this.#orders.set(
      atom,
      order.map((key) => (key === gone ? `added ${ringBond}` : key)),
    )
    return gone !== null || !text.includes('@')
  }

  #orderOf(atom: number): string[] {
    const known = this.#orders.get(atom)
    if (known) return known
    const { token: own, prev, rings, children } = this.#atoms[atom]!
    return [
      ...(prev === null ? [] : ['prev']),
      ...(/^\[.*@.*H/.test(this.#texts[own]!) ? ['hydrogen'] : []),
      ...rings.map((r) => `ring ${r}`),
      ...children.map((c) => `child ${c}`),
    ]
  }

  /** The text of an atom, with the other chirality if its neighbours are now written in an odd permutation. */
  #turned(atom: number, text: string): string {
    const order = this.#orders.get(atom)
    if (!order || !text.includes('@')) return text
    const added = this.#added.get(atom) ?? []
    const isAdded = (key: string) => key.startsWith('added')
    const isRing = (key: string) => key.startsWith('ring')
    const isFirst = (key: string) => key === 'prev' || key === 'hydrogen'
    const now = [
      ...order.filter(isFirst),
      ...order.filter(isRing),
      ...added.map((ringBond) => `added ${ringBond}`),
      ...order.filter((key) => !isFirst(key) && !isRing(key) && !isAdded(key)),
    ]
    const places = order.map((key) => now.indexOf(key))
    let crossings = 0
    for (let i = 0; i < places.length; i++)
      for (let j = i + 1; j < places.length; j++) if (places[i]! > places[j]!) crossings++
    if (crossings % 2 === 0) return text
    return text.includes('@@') ? text.replace('@@', '@') : text.replace('@', '@@')
  }
}

function atomsOf(texts: readonly string[]): Atom[] | null {
  const atoms: Atom[] = []
  const stack: (number | null)[] = []
  let prev: number | null = null
  let bond: number | null = null
  let begins: number | null = null
  for (const [i, text] of texts.entries()) {
    if (text === '(') {
      if (prev === null) return null
      stack.push(prev)
      begins = i
    } else if (text === ')') {
      if (stack.length === 0) return null
      prev = stack.pop()!
      bond = begins = null
    } else if (text === '.') prev = bond = begins = null
    else if (isBond.test(text)) {
      bond = i
      begins ??= i
    } else if (/^[%\d]/.test(text)) {
      if (prev === null) return null
      atoms[prev]!.rings.push(i)
      bond = begins = null
    } else {
      const index = atoms.length
      atoms.push({ token: i, prev, bond, begins: begins ?? i, rings: [], children: [] })
      if (prev !== null) atoms[prev]!.children.push(index)
      prev = index
      bond = begins = null
    }
  }
  return stack.length === 0 ? atoms : null
}

/** The elements of a structure without hydrogen; null for a text in which they are not plain. */
export function elementsOf(smiles: string): string | null {
  const kinds = EditableSmiles.of(smiles)?.atomKinds
  return (
    kinds
      ?.map((kind) => /[A-Za-z*][a-z]?/.exec(kind)![0].toUpperCase())
      .sort()
      .join(' ') ?? null
  )
}

/**
 * What the structures of positional isomers have in common: their atoms by element, aromaticity and number of
 * neighbours. Null for a text in which these are not plain.
 */
export function atomsAlike(smiles: string): string | null {
  return EditableSmiles.of(smiles)?.atomKinds.sort().join(' ') ?? null
}
