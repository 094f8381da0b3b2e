import type { Query } from '../../matching/index.js'
import { Service, type AnswerOptions } from '../../service/index.js'
import { lawOf } from '../law-files/law-file.js'
import { userRules } from '../law-files/user-rules.js'
import { queryOf, type LawChoice } from '../options.js'
import type { Host } from '../host.js'
import { runInfo } from '../output/run-info.js'
import { serviceThread } from '../paths.js'

interface Threading {
  readonly workers?: number
  /** Time limit for one structure, ms; no limit if omitted. */
  readonly rowMs?: number
}

interface Started extends LawChoice {
  readonly asOf?: string
}

export async function startService(
  options: Started & Threading,
  manner: AnswerOptions,
  host: Host,
): Promise<{ service: Service; query: Query }> {
  const own = await userRules(options.rule)
  const law = await own.over(await lawOf(options))
  const today = host.dayNow ?? (() => host.today)
  const preset = () => ({ query: queryOf(options, today(), own.ids), manner })
  const service = await Service.start({
    law,
    workers: options.workers ?? 1,
    thread: serviceThread,
    rowMs: options.rowMs ?? null,
    runOf: (query) => runInfo(law, query, own.ids),
    preset,
    today,
  })
  return { service, query: preset().query }
}
