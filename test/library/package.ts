import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../', import.meta.url))

/** A project in which the package is installed. */
export class Project {
  readonly folder = mkdtempSync(join(tmpdir(), 'coverage-library-'))

  constructor() {
    mkdirSync(join(this.folder, 'node_modules'))
    symlinkSync(root, join(this.folder, 'node_modules/analogue-coverage'), 'dir')
    writeFileSync(join(this.folder, 'package.json'), '{ "type": "module" }')
  }

  write(name: string, text: string): string {
    const path = join(this.folder, name)
    writeFileSync(path, text)
    return path
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }
}

export const page = readFileSync(join(root, 'docs/library.md'), 'utf8')

/** The example of the page for a browser. */
export function browserExample(): string {
  const found = /^```js browser\n([\s\S]*?)^```$/m.exec(page)
  if (!found) throw new Error('docs/library.md has no example for a browser')
  return found[1]!
}
