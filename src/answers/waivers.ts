import { strength, type Finding, type JurisdictionResult, type Verdict } from '../matching/index.js'
import type { z } from 'zod'
import type { waived } from '../matching/schema.js'
import type { MeaningAnswer } from './members.js'

/** A decision of the user that findings need no action until a day; the verdict stays as it is. */
export interface Waiver extends Readonly<z.infer<typeof waived>> {
  /** The id of a finding, or law and InChIKey of all findings of a structure there. */
  readonly of: string | { readonly law: string; readonly inchikey: string }
  /** Its position in the file, from 1. */
  readonly number: number
}

/** Waivers in force, by what they are of. */
export class Waivers {
  readonly #byKey: ReadonlyMap<string, Waiver>

  constructor(waivers: readonly Waiver[]) {
    this.#byKey = new Map(waivers.map((waiver) => [keyOf(waiver.of), waiver]))
  }

  /**
   * The answer with waived findings marked.
   * @param used called with the number of each waiver, once
   */
  over<A extends MeaningAnswer>(answer: A, used: (number: number) => void): A {
    if (answer.kind !== 'judged') return answer
    const inchikey = answer.structure?.inchikey ?? ''
    const numbers = new Set<number>()
    const jurisdictions = answer.judgement.jurisdictions.map((law) => {
      const findings = law.findings.map((finding): Finding => {
        const waiver = this.#byKey.get(finding.id ?? '') ?? this.#byKey.get(keyOf({ law: law.code, inchikey }))
        if (!waiver) return finding
        numbers.add(waiver.number)
        const { reason, owner, until } = waiver
        return { ...finding, waived: { reason, owner, until } }
      })
      return { ...law, findings }
    })
    if (numbers.size === 0) return answer
    for (const number of numbers) used(number)
    return { ...answer, judgement: { ...answer.judgement, jurisdictions } }
  }
}

function keyOf(of: Waiver['of']): string {
  return typeof of === 'string' ? of : `${of.law} ${of.inchikey}`
}

/** The verdict of a law without what is waived. */
export function unwaived({ verdict, findings }: Pick<JurisdictionResult, 'verdict' | 'findings'>): Verdict {
  if (!findings.some((f) => f.waived)) return verdict
  const left = findings.filter((f) => !f.waived).map(({ counts }) => counts)
  return strength.find((v) => left.includes(v as never)) ?? 'uncontrolled'
}
