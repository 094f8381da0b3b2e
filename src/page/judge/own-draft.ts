import type { Reader } from '../../chem/index.js'
import type { Edition } from '../../law/index.js'
import {
  jurisdictionOf,
  userRulesText,
  rulesIn,
  termsOf,
  withUserRules,
  withSharedTerms,
  type UserRule,
} from '../../law/authoring.js'
import { testRule } from '../../matching/index.js'
import { ruleTestLines } from '../../report/index.js'
import { parseJson } from '../../unique-keys.js'

export interface Draft {
  readonly rule: string
  readonly examples: string | null
  /** The jurisdiction it belongs to; null if its id determines it. */
  readonly code: string | null
}

/** The law with the user's rule added, and the result of testing it. @throws {Error} in words for the user */
export async function overlaid(edition: Edition, { rule: text, examples, code }: Draft, reader: Reader) {
  const file = 'the rule'
  const examplesFile = examples === null ? null : { file: 'the examples', value: json('the examples', examples) }
  const found = rulesIn({ file, value: json(file, text) }, examplesFile)
  const own = found.map(({ rule }): UserRule => {
    const jurisdiction = jurisdictionOf(rule, code, edition)
    if (jurisdiction === null)
      throw new Error(
        `Cannot tell which jurisdiction the rule ${rule.id} belongs to: choose one, or begin its id with the code ` +
          'of one (cn-draft).',
      )
    return { jurisdiction, rule, file }
  })
  const whole = withUserRules(edition, own, reader)
  const structures = new Map(edition.substances.map(({ id, smiles }) => [id, smiles]))
  const terms = new Map(edition.terms.map((term) => [term.id, term]))
  const tests = found.map(({ rule, examples: sides }, i) => {
    const law = edition.jurisdictions.find((j) => j.jurisdiction.code === own[i]!.jurisdiction)!
    const tested = withSharedTerms(rule, termsOf(law.rules, edition.terms))
    const test = testRule(reader, tested, sides, terms, (id) => structures.get(id) ?? null)
    return { id: rule.id, lines: ruleTestLines(test, rule) }
  })
  return { edition: { ...whole, sha256: await hashOf(userRulesText(edition, own), edition.sha256) }, tests }
}

function json(file: string, text: string): unknown {
  try {
    return parseJson(text)
  } catch (error) {
    throw new Error(`${file} cannot be read as JSON: ${(error as Error).message}`)
  }
}

/** Pages served without encryption cannot compute hashes: then only the edition id shows that it was changed. */
async function hashOf(text: string, otherwise: string): Promise<string> {
  const subtle = globalThis.crypto.subtle as SubtleCrypto | undefined
  if (!subtle) return otherwise
  const digest = await subtle.digest('SHA-256', new TextEncoder().encode(text))
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
