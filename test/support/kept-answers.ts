import { afterAll, beforeAll } from 'vitest'
import { LawQuestion, type ScreenResult } from '../../src/answers/index.js'
import { rememberedBy } from '../../src/remembered.js'

const known = new WeakMap<object, Map<string, unknown>>()
const { answer, judgeOnEngine } = LawQuestion.prototype
/** One answer for what is asked in the same words, of the same law. */
function once<T>({ law, query, means }: LawQuestion, asked: readonly unknown[], workOut: () => T): T {
  const { engine, nearMisses } = means
  return rememberedBy(known, law, JSON.stringify([query, engine, nearMisses, ...asked]), workOut) as T
}

/**
 * For a file of tests that compare how one answer is written (as text, CSV, workbook, page): its commands judge each
 * structure once, although each of them is asked for one format only.
 */
export function keepAnswers(): void {
  beforeAll(() => {
    LawQuestion.prototype.answer = function (text, identify, named = null, before) {
      return once(this, ['answer', text, identify, named], () => answer.call(this, text, identify, named, before))
    }
    LawQuestion.prototype.judgeOnEngine = function (result) {
      if (result.is !== 'unclear') return result
      const none = { is: 'open', screened: null, why: null } as const
      const found = once(this, ['engine', result.text], (): ScreenResult => {
        const own = judgeOnEngine.call(this, result)
        return own.is === 'open' ? none : own
      })
      return found === none || found.is === 'open' || found.is === 'unclear' ? judgeOnEngine.call(this, result) : found
    }
  })
  afterAll(() => void Object.assign(LawQuestion.prototype, { answer, judgeOnEngine }))
}
