import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** Where Debian's libopsin-java puts the command line of OPSIN; OPSIN_JAR names another place. */
const jar = process.env['OPSIN_JAR'] ?? '/usr/share/java/opsin-cli.jar'

/**
 * Reads systematic names with OPSIN (Lowe et al., an independent reader of chemical nomenclature).
 * One SMILES for each name, null where OPSIN cannot read it. Needs libopsin-java and a Java runtime.
 * @throws {Error} saying what to install, where one of them is missing
 */
export function readNames(names: readonly string[]): (string | null)[] {
  if (!existsSync(jar))
    throw new Error(
      `${jar} is missing. Install OPSIN: apt-get install libopsin-java default-jre-headless (or set OPSIN_JAR)`,
    )
  const run = spawnSync('java', ['-jar', jar, '-osmi'], {
    input: `${names.join('\n')}\n`,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
  if (run.error)
    throw new Error(`java cannot be run (${run.error.message}). Install it: apt-get install default-jre-headless`)
  const lines = run.stdout.split('\n').slice(0, names.length)
  if (run.status !== 0 || lines.length !== names.length)
    throw new Error(`OPSIN gave ${lines.length} lines for ${names.length} names: ${run.stderr.slice(0, 500)}`)
  return lines.map((line) => (line === '' ? null : line))
}
