import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { recorded } from '../law.js'
import { pick } from '../random.js'

/**
 * Damaged and hostile files of every format: rows or a clear error, in bounded time and memory, without internal
 * details of the program.
 */
export const name = 'files'

const main = new URL('../../dist/cli/main.js', import.meta.url).href
const mostKb = 600_000
const mostSeconds = 60

export async function run(random, untilDeadline, report) {
  const folder = mkdtempSync(join(tmpdir(), 'coverage-files-'))
  try {
    for (let round = 0; untilDeadline(); round++) {
      const [format, text] = pick(random, writers)(random)
      const bytes = damaged(random, Buffer.from(text))
      const zipped = random() < 0.2
      const path = join(folder, `in.${format}${zipped ? '.gz' : ''}`)
      writeFileSync(path, zipped ? damaged(random, gzipSync(bytes)) : bytes)
      const { code, kb, seconds, err } = await judged(path)
      const what =
        code !== 0 && code !== 2 && code !== 3
          ? `ended with ${code}`
          : kb > mostKb
            ? `${kb} KB`
            : seconds > mostSeconds
              ? `${seconds} s of processor time`
              : null
      if (what !== null || /\n\s+at /.test(err))
        report.difference(`${format}: ${what ?? 'a stack trace'}`, {
          round,
          bytes: bytes.length,
          head: bytes.subarray(0, 200).toString('latin1'),
          err: err.slice(0, 500),
        })
      report.tried(1)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Short lines of characters with a meaning to some reader, including recorded structures. */
function signs(random, alphabet, most) {
  return Array.from({ length: Math.floor(random() ** 3 * most) }, () =>
    random() < 0.02 ? pick(random, recorded) : pick(random, alphabet),
  ).join('')
}

const most = 200_000
const repeated = (random, unit) => unit.repeat(Math.floor((random() ** 2 * 1_000_000) / unit.length))
const block = 'm\n  test\n\n  1  0  0  0  0  0  0  0  0  0999 V2000\n    0.0000    0.0000    0.0000 C   0  0\nM  END\n'
const writers = [
  (random) => [
    'csv',
    `smiles,id\n${signs(random, ['"', '""', ',', '\n', '\r', 'C', '"\n', ',"', '\t', '=', '\u001b'], most)}\n`,
  ],
  (random) => [
    'csv',
    `smiles,id\n${repeated(random, pick(random, ['"a\n', 'x","y\n', '"\n', ',', '\n', '"",', '\r']))}\n`,
  ],
  (random) => ['csv', `smiles${repeated(random, pick(random, [',', ',a', ',"b"']))}\nCC\n`],
  (random) => ['tsv', `smiles\tid\n${signs(random, ['"', '\t', '\n', 'C', 'N'], most)}\n`],
  (random) => ['smi', signs(random, ['\n', '\r', ' ', '|', 'C', '[', ']', '(', ')', '1', '%', '\u0000', '#'], most)],
  (random) => ['smi', repeated(random, pick(random, ['\n', '\r', 'C\r', 'C', 'C(', 'C1', '[', ' \n']))],
  (random) => [
    'sdf',
    `${block}${signs(random, ['>', '<', ' ', '\n', '$$$$\n', 'M  END\n', '> <a>\nb\n\n', block], most / 4)}`,
  ],
  (random) => [
    'sdf',
    `${block}${repeated(random, pick(random, ['>', '><', '\n', '> <x>\n\n', '$$$$\n', 'M  END\n']))}`,
  ],
  (random) => [
    'ndjson',
    `{"smiles":"CC"}\n${signs(random, ['{', '}', '[', ']', '"', ':', ',', '\n', '{"smiles":"C"}\n', '{"smiles":', '\\u0000'], most)}`,
  ],
  (random) => [
    'ndjson',
    `{"smiles":"CC"}\n{"smiles":"C","x":${repeated(random, pick(random, ['[', '{"a":', '[[],', '"a",']))}\n{"smiles":"C"}\n`,
  ],
  (random) => {
    const depth = Math.floor(random() * 20_000)
    return ['ndjson', `{"smiles":"C","x":${'['.repeat(depth)}${']'.repeat(depth)}}\n{"smiles":"C"}\n`]
  },
  (random) => [
    'parquet',
    `PAR1${signs(random, ['\u0000', '\u0015', '\u0019', '\u001c', '\u007f', 'smiles'], 5000)}PAR1`,
  ],
]

/** In half of the cases a few bytes are changed, or the end is lost. */
function damaged(random, bytes) {
  if (random() < 0.5 || bytes.length === 0) return bytes
  const out = Buffer.from(bytes)
  for (let i = 0; i < 5; i++) out[Math.floor(random() * out.length)] = Math.floor(random() * 256)
  return random() < 0.5 ? out : out.subarray(0, Math.floor(random() * out.length))
}

/** Peak memory is that of the process itself: on Linux `maxRSS` starts at the size of the parent. */
function judged(path) {
  const args = ['batch', path, '-j', 'US', '--workers', '1', '--quiet', '--format', 'ndjson', '-o', `${path}.out`]
  const script = `const { main } = await import(${JSON.stringify(main)}); const code = await main(${JSON.stringify(args)}); const { readFileSync } = await import('node:fs'); const { userCPUTime } = process.resourceUsage(); const kb = Number(/VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]); console.log(JSON.stringify({ code, kb, seconds: userCPUTime / 1e6 }))`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'pipe'] })
  let [out, err] = ['', '']
  child.stdout.on('data', (part) => (out += part))
  child.stderr.on('data', (part) => (err += part))
  return new Promise((resolve) =>
    child.on('close', (code, signal) => {
      rmSync(`${path}.out`, { force: true })
      rmSync(`${path}.out.journal`, { force: true })
      const told = out.trim().split('\n').at(-1)
      resolve(
        told?.startsWith('{')
          ? { ...JSON.parse(told), err }
          : { code: code === 0 ? 'no word' : (code ?? signal), kb: 0, seconds: 0, err },
      )
    }),
  )
}
