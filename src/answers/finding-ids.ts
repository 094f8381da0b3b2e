import type { Finding } from '../matching/index.js'
import type { ResolvedInput } from '../identifiers/index.js'
import type { JudgedMeaning } from './members.js'

/** A judgement whose findings have their lasting ids: the same next month, in every format, for every writing. */
export function withIds(answer: JudgedMeaning, meaning: ResolvedInput): JudgedMeaning {
  const { judgement } = answer
  if (judgement.jurisdictions.every(({ findings }) => findings.length === 0)) return answer
  const subject = subjectOf(answer, meaning)
  if (subject === null) return answer
  const jurisdictions = judgement.jurisdictions.map((law) => ({
    ...law,
    findings: law.findings.map((finding) => ({ ...finding, id: [law.code, ...source(finding), subject].join('/') })),
  }))
  return { ...answer, judgement: { ...judgement, jurisdictions } } as JudgedMeaning
}

/** What findings are about: the InChIKey, else the recorded substance; null if names were not asked for. */
function subjectOf(answer: JudgedMeaning, meaning: ResolvedInput): string | null {
  const { structure } = answer
  if (structure?.inchikey) return structure.inchikey
  if (structure && structure.smiles === null && structure.unnamed === undefined) return null
  if (meaning.kind !== 'unreadable' && meaning.lookup?.substance) return meaning.lookup.substance
  if ('members' in answer && answer.members)
    return hashed('set', answer.members.map((m) => m.structure?.inchikey ?? m.text ?? m.label).sort())
  return hashed('input', [structure?.smiles ?? (meaning.kind === 'structure' ? meaning.text : meaning.kind)])
}

/** The entry, rule or gap; else why the structure is open. */
function source(finding: Finding): string[] {
  switch (finding.kind) {
    case 'listed':
      return [finding.list, finding.substance]
    case 'class':
      return [finding.ruleId]
    case 'gap':
      return [finding.gap]
    case 'open structure':
      return [finding.why.replaceAll(' ', '-')]
  }
}

/** FNV-1a, 64 bits. Source: Fowler, Noll, Vo, RFC 9923. */
function hashed(kind: string, texts: readonly string[]): string {
  let hash = 0xcbf29ce484222325n
  for (const byte of new TextEncoder().encode(texts.join('\n')))
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n)
  return `${kind}-${hash.toString(16).padStart(16, '0')}`
}
