import { existsSync, lstatSync, readlinkSync, renameSync, rmSync, statSync, writeFile } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { promisify } from 'node:util'
import { FileProblem } from '../input/file-problem.js'

const mostLinks = 40

/**
 * A file that appears complete or not at all: `path` is where to write until it is complete, and `keep` moves it into
 * place. A device or pipe is written to as it is.
 */
export function wholeFile(output: string) {
  if (!isRegular(output)) return { path: output, keep: () => {}, drop: () => {} }
  const path = partialPath(output)
  return {
    path,
    keep: () => renameSync(path, destinationOf(output)),
    drop() {
      try {
        rmSync(path, { force: true })
      } catch {
        // The error that led here says more.
      }
    },
  }
}

/** @throws {FileProblem} if it cannot be written */
export async function writeWhole(output: string, text: string, flush = false): Promise<void> {
  const file = wholeFile(output)
  try {
    await promisify(writeFile)(file.path, text, { flush } as never)
    file.keep()
  } catch (error) {
    file.drop()
    throw new FileProblem(output, `cannot be written (${(error as Error).message})`)
  }
}

/** Where an output is written until it is complete: next to the file that a link leads to. */
export function partialPath(output: string): string {
  const destination = destinationOf(output)
  return /\.gz$/i.test(output) ? `${destination}.partial.gz` : `${destination}.partial`
}

/** Devices and pipes can be neither cut back nor replaced; a file that does not exist yet can be. */
export function isRegular(path: string): boolean {
  return !existsSync(path) || statSync(path).isFile()
}

/** The file that a path leads to, also if it does not exist yet: renaming over a link would replace the link. */
function destinationOf(path: string): string {
  let at = path
  for (let links = 0; links < mostLinks; links++) {
    if (!lstatSync(at, { throwIfNoEntry: false })?.isSymbolicLink()) return at
    at = resolve(dirname(at), readlinkSync(at))
  }
  return path
}
