import { httpWords } from '../../report/index.js'
import { problem } from '../problem.js'

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
