import type { Tally } from '../batch/index.js'
import { count } from '../remembered.js'

const bounds = [0.005, 0.025, 0.1, 0.5, 2.5, 10] as const

interface Times {
  readonly counts: number[]
  sum: number
  count: number
}

/** Metrics in the Prometheus text format. They contain nothing about any structure. */
export class Metrics {
  readonly #requests = new Map<string, number>()
  readonly #times = new Map<string, Times>()
  readonly #rows = new Map<string, number>()
  open = 0

  request(route: string, status: number, seconds: number): void {
    count(this.#requests, `route="${route}",status="${status}"`, 1)
    const times = this.#times.get(route) ?? { counts: bounds.map(() => 0), sum: 0, count: 0 }
    this.#times.set(route, times)
    bounds.forEach((bound, i) => {
      if (seconds <= bound) times.counts[i]!++
    })
    times.sum += seconds
    times.count++
  }

  rows({ verdicts }: Tally): void {
    for (const [verdict, n] of Object.entries(verdicts)) count(this.#rows, `verdict="${verdict}"`, n)
  }

  text(more: {
    readonly replaced: number
    readonly memory: number
    readonly edition: string
    readonly version: string
  }): string {
    const of = (name: string, counts: ReadonlyMap<string, number>) =>
      [...counts].map(([labels, n]) => `${name}{${labels}} ${n}`)
    return [
      '# TYPE coverage_requests_total counter',
      ...of('coverage_requests_total', this.#requests),
      '# TYPE coverage_request_seconds histogram',
      ...[...this.#times].flatMap(([route, { counts, sum, count }]) => [
        ...counts.map((n, i) => `coverage_request_seconds_bucket{route="${route}",le="${bounds[i]}"} ${n}`),
        `coverage_request_seconds_bucket{route="${route}",le="+Inf"} ${count}`,
        `coverage_request_seconds_sum{route="${route}"} ${sum}`,
        `coverage_request_seconds_count{route="${route}"} ${count}`,
      ]),
      '# TYPE coverage_rows_total counter',
      ...of('coverage_rows_total', this.#rows),
      '# TYPE coverage_open_requests gauge',
      `coverage_open_requests ${this.open}`,
      '# TYPE coverage_threads_replaced_total counter',
      `coverage_threads_replaced_total ${more.replaced}`,
      '# TYPE process_resident_memory_bytes gauge',
      `process_resident_memory_bytes ${more.memory}`,
      '# TYPE coverage_info gauge',
      `coverage_info{edition="${more.edition}",version="${more.version}"} 1`,
      '',
    ].join('\n')
  }
}
