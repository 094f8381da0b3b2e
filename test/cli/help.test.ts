import { Command } from 'commander'
import { expect, test } from 'vitest'
import { commandsFor } from '../../src/cli/commands.js'
import type { Host } from '../../src/cli/host.js'
import { examples } from '../../src/cli/help-examples.js'
import { run } from './fake-host.js'

test('every command has examples, and its help shows them', async () => {
  const names = async (path: readonly string[]): Promise<string[]> => {
    const { out } = await run([...path, '--help'])
    const below = [...(out.split(/\n(?:Check|Commands|Read the records):\n/)[1] ?? '').matchAll(/^ {2}([a-z-]+)/gm)]
      .map((m) => m[1]!)
      .filter((name) => name !== 'help')
    return below.length === 0
      ? [path.join(' ')]
      : (await Promise.all(below.map((name) => names([...path, name])))).flat()
  }
  const all = await names([])
  expect(all.sort()).toEqual(Object.keys(examples).sort())
  for (const path of all) {
    const { out, code } = await run([...path.split(' '), '--help'])
    expect(code).toBe(0)
    expect(out).toContain(`  ${examples[path]![0]![0]}\n`)
  }
})

/** A command is a first word; the words below `law` and `rule` are its subcommands. `--x` and `--no-x` are one option. */
test('at most 22 commands, and 56 names of options over all of them', async () => {
  const program = new Command('coverage')
  for (const add of await commandsFor()) add(program, {} as Host, () => {})
  // What shells ask is no command of users.
  const seen = (command: Command) =>
    command
      .createHelp()
      .visibleCommands(command)
      .filter((c) => c.name() !== 'help')
  const all = (command: Command): Command[] => [command, ...seen(command).flatMap(all)]
  const names = all(program).flatMap((c) => c.options.map((o) => o.long!.replace(/^--no-/, '--')))
  expect(seen(program).length).toBeLessThanOrEqual(22)
  expect(all(program).filter((c) => c.commands.length === 0).length).toBeLessThanOrEqual(34)
  expect([...new Set(names)].sort().length).toBeLessThanOrEqual(56)
})

test('the help of a command fits 40 lines of 80 columns; --all shows the rest', async () => {
  for (const group of ['law', 'rule']) {
    const { out } = await run([group, '--help'], { columns: 80 })
    expect(out.split('\n').length - 1, group).toBeLessThanOrEqual(40)
  }
  for (const path of Object.keys(examples)) {
    const { out } = await run([...path.split(' '), '--help'], { columns: 80 })
    expect(out.split('\n').length - 1, path).toBeLessThanOrEqual(40)
    const { out: whole } = await run([...path.split(' '), '--help', '--all'], { columns: 80 })
    const more = Number(/^(\d+) more options: coverage .* --help --all$/m.exec(out)?.[1] ?? 0)
    const options = (text: string) => text.match(/^ {2}(-\w, )?--[a-z-]+/gm)!.length
    expect(options(whole) - options(out), path).toBe(more)
  }
  const { out } = await run(['batch', '--help'])
  expect(out).toMatch(/^ {2}--format <format> +what to write: ndjson, csv, xlsx/m)
})

test('help groups the commands', async () => {
  const { out } = await run(['--help'])
  const groups = [...out.matchAll(/^([A-Z][a-z]+):$/gm)].map((m) => m[1])
  expect(groups).toEqual(['Options', 'Check', 'Compare', 'Test', 'Law', 'Interfaces'])
})
