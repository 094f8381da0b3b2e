import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { CannotRun } from '../../host.js'

/** Where Debian's libopsin-java installs the OPSIN command line. */
const debian = '/usr/share/java/opsin-cli.jar'

/**
 * Reads systematic names with OPSIN (Lowe et al., an independent reader of chemical nomenclature): one SMILES per name,
 * null if OPSIN cannot read it. Needs libopsin-java and a Java runtime; OPSIN_JAR names another location.
 * @throws {CannotRun} saying what to install, if one of them is missing
 */
export function readNames(
  names: readonly string[],
  env: Readonly<Record<string, string | undefined>> = process.env,
): (string | null)[] {
  const jar = env['OPSIN_JAR'] ?? debian
  if (!existsSync(jar))
    throw new CannotRun(
      `${jar} is missing. Install OPSIN: apt-get install libopsin-java default-jre-headless (or set OPSIN_JAR)`,
    )
  // Without the optimizing compiler, which takes longer than it saves on a few thousand names.
  const run = spawnSync('java', ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-jar', jar, '-osmi'], {
    input: `${names.map((name) => name.replace(/\s+/g, ' ')).join('\n')}\n`,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
  if (run.error)
    throw new CannotRun(`java cannot be run (${run.error.message}). Install it: apt-get install default-jre-headless`)
  const lines = run.stdout.split('\n').slice(0, names.length)
  if (run.status !== 0 || lines.length !== names.length)
    throw new CannotRun(`OPSIN gave ${lines.length} lines for ${names.length} names: ${run.stderr.slice(0, 500)}`)
  return lines.map((line) => (line === '' ? null : line))
}
