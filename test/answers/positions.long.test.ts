import { describe, expect, test } from 'vitest'
import { LawQuestion } from '../../src/answers/index.js'
import { readyReader } from '../../src/chem/index.js'
import { openQuestions } from '../../src/law/index.js'
import {
  checkQuery,
  placesAsked,
  type Judgement,
  type JurisdictionResult,
  type Position,
  type Query,
} from '../../src/matching/index.js'
import { edition, law, reader, substanceOf } from '../support/law.js'

const asOf = '2026-09-01'
const ready = readyReader(() => Promise.resolve(reader))
const questions = openQuestions(edition.jurisdictions)
const places = new Set(questions.flatMap((q) => q.places.map(({ id }) => id)))

const askedOf = (query: Partial<Query>, engine: boolean) =>
  new LawQuestion(ready, law, { asOf, ...query }, { engine, expected: engine ? Infinity : 0 })

async function judged(smiles: string, query: Partial<Query>, by = askedOf(query, true)): Promise<Judgement> {
  const answer = await by.answer(smiles, 'none')
  if (answer.kind !== 'judged') throw new Error(answer.problem.message)
  return answer.judgement
}

async function inLaw(code: string, smiles: string, positions: readonly Position[]): Promise<JurisdictionResult> {
  return (await judged(smiles, { jurisdictions: [code], positions })).jurisdictions[0]!
}

const by = 'Legal, 2026-03'
const says = (question: string, answer: Position['answer'], more: Partial<Position> = {}): Position => ({
  question,
  answer,
  by,
  ...more,
})
const bupropion = 'CC(NC(C)(C)C)C(=O)c1cccc(Cl)c1'

describe('open questions of the records', () => {
  test('have an id each, and their places too', () => {
    const ids = questions.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(places.size).toBe(questions.flatMap((q) => q.places).length)
  })
  test('that several places ask are one', () => {
    const asked = (id: string) => questions.find((q) => q.id === id)?.places.length ?? 0
    expect(asked('de/medicine')).toBeGreaterThan(30)
    expect(asked('ca/derivatives')).toBeGreaterThan(35)
    expect(asked('de-npsg-1-phenethylamines-2025/ring-z')).toBe(1)
    // The same word for other questions.
    expect(asked('de/exocyclic')).toBe(0)
  })
  test('include every question for which a recorded substance is undecided', async () => {
    const asked = new LawQuestion(ready, law, { asOf }, { engine: true, expected: Infinity })
    const found = new Set<string>()
    for (const { smiles } of edition.substances.filter((_, i) => i % 20 === 0)) {
      const answer = smiles === null ? null : await asked.answer(smiles, 'none')
      if (answer?.kind !== 'judged') continue
      for (const j of answer.judgement.jurisdictions)
        for (const f of j.findings) placesAsked(f).map((p) => found.add(p))
    }
    asked.free()
    expect([...found].filter((place) => !places.has(place))).toEqual([])
    expect(found.size).toBeGreaterThan(20)
  })
})

describe('a position', () => {
  test('decides what the words leave open, and says so', async () => {
    expect(await inLaw('DE', bupropion, [says('de/medicine', 'not controlled')])).toMatchObject({
      verdict: 'uncontrolled',
      byWords: 'undecided',
      findings: [],
      positions: [{ question: 'de/medicine', answer: 'not controlled', by }],
    })
    expect(await inLaw('DE', bupropion, [says('de/medicine', 'controlled')])).toMatchObject({
      verdict: 'class',
      byWords: 'undecided',
      findings: [{ kind: 'class', counts: 'class', doubts: [] }],
    })
  })
  test('yes answers the question in its own words', async () => {
    // "... and so outside the act?"
    expect((await inLaw('DE', bupropion, [says('de/medicine', 'yes')])).verdict).toBe('uncontrolled')
    expect((await inLaw('DE', bupropion, [says('de/medicine', 'no')])).verdict).toBe('class')
  })
  test('on one place goes before that on the question', async () => {
    const all = says('de/medicine', 'controlled')
    const one = says('de-npsg-1-phenethylamines-2025/medicine', 'not controlled')
    expect((await inLaw('DE', bupropion, [one, all])).verdict).toBe('uncontrolled')
    expect((await inLaw('DE', bupropion, [all, one])).verdict).toBe('uncontrolled')
  })
  test('on one structure goes before that on all', async () => {
    const all = says('de/medicine', 'controlled')
    const one = says('de/medicine', 'not controlled', { inchikey: 'SNPPWIUOZRMYNY-UHFFFAOYSA-N' })
    expect((await inLaw('DE', bupropion, [all, one])).verdict).toBe('uncontrolled')
    expect((await inLaw('DE', bupropion, [{ ...one, inchikey: 'LNEPOXFFQSENCJ-UHFFFAOYSA-N' }, all])).verdict).toBe(
      'class',
    )
    expect(
      (await inLaw('DE', bupropion, [{ ...one, inchikey: 'LNEPOXFFQSENCJ-UHFFFAOYSA-N' }])).positions,
    ).toBeUndefined()
  })
  test('holds on its days', async () => {
    const held = (from: string, until: string) =>
      inLaw('DE', bupropion, [says('de/medicine', 'controlled', { from, until })])
    expect((await held('2026-09-01', '2026-09-02')).verdict).toBe('class')
    expect((await held('2026-08-01', '2026-09-01')).verdict).toBe('undecided')
    expect((await held('2026-09-02', '2027-01-01')).verdict).toBe('undecided')
  })
  test('says nothing of what the words decide', async () => {
    const fentanyl = substanceOf('fentanyl').smiles
    const plain = await judged(fentanyl, {})
    expect(await judged(fentanyl, { positions: [says('ca/derivatives', 'not controlled')] })).toEqual(plain)
  })
  test('answers words that no structure can decide, entries, mixtures and gaps', async () => {
    const answered = async (code: string, smiles: string, question: string) =>
      Promise.all(
        (['controlled', 'not controlled'] as const).map(
          async (answer) => (await inLaw(code, smiles, [says(question, answer)])).verdict,
        ),
      )
    const ephedrineWithParacetamol = `${substanceOf('ephedrine').smiles}.CC(=O)Nc1ccc(O)cc1`
    expect(await answered('EU', ephedrineWithParacetamol, 'eu/mixtures')).toEqual(['listed', 'uncontrolled'])
    const nitazene = 'CCN(CC)CCn1c(Cc2ccc(OCCC(C)C)cc2)nc2cc([N+](=O)[O-])ccc12'
    expect(await answered('EE', nitazene, 'ee-nitazenes')).toEqual(['class', 'uncontrolled'])
    expect(await answered('CA', 'O=C(CC)N(c1ccccc1)C1CCN(CCc2ccncc2)CC1', 'ca/derivatives')).toEqual([
      'class',
      'uncontrolled',
    ])
  })
  test('answers what a positional isomer is, and which forms words extend to', async () => {
    const verdicts = async (code: string, id: string, question: string) => {
      const { smiles } = substanceOf(id)
      const answers = ['controlled', 'not controlled'] as const
      return Promise.all(answers.map(async (answer) => (await inLaw(code, smiles, [says(question, answer)])).verdict))
    }
    const isomers = 'csa-schedule-1-hallucinogens/positional-'
    expect(await verdicts('US', '2-3-dimethylmethcathinone', `${isomers}alkyl`)).toEqual(['listed', 'uncontrolled'])
    expect(await verdicts('US', 'iso-3-cmc', `${isomers}core`)).toEqual(['listed', 'uncontrolled'])
    expect(await verdicts('US', '2-chloromethamphetamine', 'us/positional-not-defined')).toEqual([
      'listed',
      'uncontrolled',
    ])
    expect(await verdicts('CWC', 'sodium-cyanide', 'cwc-schedule-3/salts')).toEqual(['listed', 'uncontrolled'])
    // The other questions about isomers stay open.
    expect((await verdicts('US', 'iso-3-cmc', `${isomers}alkyl`))[0]).toBe('undecided')
  })
  test('gives the same with and without the engine', async () => {
    const positions = [
      says('ca/derivatives', 'controlled'),
      says('de/medicine', 'yes'),
      says('ee-cathinones', 'controlled'),
    ]
    const some = edition.substances.filter(({ smiles }, i) => smiles !== null && i % 150 === 7)
    const query = { positions, jurisdictions: ['CA', 'DE', 'EE'] }
    const [quick, full] = [askedOf(query, true), askedOf(query, false)]
    for (const { smiles, id } of some) {
      // Near misses are for --explain alone.
      const said = async (by: LawQuestion) =>
        (await judged(smiles!, query, by)).jurisdictions.map(({ nearMisses: _, ...rest }) => rest)
      expect(await said(quick), id).toEqual(await said(full))
    }
  })
})

describe('positions that are refused', () => {
  const check = (position: Position) => () => checkQuery(law, { asOf, positions: [position] })
  test('a question that the law does not ask', () => {
    expect(check(says('de/medicin', 'yes'))).toThrow('no open question de/medicin')
  })
  test('a yes to a question that has none', () => {
    expect(check(says('de-npsg-2-3-benzochromenols-2025/r4-place', 'yes'))).toThrow(/^no answer yes to/)
    expect(check(says('de-npsg-2-3-benzochromenols-2025/r4-place', 'controlled'))).not.toThrow()
  })
})
