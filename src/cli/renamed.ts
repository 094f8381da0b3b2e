import { ordinaryKinds, type Control } from '../law/index.js'
import { renamedWords } from '../report/index.js'
import { CannotRun, type Host } from './host.js'
import { manualFile } from './paths.js'

/** Commands of the edition before, and their new names. They still work. */
const commands: readonly (readonly [old: string, now: string])[] = [
  ['diff', 'compare'],
  ['lint-dataset', 'expect --lint'],
  ['rule explain', 'law show'],
  ['law compile', 'law edition compile'],
  ['law check-edition', 'law edition changes'],
  ['law verify-edition', 'law edition verify'],
  ['law sign-edition', 'law edition sign'],
]

/** Options of the edition before, by command, and what replaces them. */
const options: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  compare: {
    '--against-jurisdiction': '--against CODES',
    '--against-edition': '--against EDITION',
    '--first-seen-col': 'name the column first_seen',
    '--first-seen': 'name the column first_seen',
    '--must-not-cover': 'compare that file with --fail-on controlled',
  },
  check: {
    '--compact': '--json, which has caveats in full, or batch, whose rows have their ids',
    '--svg': '-o FILE.svg, beside which the answer is printed',
  },
  batch: {
    '--schema': 'none; rows on stdout have the facts of their run, and with -o or --run-info a file has them',
    '--shards': '--shard /N, with the part from the environment',
    '--log-json': '--log',
    '--stats': '--log, whose last line has them (screening)',
  },
  impact: {
    '--against': 'the libraries after the draft: coverage impact DRAFT LIBRARY...',
    '--draft-from': '--assume-from DAY',
    '--from-rows': '--rows FILES, without libraries',
    '--brief': '--format brief',
  },
  serve: {
    '--max-body': '--limit body=BYTES',
    '--max-rows': '--limit rows=N',
    '--max-open': '--limit open=N',
    '--host': '--port ADDRESS:PORT, as in 0.0.0.0:8080',
    '--row-ms': '--limit row-ms=N',
    '--token': 'COVERAGE_TOKEN in the environment, which other users of the machine cannot read',
  },
  law: {
    '--only': '--no-shipped',
    '--html': '-o FOLDER alone',
    '--hashes': '--all',
    '--limit': 'none; --json gives all',
    '--public-key': '--key FILE',
    '--source': 'none; name the file like the text, or write it into the drafts',
    '--signature': 'coverage law edition verify EDITION SIGNATURE',
  },
  rule: { '--only': '--no-shipped', '--title': 'none; write it into the draft' },
}

/** The command line with the new name of its command, which is said. @throws {CannotRun} for one that has gone */
export function withNewNames(args: readonly string[], host: Host): readonly string[] {
  if (args[0] === 'man') throw new CannotRun(renamedWords.man(manualFile))
  const renamed = commands.find(([old]) => old === args.slice(0, old.split(' ').length).join(' '))
  if (renamed) host.stderr.write(`coverage: ${renamedWords.command(...renamed)}\n`)
  const given = renamed ? [...renamed[1].split(' '), ...args.slice(renamed[0].split(' ').length)] : args
  const line = respelled(given, host)
  const end = line.indexOf('--')
  for (const arg of end < 0 ? line : line.slice(0, end)) {
    const name = arg.split('=', 1)[0]!
    const now = options[line[0] ?? '']?.[name]
    if (now !== undefined) throw new CannotRun(renamedWords.option(name, now))
  }
  return line
}

/** Options of the edition before that still work, by command, and what is written now. */
const spellings: readonly (readonly [command: string, old: string, ...now: string[]])[] = [
  ['pipe', '--run-info', '--run-info', '-'],
  ['law reconcile', '--explain', '--all'],
  ['rule new', '--rule', '--parent'],
]

/** Options that left out one kind of control, which `--kinds` does now. */
const leftOut: Readonly<Record<string, Control>> = {
  '--no-precursors': 'precursor',
  '--no-chemical-weapons': 'chemical weapon',
}

function respelled(line: readonly string[], host: Host): readonly string[] {
  const end = line.includes('--') ? line.indexOf('--') : line.length
  const kinds = ordinaryKinds.filter((kind) => !line.slice(0, end).some((arg) => leftOut[arg] === kind)).join()
  const [command, old, ...now] = spellings.find(([own]) => `${line.join(' ')} `.startsWith(`${own} `)) ?? []
  return line.flatMap((arg, i) => {
    const isKind = i < end && leftOut[arg] !== undefined
    // A file after the option is the new way.
    const isOld = i < end && arg === old && !(arg === now[0] && /^(?:-$|[^-])/.test(line[i + 1] ?? ''))
    if (!isKind && !isOld) return [arg]
    const words = isKind
      ? renamedWords.option(arg, `--kinds "${kinds}"`)
      : renamedWords.command(`${command} ${arg}`, `${command} ${now.join(' ')}`)
    host.stderr.write(`coverage: ${words}\n`)
    return isKind ? ['--kinds', kinds] : now
  })
}
