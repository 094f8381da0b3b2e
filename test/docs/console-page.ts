import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { run } from '../cli/fake-host.js'

export const root = new URL('../../', import.meta.url)
const block = /^```console\n\$ coverage ([^\n]*)\n([\s\S]*?)^```$/gm

export function hasCommands(page: string): boolean {
  return readFileSync(new URL(page, root), 'utf8').match(block) !== null
}

/** Runs the commands of a page one after another. */
export function showsWhatItsCommandsWrite(page: string): void {
  test(`${page} shows what its commands write (vitest -u refreshes it)`, async () => {
    const text = readFileSync(new URL(page, root), 'utf8')
    const shown = new Map<string, string>()
    for (const [, command] of text.matchAll(block)) shown.set(command!, await transcript(command!))
    const fresh = text.replace(
      block,
      (_, command: string) => `\`\`\`console\n$ coverage ${command}\n${shown.get(command)}\`\`\``,
    )
    await expect(fresh).toMatchFileSnapshot(fileURLToPath(new URL(page, root)))
  })
}

/**
 * Both streams, and the exit code unless it is 0. The hash of the law data, which means nothing to a reader, is
 * omitted, as is the number of recorded substances.
 */
async function transcript(command: string): Promise<string> {
  const args = [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!)
  const { code, out, err } = await run(args, { today: '2026-09-01' })
  const text = `${out}${err}`
    .replace(/[0-9a-f]{64}|(?<=sha256 )[0-9a-f]{12}|(?<=edition \S+ )[0-9a-f]{7,12}\b/g, '...')
    .replace(/(?<=of )[\d,]+(?= recorded substances)/g, '...')
    // A slow machine also logs progress.
    .replace(/^(?:\d+% +)?\d[\d,]* done, .*\n/gm, '')
  return `${text.replace(/[ \t\r]+$/gm, '').replace(/\n*$/, '\n')}${code === 0 ? '' : `(exit code ${code})\n`}`
}
