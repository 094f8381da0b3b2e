import { pick } from './random.js'

const tokens = /\[[^\]]*\]|Cl|Br|%\d\d|./gs
const organic = new Set(['B', 'C', 'N', 'O', 'P', 'S', 'F', 'Cl', 'Br', 'I', 'b', 'c', 'n', 'o', 'p', 's'])
const inserts = (
  'C N O S F Cl c n o = # ( ) 1 2 / \\ . - : ~ [ ] %10 @ [O-] [NH4+] [2H] [13C] [C@H] [N+] ' +
  '[Na+] [nH] B P I [se] [H] * -> $'
).split(' ')
const metals = [
  'Li',
  'Na',
  'K',
  'Mg',
  'Ca',
  'Zn',
  'Al',
  'Fe',
  'Cu',
  'Pt',
  'Hg',
  'Sn',
  'Pb',
  'Ag',
  'Pd',
  'Ti',
  'U',
  'Gd',
]
const elements = [
  'H',
  'He',
  'B',
  'C',
  'N',
  'O',
  'F',
  'Si',
  'P',
  'S',
  'Cl',
  'As',
  'Se',
  'Br',
  'Te',
  'I',
  'At',
  'Xe',
  'c',
  'n',
  'o',
  's',
  'p',
  'se',
  'as',
  ...metals,
]
const charges = ['', '+', '-', '+2', '-2', '++', '--', '+3', '-3', '+4', '-4']
const hydrogens = ['', '', 'H', 'H2', 'H3', 'H4']
const isotopes = ['', '', '', '2', '3', '13', '14', '18', '37', '125', '999']
const chirality = ['', '', '', '@', '@@']

/** A bracket atom with an odd charge, hydrogen count or isotope. */
function oddAtom(random, element = pick(random, elements)) {
  return `[${pick(random, isotopes)}${element}${pick(random, chirality)}${pick(random, hydrogens)}${pick(random, charges)}]`
}

function elementOf(token) {
  if (organic.has(token)) return token
  return /^\[\d*([A-Z][a-z]?|[a-z][a-z]?|\*)/.exec(token)?.[1]
}

const put = (parts, at, ...tokens) => [...parts.slice(0, at), ...tokens, ...parts.slice(at)]

const changes = [
  /** An atom keeps its element, and gets another charge, hydrogen count or isotope. */
  (parts, random) => {
    const places = parts.flatMap((token, i) => (elementOf(token) ? [i] : []))
    const at = pick(random, places)
    return at === undefined ? parts : parts.with(at, oddAtom(random, elementOf(parts[at])))
  },
  /** A small odd component after it. */
  (parts, random) => [
    ...parts,
    '.',
    ...pick(random, [
      [oddAtom(random)],
      ['C', oddAtom(random)],
      ['C', oddAtom(random), 'C'],
      ['C', '(', 'C', ')', oddAtom(random)],
    ]),
  ],
  /** The same before it: atom positions move. */
  (parts, random) => [oddAtom(random), '.', ...parts],
  /** A metal bound to something. */
  (parts, random) => {
    const at = Math.floor(random() * (parts.length + 1))
    return put(parts, at, '(', pick(random, ['', '-', '=', '->']), oddAtom(random, pick(random, metals)), ')')
  },
  (parts, random) => parts.with(Math.floor(random() * parts.length), oddAtom(random)),
  (parts, random) => parts.filter((_, i) => i !== drawn(parts, random)),
  (parts, random) => put(parts, drawn(parts, random), pick(random, inserts)),
  (parts, random) => parts.with(drawn(parts, random), pick(random, inserts)),
  (parts, random) => {
    const at = drawn(parts, random)
    return [...parts.slice(0, at), ...parts.slice(at + 1, at + 2), ...parts.slice(at, at + 1), ...parts.slice(at + 2)]
  },
  /** Two halves joined. */
  (parts, random, all) => {
    const other = tokensOf(pick(random, all))
    return [...parts.slice(0, drawn(parts, random)), ...other.slice(drawn(other, random))]
  },
  (parts, random, all) => [...parts, '.', ...tokensOf(pick(random, all))],
]

function drawn(parts, random) {
  return Math.floor(random() * parts.length)
}

function tokensOf(smiles) {
  return smiles.match(tokens) ?? []
}

/** A SMILES near the given ones, readable or not. */
export function mutated(random, smiles) {
  let parts = tokensOf(pick(random, smiles))
  for (let left = 1 + Math.floor(random() * 3); left > 0 && parts.length > 0; left--)
    parts = pick(random, changes)(parts, random, smiles)
  return parts.join('')
}

/** A small component with an odd charge, hydrogen count, isotope or element. */
export function oddComponent(random) {
  const atom = () => oddAtom(random)
  return pick(random, [
    () => atom(),
    () => `C${atom()}`,
    () => `C${atom()}C`,
    () => `CC(${atom()})=O`,
    () => `${atom()}${atom()}`,
    () => `c1ccccc1${atom()}`,
  ])()
}
