import { atomicNumber } from '../../elements.js'
import { mostWildAtoms } from '../../limits.js'
import { closing, smartsTokens } from './tokens.js'
import { remembered } from '../../remembered.js'

/** False, true, or not certain. */
export type Certainty = 0 | 1 | 2

/** A predicate on an atom, in terms of the SMARTS primitives. */
export type AtomExpression =
  | { readonly is: 'and' | 'or'; readonly of: readonly AtomExpression[] }
  | { readonly is: 'not'; readonly of: AtomExpression }
  | { readonly is: 'element'; readonly z: number; readonly aromatic: boolean | null }
  | { readonly is: 'aromatic'; readonly wanted: boolean }
  | { readonly is: 'hydrogens' | 'degree' | 'connections' | 'ring bonds'; readonly n: number }
  /** Not in SMARTS: the neighbours that an atom needs for its substituents, and ring bonds for the rings drawn. */
  | { readonly is: 'degree at least' | 'ring bonds at least'; readonly n: number }
  | { readonly is: 'ring'; readonly sure: boolean }
  /** Number of smallest rings that contain the atom. */
  | { readonly is: 'ring count'; readonly n: number }
  /** Number of atoms in the smallest ring. */
  | { readonly is: 'ring size'; readonly min: number; readonly max: number }
  | { readonly is: 'charge'; readonly n: number }
  | { readonly is: 'recursive'; readonly pattern: Pattern }
  | { readonly is: 'any' }
  | { readonly is: 'unknown' }

export type BondTest =
  | { readonly is: 'and' | 'or'; readonly of: readonly BondTest[] }
  | { readonly is: 'not'; readonly of: BondTest }
  | { readonly is: 'order'; readonly order: 1 | 2 | 3 }
  | { readonly is: 'aromatic' | 'ring' | 'any' | 'single or aromatic' | 'unknown' }

export interface PatternAtom {
  readonly test: AtomExpression
  readonly name: number | null
  /** Bonds to atoms that come earlier in the pattern. */
  readonly back: readonly { readonly to: number; readonly test: BondTest }[]
}

/** A connected SMARTS pattern in which every atom after the first is bonded to an earlier one. */
export interface Pattern {
  readonly atoms: readonly PatternAtom[]
}

const patterns = new Map<string, Pattern | null>()

/**
 * A parsed SMARTS pattern, cached; null if this parser does not support it: it then counts as matching anything. Also
 * null for a pattern that is nearly all wildcards: the full path can find more embeddings than it examines, where the
 * screen would know the answer.
 */
export function patternOf(smarts: string): Pattern | null {
  return remembered(patterns, smarts, () => {
    const written = read(smarts)
    return written && written.atoms.filter(({ test }) => test.is === 'any').length > mostWildAtoms ? null : written
  })
}

/** Null if this parser does not support it. */
function read(smarts: string): Pattern | null {
  const atoms: { test: AtomExpression; name: number | null; back: { to: number; test: BondTest }[] }[] = []
  const open = new Map<string, { atom: number; bond: BondTest | null }>()
  const branch: number[] = []
  let last = -1
  let bond: BondTest | null = null
  for (const token of smartsTokens(smarts)) {
    switch (token.is) {
      case 'branch':
        branch.push(last)
        break
      case 'branch end':
        last = branch.pop() ?? -1
        break
      case 'ring closure': {
        const start = open.get(token.label)
        if (start) {
          atoms[last]!.back.push({ to: start.atom, test: bond ?? start.bond ?? notDrawn })
          open.delete(token.label)
        } else open.set(token.label, { atom: last, bond })
        bond = null
        break
      }
      case 'bond':
        bond = bondTestOf(token.text)
        if (!bond) return null
        break
      case 'atom': {
        const { inside, name } = atomText(token.text)
        const test = token.text === inside && !bareAtom.test(inside) ? null : atomTestOf(inside)
        if (!test) return null
        atoms.push({ test, name, back: last < 0 ? [] : [{ to: last, test: bond ?? notDrawn }] })
        last = atoms.length - 1
        bond = null
        break
      }
      case 'dot':
      case 'other':
        return null
    }
  }
  return open.size > 0 || atoms.length === 0 ? null : { atoms }
}

const bareAtom = /^(?:Cl|Br|[BCNOPSFIbcnopsAa*])$/

/** The text of an atom, in brackets or bare: its predicate and its map number. */
export function atomText(text: string): { inside: string; name: number | null } {
  if (text[0] !== '[') return { inside: text, name: null }
  const named = /:(\d+)\]$/.exec(text)
  return { inside: text.slice(1, named ? -named[0].length : -1), name: named ? Number(named[1]) : null }
}

const atomTests = new Map<string, AtomExpression | null>()
const bondTests = new Map<string, BondTest | null>()
/** The predicate of an implicit bond. */
const notDrawn: BondTest = { is: 'single or aromatic' }

export function atomTestOf(text: string): AtomExpression | null {
  return readOnce(atomTests, text, atomPrimitives)
}

function bondTestOf(text: string): BondTest | null {
  return readOnce(bondTests, text, bondPrimitives)
}

/**
 * Many atoms and bonds have the same predicate, which is parsed once; what is derived from it can be cached with it.
 */
function readOnce<T extends Logic>(
  kept: Map<string, T | null>,
  text: string,
  primitives: (text: string) => T | null,
): T | null {
  return remembered(kept, text, () => splitLogic(text, primitives) as T | null)
}

type Logic = { is: string }

/** `;` binds weakest, then `,`, then `&` or nothing, then `!`. */
function splitLogic(text: string, primitives: (text: string) => Logic | null): Logic | null {
  for (const [sign, is] of [
    [';', 'and'],
    [',', 'or'],
  ] as const) {
    const parts = splitOutside(text, sign)
    if (parts.length === 1) continue
    const of = parts.map((part) => splitLogic(part, primitives))
    return of.every((o) => o !== null) ? ({ is, of } as Logic) : null
  }
  return primitives(text)
}

function splitOutside(text: string, sign: string): string[] {
  const parts: string[] = []
  let depth = 0
  let from = 0
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '(' || text[i] === '[') depth++
    else if (text[i] === ')' || text[i] === ']') depth--
    else if (text[i] === sign && depth === 0) {
      parts.push(text.slice(from, i))
      from = i + 1
    }
  }
  parts.push(text.slice(from))
  return parts
}

// A letter before a small one may begin the symbol of another element (As, Rn): such a pattern is left to RDKit.
const atomToken =
  /^(?:\$\(|#(\d+)|(As|Cl|Br|Si|Se|se|[BCNOPSFIbcnops])(?![a-z(])|(\*|[Aa](?![a-z]))|(?:H(\d?)|D(\d?)|X(\d?)|v(\d?)|x(\d?)|R(\d?))(?![a-z])|r(\{\d+-\d+\}|\d*)|\^\d|([+-]+)(\d?)|@{1,2}|&)/

function atomPrimitives(text: string): AtomExpression | null {
  const tests: AtomExpression[] = []
  let rest = text
  while (rest !== '') {
    let negated = false
    while (rest[0] === '!') {
      negated = !negated
      rest = rest.slice(1)
    }
    const found = atomToken.exec(rest)
    if (!found) return null
    let test: AtomExpression | null
    if (found[0] === '$(') {
      const close = closing(rest, 1)
      const pattern = patternOf(rest.slice(2, close))
      test = pattern ? { is: 'recursive', pattern } : { is: 'unknown' }
      rest = rest.slice(close + 1)
    } else {
      test = primitive(found)
      rest = rest.slice(found[0].length)
    }
    if (test) tests.push(negated ? { is: 'not', of: test } : test)
  }
  return tests.length === 1 ? tests[0]! : { is: 'and', of: tests }
}

const inRing: AtomExpression = { is: 'ring', sure: true }

function primitive(found: RegExpExecArray): AtomExpression | null {
  const [token, number, symbol, kind, h, d, x, v, ringBonds, ring, size] = found
  const count = (text: string) => (text === '' ? 1 : Number(text))
  if (number !== undefined) return { is: 'element', z: Number(number), aromatic: null }
  if (symbol !== undefined) return elementTest(symbol)
  if (kind !== undefined) return kind === '*' ? { is: 'any' } : { is: 'aromatic', wanted: kind === 'a' }
  if (h !== undefined) return { is: 'hydrogens', n: count(h) }
  if (d !== undefined) return { is: 'degree', n: count(d) }
  if (x !== undefined) return { is: 'connections', n: count(x) }
  if (v !== undefined) return { is: 'unknown' }
  if (ringBonds !== undefined) return ringBonds === '' ? inRing : { is: 'ring bonds', n: Number(ringBonds) }
  if (ring !== undefined)
    return ring === '0' ? { is: 'not', of: inRing } : ring === '' ? inRing : { is: 'ring count', n: Number(ring) }
  if (size !== undefined) {
    if (size === '') return inRing
    const [min, max] = size.replace(/[{}]/g, '').split('-').map(Number)
    return { is: 'ring size', min: min!, max: max ?? min! }
  }
  if (found[11] !== undefined)
    return { is: 'charge', n: (found[11][0] === '+' ? 1 : -1) * (found[12] ? Number(found[12]) : found[11].length) }
  return token === '&' ? null : { is: 'unknown' }
}

/** A symbol in lower case requires an aromatic atom. */
function elementTest(symbol: string): AtomExpression {
  const z = atomicNumber(symbol[0]!.toUpperCase() + symbol.slice(1))
  return { is: 'element', z, aromatic: symbol === symbol.toLowerCase() }
}

function bondPrimitives(text: string): BondTest | null {
  const tests: BondTest[] = []
  let negated = false
  for (const c of text) {
    if (c === '!') {
      negated = !negated
      continue
    }
    if (c === '&') continue
    const test = bonds[c] ?? { is: 'unknown' }
    tests.push(negated ? { is: 'not', of: test } : test)
    negated = false
  }
  return tests.length === 1 ? tests[0]! : { is: 'and', of: tests }
}

const bonds: Readonly<Record<string, BondTest>> = {
  '-': { is: 'order', order: 1 },
  '=': { is: 'order', order: 2 },
  '#': { is: 'order', order: 3 },
  ':': { is: 'aromatic' },
  '@': { is: 'ring' },
  '~': { is: 'any' },
}
