import { existsSync } from 'node:fs'
import type { Reader } from '../../chem/index.js'
import { assess, gapsNaming, judgeNamed, type LawIndex, type Query } from '../../matching/index.js'
import { fileHint, gapHint, notRecordedHint, sharedWords, type Answer, type Lookup } from '../../report/index.js'
import type { NameIndex } from './look-up.js'

export interface Answered {
  readonly answer: Answer
  readonly lookup: Lookup | null
}

/** What an input means: a recorded substance that it names, a structure to read, or neither. */
export type Meant =
  | { readonly kind: 'recorded'; readonly lookup: Lookup }
  | { readonly kind: 'structure'; readonly text: string; readonly lookup: Lookup | null }
  | { readonly kind: 'shared name'; readonly message: string }

/** A recorded name wins over reading the text as SMILES: PCP is both. */
export function meantBy(input: string, names: NameIndex): Meant {
  const text = input.trim()
  const found = names.find(text) ?? (/\s/.test(text) ? names.find(text.split(/\s/, 1)[0]!) : null)
  if (found?.kind === 'several') return { kind: 'shared name', message: sharedWords(found.by, found.names) }
  if (found?.kind !== 'one') return { kind: 'structure', text: input, lookup: null }
  const { lookup } = found
  return lookup.structure === null
    ? { kind: 'recorded', lookup }
    : { kind: 'structure', text: lookup.structure, lookup }
}

/** The substance given by what the law calls it: a name, number or code. An InChIKey means a drawing. */
export function namedBy(lookup: Lookup | null): string | null {
  return lookup !== null && lookup.by !== 'inchikey' ? lookup.substance : null
}

/** Judges one input given by structure or name. Await `reader.ready()` before each call. */
export function answerTo(input: string, reader: Reader, law: LawIndex, names: NameIndex, query: Query): Answered {
  const meant = meantBy(input, names)
  if (meant.kind === 'shared name')
    return {
      answer: { kind: 'unreadable', problem: { code: 'not-a-structure', message: meant.message, position: null } },
      lookup: null,
    }
  if (meant.kind === 'recorded')
    return {
      answer: { kind: 'judged', structure: null, judgement: judgeNamed(meant.lookup.substance, law, query) },
      lookup: meant.lookup,
    }
  const named = namedBy(meant.lookup)
  const answer = assess(reader, law, meant.text, query, { identify: 'all', ...(named === null ? {} : { named }) })
  if (meant.lookup || answer.kind === 'judged' || input.trim() === '') return { answer, lookup: meant.lookup }
  const missing = gapsNaming(input, law, query).map(({ code, gap }) => gapHint(code, gap.reads))
  const hint = existsSync(input.trim()) ? fileHint : [notRecordedHint, ...missing].join('; ')
  return {
    answer: { kind: 'unreadable', problem: { ...answer.problem, message: `${answer.problem.message}; ${hint}` } },
    lookup: null,
  }
}
