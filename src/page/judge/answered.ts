import { Asked } from '../../answers/index.js'
import { oneAnswer } from '../../batch/judge/one-answer.js'
import type { Reader } from '../../chem/index.js'
import type { Resolver } from '../../identifiers/index.js'
import { checkQuery, nothingFound, type LawIndex } from '../../matching/index.js'
import { runInfoOf, toJson } from '../../report/index.js'
import type { Result } from '../../report/result-schema.js'
import { runJson } from '../../report/answer-lines.js'
import { failureWords } from '../../report/words/finding-words.js'
import type { PageNearMiss, PageAnswer } from '../../report/app/answer-html.js'
import { drawn } from './drawn.js'
import type { AnswerWork } from './page-work.js'

/** The answer to one question, with everything the page shows of it. */
export async function answered(
  { input, query }: AnswerWork,
  resolver: Resolver,
  reader: Reader,
  own: readonly string[],
  version: string,
): Promise<PageAnswer> {
  const { law } = resolver
  checkQuery(law, query)
  // A page has no file access.
  const asked = new Asked(resolver.reader, law, query, { engine: true, nearMisses: true })
  const { answer, lookup, warnings, text } = await oneAnswer({ structure: input }, resolver, asked, () => false)
  const run = runInfoOf(law, query, own, version)
  const json = toJson({ index: 1, id: 'row-1', input }, answer, run, { explain: true }, lookup, warnings)
  const result = JSON.parse(JSON.stringify(json)) as Result
  return {
    result,
    drawing: result.structure && text !== null ? await drawn(reader, text) : null,
    run: runJson(law, query, run),
    rests: nothingFound(law, query).jurisdictions.map(({ code, caveats }) => ({ code, caveats })),
    near: nearest(result, law),
  }
}

/** The nearest miss of each jurisdiction; laws that refer to the same text share one. */
function nearest({ jurisdictions }: Result, law: LawIndex): PageNearMiss[] {
  const found = new Map<string, PageNearMiss>()
  for (const { code, nearMisses = [] } of jurisdictions) {
    const miss = nearMisses[0]
    if (!miss || miss.failure.why === 'no scaffold') continue
    const rule = law.edition.jurisdictions.flatMap((j) => j.rules).find(({ id }) => id === miss.ruleId)
    const why = failureWords(miss.failure, (id) => rule?.sites.find((site) => site.id === id)?.reads ?? id)
    const atoms = 'atoms' in miss.failure ? miss.failure.atoms : []
    const key = `${miss.title} ${why} ${atoms.join()}`
    const known = found.get(key)
    found.set(key, {
      title: miss.title,
      ruleId: miss.ruleId,
      why,
      atoms,
      codes: [...(known?.codes ?? []), code],
    })
  }
  return [...found.values()]
}
