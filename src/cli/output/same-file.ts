import { fstatSync, statSync, type BigIntStats } from 'node:fs'
import { resolve } from 'node:path'
import { CannotRun } from '../host.js'
import { partedRule } from '../law-files/parted-rule.js'
import type { Options } from '../options.js'
import { shippedEdition } from '../shipped.js'

/** Files that a command reads or writes, by their role: paths, or the descriptor of a stream that the shell opened. */
export type UsedFiles = Readonly<Record<string, Used | readonly Used[] | undefined>>
type Used = string | number

/** @throws {CannotRun} if an output file is also an input, under any name, or would be written twice */
export function checkOverwrites(read: UsedFiles, written: UsedFiles): void {
  const known = new Map<string, { readonly what: string; readonly file: Used }>()
  const eachOf = (files: UsedFiles) =>
    Object.entries(files).flatMap(([what, own]) =>
      [own ?? []].flat().map((file) => ({ what, file, keys: keysOf(file) })),
    )
  for (const used of eachOf(read)) for (const key of used.keys) known.set(key, used)
  for (const used of eachOf(written)) {
    const other = used.keys.map((key) => known.get(key)).find((found) => found !== undefined)
    if (other) {
      const isSame =
        other.file === used.file || (typeof other.file === typeof used.file && typeof used.file === 'number')
      const same = isSame ? '' : ` (${nameOf(other)} is the same file)`
      throw new CannotRun(`${nameOf(used)} is both ${other.what} and ${used.what}${same}; nothing was written`)
    }
    for (const key of used.keys) known.set(key, used)
  }
}

function nameOf({ what, file }: { readonly what: string; readonly file: Used }): string {
  return typeof file === 'string' ? file : what
}

/** Files that the law options name. The shipped edition counts if no other is given. */
export function lawFiles({
  edition = shippedEdition,
  against = [],
  rule = [],
  baseline,
  waivers,
}: Partial<Options>): UsedFiles {
  const rules = rule.map((given) => partedRule(given).file)
  return {
    baseline,
    waivers,
    'the edition': [edition, ...against],
    'a rule': rules,
    'the examples of a rule': rules.map((path) => path.replace(/\.json$/, '.examples.json')),
  }
}

/** Device and inode of a file, which all its names share, and its path if it does not exist yet. */
function keysOf(file: Used): string[] {
  const stat = statOf(file)
  const path = typeof file === 'string' ? [resolve(file)] : []
  if (stat === null) return path
  // On a file system without inode numbers, only the path identifies a file.
  return stat.isFile() ? (stat.ino === 0n && path.length > 0 ? path : [`${stat.dev}:${stat.ino}`]) : []
}

function statOf(file: Used): BigIntStats | null {
  try {
    return typeof file === 'string' ? statSync(file, { bigint: true }) : fstatSync(file, { bigint: true })
  } catch {
    return null
  }
}
