import { words } from '../name-words.js'

/** A substance whose ring position a text leaves open in words: "fluorofentanyl with fluorine on the phenyl ring". */
export interface Described {
  /** Positions that the text lists, with the one that the name begins with. */
  readonly listed: readonly string[]
  /** The position that the name begins with. */
  readonly own: string | null
  /** The name without that position. */
  readonly rest: string
  /** Another name that says the same without a position: "fluoroamphetamine (2-FA or 4-FA)". */
  readonly also: string | null
  /** The group that the text puts on the ring (fluoro), unless the name has it. */
  readonly group: string | null
  /** False where nothing says that it is a ring on which the group stands. */
  readonly onRing: boolean
  /** Words by which the ring is one on nitrogen. */
  readonly onNitrogen: boolean
}

const wordsOf = (...kinds: (keyof typeof words)[]) => new Set(kinds.flatMap((kind) => words[kind].split(' ')))
const isomer = wordsOf('isomer')
const open = wordsOf('open')
const not = wordsOf('not')
const ring = wordsOf('ring')
const anilino = wordsOf('anilino')
const nouns = wordsOf('isomer', 'ring', 'group')
const or = wordsOf('or', 'either')
const several = wordsOf('several')
const ofCompounds = wordsOf('isomer', 'ring', 'group', 'anilino', 'open')
const known = wordsOf(
  'isomer',
  'open',
  'beside',
  'between',
  'either',
  'or',
  'and',
  'ring',
  'anilino',
  'group',
  'phrase',
)
const groups = new Map(
  words.substituent.split(' ').flatMap((set) => {
    const [group = '', list = ''] = set.split('=')
    return list.split(',').map((word) => [word, group] as const)
  }),
)

/** Endings of nouns and participles: positionsisomererna, pozycyjnych, déterminées. */
const endings = [
  /(?:e[nrst]?|[aiouys]|[oa]s|ow|em|er?n[ae]?|ene|ar|arna|[iy]ch|ej|ego|ym|ed)$/u,
  /(?:e|er)(?:n[ae]|s)$/u,
]
const stemmed = new Map(
  [...isomer, ...open].flatMap((word) =>
    word.length < 6 ? [] : endings.map((end) => [word.replace(end, ''), word] as const),
  ),
)
/** Words whose meaning is clear only together: Portuguese "no anel". */
const phrases = new RegExp(
  `\\b(?:${words.phrase
    .match(/\S+_\S+/g)!
    .join('|')
    .replaceAll('_', ' ')})\\b`,
  'giu',
)
const locant = /^(?:\d'?|ortho|orto|meta|para|[omp])$/
const withOwn = /^(\d'?|ortho|orto|meta|para|[omp])-(?=\p{L})(.+)$/iu

/** Null if a word is left whose meaning is not known, so that none is passed over that could change the substance. */
export function described(text: string): Described | null {
  if (text.length > 300 || /[=#@\\|\n]/.test(text)) return null
  const all = split(text)
  const plains = all.map((word) => plain(word))
  const isName = plains.map((word, i) => word !== '' && (isAtom(all[i]!) || (!isKnown(word) && !locant.test(word))))
  if (plains.some((word, i) => isName[i + 1] && !isName[i] && mayBelong(word, plains[i - 1] ?? ''))) return null
  const beside = plains.filter((word, i) => word !== '' && !isName[i])
  const name = oneName(runsOf(all, isName))
  if (name === null || deniesMore(beside) || hasSeveral(beside)) return null
  const { owns, rest, also } = name
  const positions = beside.filter((word) => locant.test(word) && (word !== 'o' || beside.includes('p')))
  const said = (kind: ReadonlySet<string>) => beside.some((word) => partsOf(word)?.some((part) => kind.has(part)))
  const given = groupsIn(beside)
  if (given.length > 1) return null
  const [group = null] = given
  const own = owns.length === 1 ? fullLocant(owns[0]!) : null
  const isListed = positions.length + Math.max(0, owns.length - 1) > 0
  const listed = isListed ? [...new Set([...owns, ...positions].map(fullLocant))] : []
  if (listed.length === 1) return null
  const isOpen = said(isomer) || said(open)
  // "3, 4-dimethyl" is no list of positions of which one is meant.
  const isList = listed.length > 1 && (isOpen || said(or) || said(ring) || /\/|[\da-z]-[,\s]/u.test(text))
  const onNitrogen = said(anilino)
  // "Fluoro furanyl fentanyl": a group before a name is part of it.
  const begins = plains.some((word, i) => isName[i + 1] && !isName[i] && groups.has(word))
  const onRing = said(ring) || onNitrogen || isList || (isOpen && begins)
  return onRing || isOpen ? { listed, own, rest, also, group, onRing, onNitrogen } : null
}

/** The words of each name, where known words or marks divide several. */
function runsOf(all: readonly string[], isName: readonly boolean[]): string[] {
  const runs: string[] = []
  for (const [i, word] of all.entries()) if (isName[i]) runs.push(isName[i - 1] ? `${runs.pop()} ${word}` : word)
  return runs
}

/** One name with some positions, and perhaps another without; null for names of several substances. */
function oneName(runs: readonly string[]) {
  const numbered = runs.flatMap((name) => {
    const [, own, rest] = withOwn.exec(name) ?? []
    return own === undefined ? [] : [{ own, rest: rest! }]
  })
  const others = runs.filter((name) => !withOwn.test(name))
  const [rest = others[0], more] = [...new Set(numbered.map((one) => one.rest))]
  if (rest === undefined || more !== undefined || others.length > 1) return null
  return { owns: numbered.map(({ own }) => own), rest, also: numbered.length > 0 ? (others[0] ?? null) : null }
}

/** Words and names, each mark between them as an empty word. */
function split(text: string): string[] {
  return text
    .replace(phrases, (phrase) => phrase.split(' ').at(-1)!)
    .replace(/\b(?:n\.\s?d\.?)/giu, ' nd ')
    .replace(/\bN-(?=(?:ph|f)en[yi]l)/gu, 'anilino ')
    .replace(/[()[\]{};:!?"]|,(?!\d)|\.(?!\d)/gu, ' , ')
    .replace(/(?<=\p{L})['’](?=\p{L})/gu, ' ')
    .split(/[\s/\u2013\u2014]+/u)
    .filter((word) => word !== '')
    .flatMap(parted)
    .map((word) => (word === ',' || word === '-' ? '' : word))
}

/** "Methyl on N", "the D isomer". */
const isAtom = (word: string) => /^[DLNORS]$/.test(word)

/** Whether a word before a name may be its beginning: "phenyl fentanyl", "substituted fentanyl", not "ring-substituted". */
function mayBelong(word: string, before: string): boolean {
  if (/^su[bs]stit/.test(word)) return !ring.has(before) && !locant.test(before) && !groups.has(before)
  return anilino.has(word) || /^(?:ph|f)en[iy]l|^aryl|^benz/.test(word)
}

/** "4-position", "ring-fluorinated", "Methylmethcathinon-Isomer". */
function parted(word: string): string[] {
  const parts = word.replace(/^c-?(?=\d$)/iu, '').split('-')
  const own = parts.filter((part) => part !== '')
  if (own.every((part) => mayBeJoined(plain(part)))) return own
  const last = own.at(-1)!
  return own.length > 1 && own[0]!.length > 1 && nouns.has(plain(last)) ? [parts.slice(0, -1).join('-'), last] : [word]
}

/** Not "des-fluoro", which says that there is none. */
function mayBeJoined(word: string): boolean {
  return (
    locant.test(word) ||
    /^(?:mono|[gl]c|ms|nmr|ir)$/.test(word) ||
    (partsOf(word)?.every((part) => ofCompounds.has(part) || groups.has(part)) ?? false)
  )
}

function isKnown(word: string): boolean {
  return partsOf(word) !== null
}

/** A known word, or the known words that German and its neighbours write as one: Phenylring, Stellungsisomere. */
function partsOf(word: string): readonly string[] | null {
  if (word === 'mono') return [word]
  const own = word.replace(/^mono(?=.{4})/, '')
  if (known.has(own) || groups.has(own)) return [own]
  const inflected = own.length < 6 ? undefined : endings.flatMap((end) => stemmed.get(own.replace(end, '')) ?? [])[0]
  if (inflected !== undefined) return [inflected]
  for (let at = 3; at < own.length - 2; at++) {
    const [before, last] = [own.slice(0, at), own.slice(at)]
    if (!nouns.has(last)) continue
    const first = [before, before.replace(/[ns]$/, '')].find((part) => known.has(part) || groups.has(part))
    if (first !== undefined) return [first, last]
  }
  return null
}

/** Whether "not" says more than that a position is not determined: "not the 4-isomer". */
export function deniesMore(all: readonly string[]): boolean {
  return all.some(
    (word, i) => not.has(word) && !all.slice(i + 1, i + 5).some((next) => open.has(next) && !not.has(next)),
  )
}

/** "Three fluorine atoms", not "three isomers". */
function hasSeveral(beside: readonly string[]): boolean {
  return beside.some((word, i) => several.has(word) && groupsIn([beside[i + 1] ?? '']).length > 0)
}

/** Groups that words name, as a name has them in English: fluoro. */
export function groupsIn(all: readonly string[]): readonly string[] {
  return [...new Set(all.flatMap((word) => partsOf(word) ?? []).flatMap((part) => groups.get(part) ?? []))]
}

function fullLocant(text: string): string {
  const small = text.toLowerCase()
  return { o: 'ortho', orto: 'ortho', m: 'meta', p: 'para' }[small] ?? small
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ł/g, 'l')
    .replace(/ø/g, 'o')
    .replace(/æ/g, 'ae')
    .replace(/^-+|-+$/g, '')
}
