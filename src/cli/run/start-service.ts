import { Reader } from '../../chem/index.js'
import type { Query } from '../../matching/index.js'
import { Service, type Manner } from '../../service/service.js'
import { lawOf } from '../law-files/law-file.js'
import { ownRules } from '../law-files/own-rules.js'
import type { LawChoice } from '../options.js'
import { runInfo } from '../output/run-info.js'
import { serviceThread } from '../paths.js'

interface Threading {
  readonly workers?: number
  /** How long one structure may take, ms; without a limit where it is left out. */
  readonly rowMs?: number
}

/** Starts the threads that answer for a door. @param queryOf the usual question; it is asked again when a day has passed */
export async function startService(
  options: LawChoice & Threading,
  manner: Manner,
  queryOf: (ownRules: readonly string[]) => Query,
): Promise<{ service: Service; query: Query; rules: readonly string[] }> {
  const own = await ownRules(options.rule)
  const shipped = await lawOf(options)
  const law = own.ids.length > 0 ? own.over(shipped, await Reader.start()) : shipped
  const usual = () => ({ query: queryOf(own.ids), manner })
  const service = await Service.start({
    law,
    workers: options.workers ?? 1,
    thread: serviceThread,
    rowMs: options.rowMs ?? null,
    runOf: (query) => runInfo(law, query, own.ids),
    usual,
  })
  return { service, query: usual().query, rules: own.ids }
}
