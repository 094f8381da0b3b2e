import type { Result } from './schema.js'
import { openText } from './words/finding-words.js'

type Jurisdiction = Result['jurisdictions'][number]

/** Why the answer of a jurisdiction is undecided: the open questions of the structure or the records. */
export function questionsOf({ verdict, findings }: Pick<Jurisdiction, 'verdict' | 'findings'>): string[] {
  if (verdict !== 'undecided') return []
  return findings
    .filter((finding) => finding.counts === 'undecided')
    .flatMap((finding) => {
      if (finding.kind === 'open structure') return [openText(finding)]
      if (finding.kind === 'gap') return [finding.reads]
      return finding.doubts.map(({ message }) => message)
    })
}
