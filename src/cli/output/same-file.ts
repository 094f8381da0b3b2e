import { fstatSync, statSync, type BigIntStats } from 'node:fs'
import { resolve } from 'node:path'
import { CannotRun } from '../cannot-run.js'
import { shippedEdition } from '../paths.js'

/** A file that a command reads or writes, and its role. */
export interface UsedFile {
  readonly what: string
  /** Null for a stream that the shell opened: then `descriptor` identifies it. */
  readonly path: string | null
  readonly descriptor?: number
}

/** @throws {CannotRun} if an output file is also an input, under any name, or would be written twice */
export function checkOverwrites(read: readonly UsedFile[], written: readonly UsedFile[]): void {
  const known = new Map<string, UsedFile>()
  for (const used of read) for (const key of keysOf(used)) known.set(key, used)
  for (const used of written) {
    for (const key of keysOf(used)) {
      const other = known.get(key)
      if (other)
        throw new CannotRun(
          `${used.path ?? used.what} is both ${other.what} and ${used.what}${other.path === used.path ? '' : ` (${other.path ?? other.what} is the same file)`}; nothing was written`,
        )
    }
    for (const key of keysOf(used)) known.set(key, used)
  }
}

/** Files that the law options name. The shipped edition counts if no other is given. */
export function lawFiles({
  edition,
  rule,
}: {
  readonly edition?: string | undefined
  readonly rule?: readonly string[] | undefined
}): UsedFile[] {
  const rules = (rule ?? []).map((given) => given.replace(/^[A-Za-z]{2,4}=/, ''))
  return [
    { what: 'the edition', path: edition ?? shippedEdition },
    ...rules.flatMap((path) => [
      { what: 'a rule', path },
      { what: 'the examples of a rule', path: path.replace(/\.json$/, '.examples.json') },
    ]),
  ]
}

export function outputOf(path: string | undefined): UsedFile[] {
  return path === undefined ? [] : [{ what: 'output', path }]
}

/** Device and inode of a file, which all its names share, and its path if it does not exist yet. */
function keysOf({ path, descriptor }: UsedFile): string[] {
  const stat = statOf(path, descriptor)
  if (stat === null) return path === null ? [] : [resolve(path)]
  // On a file system without inode numbers, only the path identifies a file.
  return stat.isFile() ? (stat.ino === 0n && path !== null ? [resolve(path)] : [`${stat.dev}:${stat.ino}`]) : []
}

function statOf(path: string | null, descriptor: number | undefined): BigIntStats | null {
  try {
    return path !== null
      ? statSync(path, { bigint: true })
      : descriptor === undefined
        ? null
        : fstatSync(descriptor, { bigint: true })
  } catch {
    return null
  }
}
