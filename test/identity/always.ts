import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { assess, judge, type Judgement } from '../../src/matching/index.js'
import type { CounterIon } from '../../src/law/index.js'
import { drawn, type Drawn } from './edition.js'
import { generator, mutated } from './mutate.js'
import { startToolkit, type Toolkit } from './toolkit.js'
import { law, reader } from '../support/law.js'

/**
 * Properties of any structure and text, tested on random ones.
 * @param share 1 tests all of them, 10 a tenth
 */
export function always(share: number): void {
  let toolkit: Toolkit
  beforeAll(async () => void (toolkit = await startToolkit()))

  const counterIons = JSON.parse(
    readFileSync(fileURLToPath(new URL('../../data/counterions.json', import.meta.url)), 'utf8'),
  ) as CounterIon[]
  const day = { asOf: '2025-01-15' }
  const undated = { ...day, undated: true } as const
  /** The same on every machine; a failure prints the seed and the smallest example. */
  const runs = { seed: 20251120, numRuns: 120 / share }

  const substance = fc.constantFrom(...drawn)
  const seed = fc.integer({ min: 1, max: 1_000_000 })
  const ion = fc.constantFrom(...counterIons)

  /** The part of an answer that must not depend on the drawing. */
  const said = ({ jurisdictions }: Judgement) =>
    jurisdictions.map((j) => [
      j.code,
      j.verdict,
      j.findings
        .flatMap((f) => (f.kind === 'listed' ? [`${f.list} ${f.substance} ${f.counts} ${f.via.join()}`] : [f.kind]))
        .sort(),
    ])
  const judged = (text: string) => said(reader.read(text, (s) => judge(s, law, undated)))
  const forms = (text: string, { id }: Drawn) =>
    reader
      .read(text, (s) => judge(s, law, undated))
      .jurisdictions.flatMap((j) => j.findings)
      .flatMap((f) => (f.kind === 'listed' && f.substance === id ? [f.via] : []))

  describe('whatever the drawing', () => {
    it('the order of the atoms changes nothing', () => {
      fc.assert(
        fc.property(
          substance,
          seed,
          ({ smiles }, n) => void expect(judged(toolkit.reordered(smiles, generator(n)))).toEqual(judged(smiles)),
        ),
        runs,
      )
    })

    it('nor does a mol block, V2000 or V3000, with or without hydrogens', () => {
      const block = fc.constantFrom<(smiles: string) => string>(
        (s) => toolkit.block(s, false),
        (s) => toolkit.block(s, true),
        (s) => toolkit.block3000(s),
      )
      fc.assert(
        fc.property(substance, block, ({ smiles }, draw) => void expect(judged(draw(smiles))).toEqual(judged(smiles))),
        runs,
      )
    })

    it('nor does the order of the components', () => {
      fc.assert(
        fc.property(
          substance,
          ion,
          (s, beside) =>
            void expect(judged(`${beside.smiles}.${s.smiles}`)).toEqual(judged(`${s.smiles}.${beside.smiles}`)),
        ),
        runs,
      )
    })
  })

  describe('whatever the other components', () => {
    it('an acid makes a salt of a neutral substance, or a mixture with anything but a base: reported as such, and on no list that does not name the substance', () => {
      const neutral = drawn.filter(
        (s) =>
          !s.smiles.includes('.') &&
          s.key.ions === null &&
          !/[+-]\d?\]/.test(s.smiles) &&
          !law.counterIonSkeletons.has(s.key.skeleton),
      )
      const acids = counterIons.filter(
        (i) => i.kind === 'counter-ion' && /^(hydrogen (chloride|bromide|iodide)|.* acid)$/.test(i.name),
      )
      fc.assert(
        fc.property(fc.constantFrom(...neutral), fc.constantFrom(...acids), (s, acid) => {
          const plain = forms(s.smiles, s).length
          fc.pre(plain > 0)
          const salts = forms(`${s.smiles}.${acid.smiles}`, s)
          expect(salts.length).toBeLessThanOrEqual(plain)
          for (const via of salts) expect(via.some((v) => v === 'salt' || v === 'mixture')).toBe(true)
        }),
        runs,
      )
    })

    it('isotopes at any carbons are reported and lose no listing', () => {
      const carbonic = drawn.filter((s) => !s.smiles.includes('.') && /c|C(?![a-z])/.test(s.smiles))
      fc.assert(
        fc.property(fc.constantFrom(...carbonic), fc.array(fc.nat(), { minLength: 1, maxLength: 4 }), (s, places) => {
          const plain = forms(s.smiles, s)
          const found = forms(toolkit.carbon13(s.smiles, places), s)
          expect(found.length).toBe(plain.length)
          for (const via of found) expect(via).toContain('isotopologue')
        }),
        runs,
      )
    })
  })

  describe('whatever the text', () => {
    const answered = async (text: string) => {
      await reader.ready()
      const assessed = assess(reader, law, text, day, { identify: 'controlled' })
      expect(['judged', 'unreadable']).toContain(assessed.kind)
      if (assessed.kind === 'unreadable') expect(assessed.problem.message).not.toBe('')
    }

    it('any string is judged or unreadable with a reason', async () => {
      await fc.assert(fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 80 }), answered), {
        ...runs,
        numRuns: 1000 / share,
      })
    })

    it('any mixture of SMILES characters is judged or unreadable with a reason', async () => {
      const characters = fc.string({
        unit: fc.constantFrom(...'CNOPSFIBcnos()[]=#$:.-+/\\@%0123456789*~>|&rHlNaKg'),
        maxLength: 60,
      })
      await fc.assert(fc.asyncProperty(characters, answered), { ...runs, numRuns: 2000 / share })
    })

    it('records changed at random, with an extension block, are judged or unreadable with a reason', async () => {
      const smiles = drawn.map((s) => s.smiles)
      const block = fc.string({ unit: fc.constantFrom(...'|&or12345,:$;()wUDSgmLN '), maxLength: 25 })
      await fc.assert(
        fc.asyncProperty(seed, block, (n, extension) => answered(`${mutated(generator(n), smiles)} |${extension}|`)),
        { ...runs, numRuns: 500 / share },
      )
    })
  })
}
