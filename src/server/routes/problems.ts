import { httpWords } from '../../report/words/http-words.js'
import { problem } from '../problem.js'

/** Error responses of a route. */
export function problems(...statuses: readonly number[]) {
  const titles = Object.values(httpWords.problems)
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      {
        description: titles.find((one) => one.status === status)?.title ?? '',
        content: { 'application/problem+json': { schema: problem } },
      },
    ]),
  )
}
