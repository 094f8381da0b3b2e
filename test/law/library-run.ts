import { PassThrough } from 'node:stream'
import { main } from '../../src/cli/main.js'
import { withKeptReader } from '../support/kept-reader.js'

/** Runs one command line in this process, on a fixed day. */
export async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()]
  const text = { out: '', err: '' }
  stdout.on('data', (chunk: Buffer) => (text.out += chunk.toString()))
  stderr.on('data', (chunk: Buffer) => (text.err += chunk.toString()))
  const host = { stdin: new PassThrough(), stdout, stderr, env: {}, today: '2026-11-01' }
  const code = await withKeptReader(() => main(args, host))
  await new Promise((done) => setImmediate(done))
  return { code, ...text }
}
