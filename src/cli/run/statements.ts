import { documentSink, type Sink } from '../../batch/index.js'
import type { Result } from '../../report/index.js'
import { namedCaveats } from '../output/jurisdiction-names.js'
import { pageAssets } from '../output/page-assets.js'
import type { WholeBatch } from './batch-page.js'

/** A sink that turns each row into a page to print. */
export async function statementSink(plain: Sink, { setup, runFile, law }: WholeBatch): Promise<Sink> {
  const { statementPage } = await import('../../report/html/index.js')
  const results: Result[] = []
  return documentSink<Result>(
    plain,
    (row) => void results.push(row),
    async () => statementPage(results, runFile, namedCaveats(law, setup.query), pageAssets()),
  )
}
