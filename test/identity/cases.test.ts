import { beforeAll, describe, expect, it } from 'vitest'
import { Reader } from '../../src/chem/index.js'
import { judge, type ListedFinding } from '../../src/matching/index.js'
import { links, positionalIsomers, type Case } from './cases.js'
import { law } from './edition.js'
import { stereo } from './forms.js'

let reader: Reader
beforeAll(async () => {
  reader = await Reader.start()
})

/** The finding a case speaks of: that of the substance named, or the first. */
function answer(c: Case) {
  const { findings } = reader.read(c.smiles, (s) => judge(s, law, { asOf: c.asOf, jurisdictions: [c.code] }).jurisdictions[0]!)
  const listed = findings.filter((f): f is ListedFinding => f.kind === 'listed')
  const chosen = listed.find((f) => f.substance === c.substance) ?? listed[0]
  return {
    verdict: chosen?.counts ?? 'uncontrolled',
    via: chosen ? [...chosen.via].sort() : null,
    substance: chosen?.substance ?? null,
    scoped: chosen ? chosen.scope !== null : false,
  }
}

describe.each([
  ['esters and ethers', links],
  ['positional isomers', positionalIsomers],
  ['stereo', stereo],
] as const)('%s', (_, cases) => {
  it.each(cases.map((c) => [`${c.code} ${c.asOf}: ${c.name}: ${c.verdict}`, c] as const))('%s', (__, c) => {
    expect(answer(c)).toEqual({ verdict: c.verdict, via: c.via && [...c.via].sort(), substance: c.substance, scoped: (c.via?.length ?? 0) > 0 })
  })
})
