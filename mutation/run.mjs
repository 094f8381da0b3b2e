#!/usr/bin/env node
// npm run mutation -- ROOM [FILE ...]: breaks the code of a room in small ways, one at a time, and tells which ways no test notices.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { rooms } from './rooms.mjs'

const here = fileURLToPath(new URL('.', import.meta.url))
const [room, ...files] = process.argv.slice(2)
if (!Object.hasOwn(rooms, room ?? '')) {
  console.error(`usage: npm run mutation -- ROOM [FILE ...]; rooms: ${Object.keys(rooms).join(', ')}`)
  process.exit(2)
}
const run = (command, args, cwd, env = {}) => {
  const { status } = spawnSync(command, args, { cwd, stdio: 'inherit', env: { ...process.env, ...env } })
  if (status !== 0) process.exit(status ?? 1)
}
const stryker = `${here}node_modules/@stryker-mutator/core/bin/stryker.js`
if (!existsSync(stryker)) run('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], here)
run(process.execPath, [stryker, 'run', 'mutation/stryker.config.mjs'], `${here}..`, {
  ROOM: room,
  ...(files.length > 0 ? { FILES: files.join(',') } : {}),
})
