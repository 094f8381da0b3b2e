import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { appPage, pageFacts } from '../../report/documents.js'
import { CannotRun } from '../host.js'
import type { Edition } from '../../law/index.js'
import { appScript, appStyle, judgeScript, meteredRdkit, shippedExamples } from '../paths.js'
import { assetsOf } from './page-assets.js'
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
      isShipped ? fileAt(shippedExamples) : Buffer.from('{}'),
      fileAt(meteredRdkit),
      fileAt(judgeScript),
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

function fileAt(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch {
    throw new CannotRun(`there is no ${path}; build the package with: npm run build`)
  }
}
