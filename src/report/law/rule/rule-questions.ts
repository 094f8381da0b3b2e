import type { Rule } from '../../../law/index.js'
import { items, section, table, type Block } from '../../document/model.js'
import { patternWords } from '../patterns.js'
import { capital } from '../sentence.js'

/** Questions that the words of a rule leave open, with the answer on which it is based. */
export function questionTable(rule: Rule, level: 2 | 3): Block[] {
  return section(
    'Questions of interpretation',
    table(
      ['Id', 'Question', 'Answer', 'Basis'],
      rule.readings.map((r) => [r.id, r.question, answerWords(r), r.basis]),
    ),
    level,
  )
}

type Reading = Rule['readings'][number]

/** "covered", "open (for approved medicines)". */
export function answerWords({ choice, among, forms, substances }: Reading): string {
  const limited = among ? [among] : (forms ?? substances)
  const limit = limited ? ` (for ${limited.join(', ')})` : ''
  return `${choiceWords[choice]}${limit}`
}

const choiceWords = {
  covers: 'covered',
  'does not cover': 'not covered',
  open: 'open, so undecided',
} satisfies Record<Reading['choice'], string>

/** The words of a rule that cannot be decided from a structure, and the structures to which they may apply. */
export function undecidableWords({ open_words }: Rule, level: 2 | 3): Block[] {
  if (!open_words) return []
  const { question, basis, cite, reaches, unless } = open_words
  return section(
    'Wording that a structure alone cannot decide',
    items([
      `${question} ${capital(basis)} (${cite})`,
      ...patternWords('May apply to', reaches),
      ...patternWords('Does not apply to', unless),
    ]),
    level,
  )
}
