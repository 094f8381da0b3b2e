import { words } from '../name-words.js'
import { mayBeBlockSet, separatedByBars } from '../sets/index.js'

/** Atoms, bonds and brackets of SMILES. Most names have other letters; PCP does not. */
const smilesOnly = /^(?:\[[^\]]*\]|Cl|Br|[BCNOPSFIbcnops*]|[\d%()=#$:.+\-/\\~])+$/

/** Characters of SMILES outside brackets. */
const smilesCharacters = characters('BCNOPSFIbcnopslr*0123456789%()=#$:.+-/\\~@')

const startsSmiles = /^[BCNOPSFIbcnops[*]/

/** A text in brackets, such as a CAS number; in a SMILES, more than closing brackets follows the first atom. */
const inOneBracket = /^\[[^\]]*[\])"'\s]*$/

function characters(text: string): Uint8Array {
  const codes = new Uint8Array(128)
  for (const character of text) codes[character.charCodeAt(0)] = 1
  return codes
}

/**
 * Whether a text consists of SMILES characters and is no number or InChIKey: a quick look in a stream of structures. A
 * few names pass it: `mayBeSmiles` finds these.
 */
export function isOnlySmiles(text: string): boolean {
  if (text.includes('\n')) return !mayBeSet(text)
  const first = text.charCodeAt(0)
  // SMILES begin with an atom; a text in one bracket may be a number.
  if (!startsSmiles.test(text) || (first === 0x5b && inOneBracket.test(text))) return false
  if (text.charCodeAt(14) === 0x2d && looksLikeInchikey(text)) return false
  let inBrackets = false
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 0x5b) inBrackets = true
    else if (code === 0x5d) inBrackets = false
    // A CXSMILES block follows, which names do not have.
    else if (code === 0x20 && text.charCodeAt(i + 1) === 0x7c) return !mayBeSet(text)
    else if (!inBrackets && smilesCharacters[code] !== 1) return false
  }
  return true
}

/** Whether a text may state several structures by its notation; false for all others. */
export function mayBeSet(text: string): boolean {
  if (text.includes('\n')) return mayBeBlockSet(text)
  return text.includes('|') && (/(?:m|LN|RG):/.test(text) || separatedByBars(text) !== null)
}

/** Whether a name in some spelling, by case or hyphens, consists of SMILES characters. */
export function mayBeSmiles(name: string): boolean {
  return !/[^bcnopsfilr*\d%()=#$:.+\-/\\~@[\]\s,]/i.test(name)
}

/** Letters by which an ASCII letter of a SMILES is mistaken. */
const lookalikes = /[\u0391-\u03a9\u0410-\u044f]/g

/**
 * Whether a text that is not SMILES was meant as a name: it contains a word that is not a row of atoms, or a letter
 * outside ASCII. Names have brackets too; next to these it takes a word in small letters.
 */
export function looksLikeName(text: string): boolean {
  if (text.includes('\n') || /[=#@\\]/.test(text)) return false
  if (/[[\]]/.test(text)) return (text.match(/[a-z]{5,}/g) ?? []).some((word) => !smilesOnly.test(word))
  if (/(?![ -~])\p{L}/u.test(text)) return !(/[A-Za-z]/.test(text) && smilesOnly.test(text.replace(lookalikes, 'C')))
  return (text.match(/[A-Za-z]{4,}/g) ?? []).some((word) => !smilesOnly.test(word))
}

/** Up to four atoms without a multiple bond, ring, branch or bracket: CP, CI, N, P-F. */
const fewAtoms = /^(?:(?:Cl|Br|[BCNOPSFI])-?){1,4}$/

const oneAtom = /^(?:Cl|Br|[BCNOPSFI])$/

const hydride = /^(?:methane|ammonia|azane|water|oxidane|hydrogen \w+|phosphine|(?:phosph|bor|sulf)ane)$/i

/** Words after the beginning of a name that make the whole a name. */
const nameEndings = new Set(
  'acetate agonist analog analogue derivative ester ether gas homolog homologue isomer isomers'.split(' '),
)

/** Whether a word is a SMILES so small that a name or code may begin with it ("CP 55,940", "N ethyl ..."). */
export function mayBeginName(word: string): boolean {
  return fewAtoms.test(word)
}

/**
 * Whether the text after such a word reads as the rest of a name or code rather than as the title of a SMILES: a
 * number, a label, or after a single atom anything but the name of that molecule.
 */
export function continuesName(word: string, rest: string): boolean {
  return (
    (oneAtom.test(word) && !hydride.test(rest)) ||
    /^[^\p{L}|]/u.test(rest) ||
    nameEndings.has(rest.toLowerCase().split(/[^\p{L}]/u, 1)[0]!) ||
    rest.split(/\s+/).every((each) => isLabel(each))
  )
}

export function looksLikeInchikey(text: string): boolean {
  return /^[A-Z]{14}-[A-Z]{10}-[A-Z]$/.test(text)
}

/** Words with a name that do not make it another substance: salts and hydrates, and what a sample is. */
const labels = new Set(`${words.salt} ${words.sample}`.split(' '))

/** An amount, or a few letters. */
const short = /^(?!.*\d-\p{L}{2})[^\p{L}+&]*\p{L}{0,2}[^\p{L}+&]*$/u

/** Isotopes in brackets before a name, and what follows it without a blank: isotopes, and salts in German. */
const isotopesFirst = /^\[(\d+[HCN][\dHCN,]*)\]-?(.+)$/
const joined =
  /-(?=\(?(?:d\d\d?|13C\d*|2H\d+|na|natrium|kalium|[a-z]{0,5}hydrat)\b)|(?<=\p{L}{4})(?=(?:hydro(?:chlor|klor|brom)id|sulfat|citrat|tartrat|maleat|fumarat)(?!\p{L}))|[.·*-](?=h(?:cl|br)\b)/giu

/**
 * A text as a name and labels after it, such as "HCl" or "20 mg", from none to all.
 * @param isName whether a short word is a name, and so no label: "caffeine 4-FA" is not caffeine
 */
export function labelled(text: string, isName: (word: string) => boolean): (readonly [name: string, label: string])[] {
  const [, before = '', rest = ''] =
    /^(\p{L}+)\s+(?:(?:de|di|of)\s+|d['’])?(?=.*\p{L}{3})(.+)$/iu.exec(text.trim()) ?? []
  const words = text
    .trim()
    .replace(/\bfree base\b/i, 'freebase')
    .replace(/\bin (?=methanol|acetonitrile|water)/i, 'in-')
    .replace(isotopesFirst, '$2 $1')
    .replace(joined, ' ')
    .split(/\s+/)
  const least = words.findLastIndex((word, i) => i === 0 || !isLabel(word, isName)) + 1
  const own = Array.from({ length: words.length - least + 1 }, (_, i) => {
    const end = words.length - i
    return [words.slice(0, end).join(' '), words.slice(end).join(' ')] as const
  })
  if (!isSampleWord(before)) return own
  return [...own, ...labelled(rest, isName).map(([name, label]) => [name, `${before} ${label}`.trim()] as const)]
}

function isLabel(word: string, isName = (_: string) => false): boolean {
  return isSampleWord(word) || (short.test(word) && !isName(word))
}

function isSampleWord(word: string): boolean {
  const letters = word.normalize('NFD').replace(/[^a-z]/gi, '')
  return labels.has(letters.toLowerCase().replace(/^(?:bi|di|hemi|mono|penta|sesqui|tetra|tri)+/, ''))
}
