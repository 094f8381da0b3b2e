#!/usr/bin/env node
// npm run mutation -- ROOM [FILE ...] [--sample N --seed S]: breaks the code of a folder in small ways, one at a time,
// and reports which ones no test notices.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { print } from './print.mjs'
import { rooms } from './rooms.mjs'

const here = fileURLToPath(new URL('.', import.meta.url))
const { values, positionals } = parseArgs({
  options: { sample: { type: 'string' }, seed: { type: 'string', default: '1' } },
  allowPositionals: true,
})
const [room, ...files] = positionals
if (!Object.hasOwn(rooms, room ?? '')) {
  console.error(
    `usage: npm run mutation -- ROOM [FILE ...] [--sample N] [--seed S]; rooms: ${Object.keys(rooms).join(', ')}`,
  )
  process.exit(2)
}
const run = (command, args, cwd, env = {}) => {
  const { status } = spawnSync(command, args, { cwd, stdio: 'inherit', env: { ...process.env, ...env } })
  if (status !== 0) process.exit(status ?? 1)
}
const stryker = `${here}node_modules/@stryker-mutator/core/bin/stryker.js`
if (!existsSync(stryker)) run('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], here)
const { sample, seed } = values
run(process.execPath, [stryker, 'run', 'mutation/stryker.config.mjs'], `${here}..`, {
  ROOM: room,
  ...(files.length > 0 ? { FILES: files.join(',') } : {}),
  ...(sample ? { SAMPLE: sample, SEED: seed } : {}),
})
print(`${here}reports/${sample ? `${room}-${seed}` : room}.json`)
