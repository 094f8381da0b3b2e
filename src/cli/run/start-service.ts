import type { Query } from '../../matching/index.js'
import { Service, type AnswerOptions } from '../../service/index.js'
import { askedLaw } from '../asked-law.js'
import { queryOf, type LawChoice, type Options } from '../options.js'
import type { Host } from '../host.js'
import { runInfo } from '../output/run-info.js'
import { serviceThread } from '../paths.js'

/** @param options.rowMs time limit for one structure, ms; no limit if omitted */
export async function startService(
  options: LawChoice & Pick<Options, 'workers'> & { readonly rowMs?: number },
  manner: AnswerOptions,
  host: Host,
): Promise<{ service: Service; query: Query }> {
  const { law, own } = await askedLaw(options, host)
  const today = host.dayNow ?? (() => host.today)
  const preset = () => ({ query: queryOf(options, today(), own), manner })
  const service = await Service.start({
    law,
    workers: options.workers ?? 1,
    thread: serviceThread,
    rowMs: options.rowMs ?? null,
    runOf: (query) => runInfo(law, query, own),
    preset,
    today,
  })
  return { service, query: preset().query }
}
