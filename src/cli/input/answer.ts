import { existsSync } from 'node:fs'
import { inchiReader } from '../../batch/inchi-reader.js'
import type { Reader } from '../../chem/index.js'
import {
  answerTo as answerToMeaning,
  Resolver,
  type Given,
  type Lookup,
  type Warning,
} from '../../identifiers/index.js'
import { gapsNaming, type LawIndex, type Query } from '../../matching/index.js'
import {
  failureProblem,
  fileHint,
  fileSentence,
  gapHint,
  gapSentence,
  notRecordedHint,
  type Answer,
} from '../../report/index.js'

export interface Answered {
  readonly answer: Answer
  readonly lookup: Lookup | null
  readonly warnings: readonly Warning[]
  /** The identifier that decided. */
  readonly input: string
  /** The structure that was judged; null where there is none. */
  readonly text: string | null
}

/** Finds out what inputs mean, by the names of one law. */
export function resolverFor(law: LawIndex, reader: Reader): Resolver {
  const ready = async () => {
    await reader.ready()
    return reader
  }
  return new Resolver(law, ready, inchiReader())
}

/** Judges one input given by structure, name or number. */
export async function answerTo(given: Given, resolver: Resolver, query: Query): Promise<Answered> {
  const { meaning, input, warnings } = await resolver.resolve(given)
  const answer = answerToMeaning(meaning, resolver, await resolver.reader(), query)
  const lookup = meaning.kind === 'unreadable' ? null : meaning.lookup
  const found = { lookup, warnings, input, text: meaning.kind === 'structure' ? meaning.text : null }
  const missing = () => gapsNaming(input, resolver.law, query)
  if (answer.kind === 'no substance') {
    const problem = failureProblem(answer.failure)
    const gaps = existsSync(input.trim())
      ? [` ${fileSentence}`]
      : missing().map(({ code, gap }) => ` ${gapSentence(code, gap.reads)}`)
    return {
      ...found,
      answer: { kind: 'unreadable', problem: { ...problem, message: problem.message + gaps.join('') } },
      lookup: null,
    }
  }
  if (answer.kind === 'judged' || lookup || input.trim() === '' || !given.lookUp) return { ...found, answer }
  const hints = [notRecordedHint, ...missing().map(({ code, gap }) => gapHint(code, gap.reads))]
  const hint = existsSync(input.trim()) ? fileHint : hints.join('; ')
  const problem = { ...answer.problem, message: `${answer.problem.message}; ${hint}` }
  return { ...found, answer: { kind: 'unreadable', problem } }
}
