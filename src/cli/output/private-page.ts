import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { appPage, pageFacts } from '../../report/documents.js'
import type { Edition } from '../../law/index.js'
import { shippedExamples } from '../shipped.js'
import { appScript, appStyle, judgeScript, meteredRdkit } from '../paths.js'
import { assetsOf, builtFile } from './page-assets.js'
import { version } from './run-info.js'

const zip = promisify(gzip)

/**
 * The interactive page, with the law of an edition and everything needed to judge by it.
 * @param isShipped whether it is the edition of this package, whose rules have the examples of this package
 * @throws {CannotRun} if the package was not built
 */
export async function privatePage(edition: Edition, isShipped: boolean): Promise<string> {
  const [law, examples, wasm, judge] = await Promise.all(
    [
      Buffer.from(JSON.stringify(edition)),
      isShipped ? builtFile(shippedExamples) : Buffer.from('{}'),
      builtFile(meteredRdkit),
      builtFile(judgeScript),
    ].map(packed),
  )
  return [
    ...appPage({
      facts: pageFacts(edition, version()),
      assets: assetsOf(appScript, appStyle),
      packed: { edition: law!, examples: examples!, wasm: wasm!, judge: judge! },
    }),
  ].join('')
}

async function packed(bytes: Buffer): Promise<string> {
  return (await zip(bytes, { level: 9 })).toString('base64')
}
