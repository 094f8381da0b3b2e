// What many laws take beside one: a batch with each law alone, and with all of them.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { batchInto } from './commands.js'
import { writeSample } from './corpus.js'

const sampled = 30_000
const rounds = 2
/** Recorded after the twelve for which a goal is told. */
const later = ['NO', 'CH', 'IT', 'PT']
/** Definitions that count only if they are asked for. */
const further = ['MPS', 'OECD']

export async function laws(table, corpus, folder) {
  const file = join(folder, 'laws.smi')
  const count = await writeSample(corpus, file, sampled)
  const { jurisdictions } = JSON.parse(readFileSync(new URL('../dist/edition.json', import.meta.url), 'utf8'))
  const recorded = jurisdictions.map(({ jurisdiction }) => jurisdiction.code)
  const codes = recorded.filter((code) => !further.includes(code)).sort()
  const twelve = codes.filter((code) => !later.includes(code))
  table.heading(`The first ${count} of them under each law alone and under all, one thread, without identifying`)
  const ours = batchInto(folder)
  const under = (some) => ours(file, '--workers', '1', '--identify', 'listed', '--jurisdiction', some.join())
  const [ofTwelve, ofAll] = [[], []]
  let last
  for (let round = 0; round < rounds; round++) {
    const alone = []
    for (const code of codes) alone.push(await under([code]))
    const usual = alone.reduce((sum, { seconds }) => sum + seconds, 0) / codes.length
    const few = await under(twelve)
    const all = await under(codes)
    ofTwelve.push(few.seconds / usual)
    ofAll.push(all.seconds / usual)
    last = { alone, all }
  }
  for (const [i, code] of codes.entries()) table.rate(`${code} alone`, count, last.alone[i])
  table.rate(`all ${codes.length}`, count, last.all)
  table.ratio(`time, ${twelve.length} laws to one`, ofTwelve, { most: 1.8 })
  table.ratio(`time, ${codes.length} laws to one`, ofAll, { most: 2.1 })
}
