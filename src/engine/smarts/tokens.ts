import { remembered } from '../../remembered.js'

/** Tokens of a SMARTS text; the contents of brackets are one atom. */
export type SmartsToken =
  | { readonly is: 'atom'; readonly text: string }
  /** Several characters if the bond is a logical expression. */
  | { readonly is: 'bond'; readonly text: string }
  | { readonly is: 'ring closure'; readonly label: string }
  | { readonly is: 'branch' | 'branch end' | 'dot' }
  /** Text that is not valid SMARTS there. */
  | { readonly is: 'other'; readonly text: string }

const branch: SmartsToken = { is: 'branch' }
const branchEnd: SmartsToken = { is: 'branch end' }
const dot: SmartsToken = { is: 'dot' }

/** Tokens by their text: patterns have few different ones. */
const known = new Map<string, SmartsToken>()

/** All our own SMARTS parsers use these tokens. */
export function smartsTokens(smarts: string): SmartsToken[] {
  const tokens: SmartsToken[] = []
  for (let at = 0; at < smarts.length; ) {
    const text = textAt(smarts, at)
    tokens.push(remembered(known, text, () => tokenOf(text)))
    at += text.length
  }
  return tokens
}

function tokenOf(text: string): SmartsToken {
  const first = text[0]!
  if (first === '[' || first === '*' || isLetter(first)) return { is: 'atom', text }
  if (first === '(') return branch
  if (first === ')') return branchEnd
  if (first === '.') return dot
  if (first === '%' || isDigit(first)) return { is: 'ring closure', label: text }
  return { is: isBond(first) ? 'bond' : 'other', text }
}

/** A token that holds no bracket other than its own. */
const plainToken = /\[[^[\]]*\]|%.{0,2}|Cl|Br|[-=#:~@!/\\$&,;]+|[^[]/sy

function textAt(smarts: string, at: number): string {
  plainToken.lastIndex = at
  return plainToken.exec(smarts)?.[0] ?? smarts.slice(at, closing(smarts, at) + 1)
}

const brackets = { '[': ']', '(': ')' } as const

/** Where the bracket at `from` closes (brackets of its kind nest); the length of the text if it does not. */
export function closing(text: string, from: number): number {
  const open = text[from] as keyof typeof brackets
  let depth = 0
  for (let i = from; i < text.length; i++) {
    if (text[i] === open) depth++
    else if (text[i] === brackets[open] && --depth === 0) return i
  }
  return text.length
}

const bonds = '-=#:~@!/\\$&,;'

function isBond(c: string): boolean {
  return bonds.includes(c)
}

function isDigit(c: string): boolean {
  return c >= '0' && c <= '9'
}

function isLetter(c: string): boolean {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')
}
