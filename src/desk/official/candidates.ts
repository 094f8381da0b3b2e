import { type Day, codeOfEntry, plain, type List, isInForce, statusOn, type Substance } from '../../law/index.js'
import { remembered } from '../../remembered.js'
import { namesIn } from './names-in-line.js'

export type Candidate = ReturnType<typeof candidatesOf>[number]

/** Those that are, or may be, in force on the day. */
export function candidatesOn(lists: readonly List[], substances: ReadonlyMap<string, Substance>, on: Day): Candidate[] {
  return candidatesOf(lists, substances, on).filter(
    (c) => c.certain || c.entry.periods.some((p) => statusOn(p, on) === 'unknown'),
  )
}

/** Every entry, in force or not, with everything that can identify it. */
export function candidatesOf(lists: readonly List[], substances: ReadonlyMap<string, Substance>, on: Day) {
  return lists.flatMap((list) =>
    list.entries.map((entry) => {
      const substance = substances.get(entry.substance)
      const names = [
        ...namesIn(entry.name_in_law),
        ...(entry.also_printed ?? []).flatMap((p) => p.as),
        ...(substance ? namesOf(substance) : []),
      ]
      return {
        list,
        entry,
        substance,
        names: new Set<string>(names.map(comparableName)),
        path: pathKey(entry.entry ?? ''),
        /** Its official code on the day. */
        code: codeOfEntry(entry, on),
        /** False if its first day is unknown and may be later: it is then not expected in the text. */
        certain: isInForce(entry, on),
      }
    }),
  )
}

function namesOf({ name, aliases, chemical_name: systematic, names_zh: chinese }: Substance): string[] {
  return [name, aliases, systematic, chinese]
    .flat()
    .filter((own) => own !== undefined)
    .flatMap((own) => [own, ...namesIn(own)])
}

/** A number in the form used for comparison: "Part I para 1(a)" and "Part I 1(a)" are equal. */
export function pathKey(path: string): string {
  return path
    .replace(/\b(?:para(?:graph)?|item|no)\.? /gi, '')
    .replace(/[\s,]/g, '')
    .toLowerCase()
}

/**
 * Names and words in the form used for comparison: only letters and digits, Greek letters by name, in lower case.
 * Dashes, quotes, line breaks and brackets differ between prints of one text; its meaning does not change unless a
 * letter or digit changes.
 */
export function comparableName(words: string): string {
  const name = () => plain(words.replaceAll('ß', 'β').replaceAll('ρ', 'p')).replace(/[^\p{L}\p{N}]/gu, '')
  return remembered(comparableNames, words, name)
}
/** The texts of a series print the same names. */
const comparableNames = new Map<string, string>()

/** SHA-256 of a text, in hexadecimal. Passed in because browsers and Node have different implementations. */
export type Sha256 = (text: string) => string
