#!/usr/bin/env node
// Looks for answers that differ and runs that break: npm run torture -- --minutes 10 --seed 7 --mode mutants
// Modes take turns; each gets an equal share of the time and its own random numbers. Exit code 1 if one found
// something.
import { readdirSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { seeded } from './random.js'

const folder = new URL('modes/', import.meta.url)
const all = await Promise.all(
  readdirSync(folder)
    .filter((file) => file.endsWith('.js'))
    .sort()
    .map((file) => import(new URL(file, folder))),
)
const known = all.map((mode) => mode.name).join(', ')
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '2' },
    seed: { type: 'string', default: '1' },
    mode: { type: 'string', multiple: true },
  },
})
const minutes = Number(values.minutes)
const seed = Number(values.seed)
const modes = values.mode ? all.filter((mode) => values.mode.includes(mode.name)) : all
if (!(minutes > 0) || !Number.isInteger(seed) || modes.length === 0) {
  console.error(`torture: --minutes needs a number above 0, --seed an integer, --mode one of ${known}`)
  process.exit(2)
}

/** Ctrl-C and SIGTERM end the run as its time limit does: with its counts. */
let stopped = false
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => (stopped = true))

/** Differences printed per mode; all are counted. */
const shown = 20
const share = (minutes * 60_000) / modes.length
let found = 0
for (const mode of modes) {
  const end = performance.now() + share
  let tried = 0
  let differences = 0
  const report = {
    /** Counts cases that were tried. */
    tried: (count) => (tried += count),
    /** Reports a case whose answers differ; `detail` is any JSON value. */
    difference: (what, detail) => {
      if (++differences <= shown) console.log(`${mode.name}: ${what}\n  ${JSON.stringify(detail)}`)
    },
    /** Reports why a mode cannot run here. */
    skip: (why) => console.log(`${mode.name}: left out (${why})`),
  }
  const begun = performance.now()
  try {
    await mode.run(seeded(seed), () => !stopped && performance.now() < end, report)
  } catch (error) {
    report.difference('the mode itself failed', { error: String(error?.stack ?? error) })
  }
  console.log(
    `${mode.name}: ${tried} tried, ${differences} different, ${((performance.now() - begun) / 1000).toFixed(0)} s, seed ${seed}`,
  )
  found += differences
}
process.exitCode = found > 0 ? 1 : 0
