import { beforeAll, describe, expect, it } from 'vitest'
import { candidatesOf } from '../../src/matching/identity/candidate.js'
import { judge } from '../../src/matching/index.js'
import type { ListedFinding } from '../../src/matching/index.js'
import { drawn, type Drawn } from './edition.js'
import { generator } from './mutate.js'
import { startToolkit, type Toolkit } from './toolkit.js'
import { edition, law, reader } from '../support/law.js'

/**
 * A recorded substance is found however it is drawn.
 * @param every tests every n-th substance, and entry
 */
export function foundAgain(every: number): void {
  const some = drawn.filter((_, i) => i % every === 0)
  let toolkit: Toolkit
  beforeAll(async () => void (toolkit = await startToolkit()))

  function formsFound(text: string, substance: Drawn): readonly string[] | null {
    return reader.read(
      text,
      (structure) =>
        candidatesOf(structure, law).find((c) => c.records.some((k) => k.record.id === substance.id))?.forms ?? null,
    )
  }

  /** Substances that are no longer found when drawn by `draw`. */
  function missed(draw: (substance: Drawn) => string, form?: string): string[] {
    return some
      .filter((s) => {
        const forms = formsFound(draw(s), s)
        return forms === null || (form !== undefined && !forms.includes(form))
      })
      .map((s) => s.id)
  }

  // Substances that are ions, or counter-ions themselves, are not bases that could form a hydrochloride.
  const noBase = new Set(['hydrochloric-acid', 'sulfuric-acid', 'hydriodic-acid', 'diethylamine'])
  /** Nitrogen other than in a nitro group, a nitrite, a nitrile, an amide or a lactam (also in an aromatic ring). */
  const basic = (smiles: string) =>
    toolkit.has(smiles, '[#7;!$([#7](=O)=O);!$([#7+](=O)[O-]);!$([#7X2](=O)O);!$(N#*);!$([#7][#6,#15,#16]=[O,S])]')
  /** A record drawn as a particular salt is that salt, not another. */
  const certainSalt = new Set(drawn.filter((s) => s.key.ions !== null).map((s) => s.id))

  describe('every recorded substance is found again', () => {
    it('as drawn', () => expect(missed((s) => s.smiles)).toEqual([]))
    it('as a mol block, V2000', () => expect(missed((s) => toolkit.block(s.smiles, false))).toEqual([]))
    it('as a mol block with explicit hydrogens', () => expect(missed((s) => toolkit.block(s.smiles, true))).toEqual([]))
    it('as a mol block, V3000', () => expect(missed((s) => toolkit.block3000(s.smiles))).toEqual([]))
    it('as SMILES with its atoms in another order', () => {
      const random = generator(3)
      expect(missed((s) => toolkit.reordered(s.smiles, random))).toEqual([])
    })
    it('as a hydrochloride', () => {
      // A substance that is neither base nor acid is a mixture with the added acid: nothing without nitrogen is a
      // hydrochloride.
      const told = (s: Drawn) =>
        formsFound(`${s.smiles}.Cl`, s)?.find((form) => form === 'salt' || (form === 'mixture' && !basic(s.smiles)))
      const wrong = some.filter((s) => !noBase.has(s.id) && !certainSalt.has(s.id)).filter((s) => told(s) === undefined)
      expect(wrong.map((s) => s.id)).toEqual([])
    })
    it('as a hydrate', () => expect(missed((s) => `${s.smiles}.O`)).toEqual([]))
    it('as an isotopologue', () => {
      // A label on one ion of an inorganic salt is not one on the other, by which the salt is found.
      const ionsAlone = new Set(
        some.filter((s) => certainSalt.has(s.id) && !toolkit.has(s.smiles, '[#6]')).map((s) => s.id),
      )
      const wrong = missed((s) => toolkit.labelled(s.smiles), 'isotopologue')
      expect(wrong.filter((id) => !ionsAlone.has(id))).toEqual([])
    })
  })

  describe('the mirror image of every listed substance', () => {
    const days = (p: { from: string | null; in_force_by?: string | undefined }) => p.from ?? p.in_force_by!
    const mirror = (smiles: string) => smiles.replace(/@@?/g, (c) => (c === '@' ? '@@' : '@'))
    const byId = new Map(drawn.map((s) => [s.id, s]))
    const cases = edition.jurisdictions.flatMap(({ jurisdiction, lists }) =>
      lists.flatMap((list) =>
        list.entries.map((entry) => ({
          code: jurisdiction.code,
          list,
          entry,
          substance: byId.get(entry.substance),
          asOf: days(entry.periods.at(-1)!),
        })),
      ),
    )
    const excepted = (code: string, asOf: string) =>
      new Set(
        edition.jurisdictions
          .find((j) => j.jurisdiction.code === code)!
          .jurisdiction.exceptions.filter(
            (e) => (e.from === null || e.from <= asOf) && (e.until === null || asOf < e.until),
          )
          .map((e) => e.substance),
      )

    it('is covered if the words cover optical isomers or stereoisomers, and not otherwise', () => {
      const wrong: string[] = []
      for (const { code, list, entry, substance, asOf } of cases.filter((_, i) => i % every === 0)) {
        if (!substance || !/@/.test(substance.smiles)) continue
        const image = mirror(substance.smiles)
        const { findings, meso, outside } = reader.read(image, (structure) => ({
          findings: judge(structure, law, { asOf, jurisdictions: [code] }).jurisdictions[0]!.findings.filter(
            (f): f is ListedFinding => f.kind === 'listed' && f.list === list.id && f.substance === substance.id,
          ),
          meso: structure.inchikey === substance.inchikey,
          outside: candidatesOf(structure, law)[0]!.records.some(
            (k) =>
              k.identity.inchi === structure.identity(structure.molecule.components[0]!)?.inchi &&
              excepted(code, asOf).has(k.record.id),
          ),
        }))
        // The mirror image of a racemate is the substance itself: neither needs the words on isomers.
        if (meso || substance.racemic) continue
        const clause = list.scope.find(
          (s) => (s.from === null || asOf >= s.from) && (s.until === null || asOf < s.until),
        )
        const words = new Set(
          entry.periods.at(-1)!.extends_to ?? [...(clause?.extends_to ?? []), ...(clause?.on_condition ?? [])],
        )
        const reaches = ['optical isomers', 'stereoisomers', 'isomers'].some((w) => words.has(w as never)) && !outside
        const found = findings.some((f) => f.via.includes('optical isomer'))
        // If the image has its own entry on the list, that entry applies.
        const own = reader.read(image, (s) =>
          judge(s, law, { asOf, jurisdictions: [code] }).jurisdictions[0]!.findings.some(
            (f) => f.kind === 'listed' && f.substance !== substance.id,
          ),
        )
        if (found !== reaches && !(reaches && own))
          wrong.push(`${code} ${list.id} ${substance.id} on ${asOf}: ${found ? 'found' : 'not found'}`)
      }
      expect(wrong).toEqual([])
    })
  })
}
