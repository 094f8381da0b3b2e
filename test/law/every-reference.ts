import type { Records } from '../../src/law/index.js'
import { always, halogen, listOf, methyl, recordsOf, ruleOf } from '../support/records.js'

/** What each reference of the scenario names. */
export const right = {
  medicine: 'ethanol',
  entry: 'amphetamine',
  question: 'ethanol',
  entryAct: 'act-1',
  exception: 'ethanol',
  gap: 'XX',
  parent: 'ethanol',
  ruleAct: 'act-1',
  leavesOut: 'ethanol',
  leavesOutRule: 'xx-rule',
  reading: 'ethanol',
  named: 'ethanol',
  fits: 'ethanol',
  misses: 'ethanol',
  unsettled: 'ethanol',
  by: 'a',
  near: 'a',
  hangsOn: 'r',
  examplesOf: 'xx-rule',
  meets: 'a',
  needs: 'a',
  clauseSite: 'ring',
  siteParent: 'alkyl',
  term: 'alkyl',
  termReading: 'r',
  except: 'halogen',
  further: 'halogen',
  ownFurther: 'halogen',
  refersTo: 'XX',
}

/** Records with a reference of every kind. */
export function scenario(of: typeof right): Records {
  const words = { reads: 'x', cite: 'x' }
  const base = ruleOf()
  const rule = ruleOf({
    parent: of.parent,
    periods: [{ ...always(), instrument: of.ruleAct, status: 'in force' }],
    scaffolds: [{ ...base.scaffolds[0]!, meets: [of.meets] }],
    sites: [{ ...base.sites[0]!, parent: of.siteParent }],
    clauses: [
      {
        ...base.clauses[0]!,
        sites: [of.clauseSite],
        with: [{ term: of.term, reading: of.termReading, except: [of.except], further: [of.further] }],
      },
      { ...base.clauses[0]!, id: 'b', with: ['own'], needs: [of.needs] },
    ],
    terms: [{ ...methyl, id: 'own', is: [{ core: '[#6]', further: [of.ownFurther] }] }],
    leaves_out: [
      { what: 'substances', substances: ['amphetamine', of.leavesOut], ...words },
      { what: 'class', rules: [of.leavesOutRule], ...words },
    ],
    readings: [
      { id: 'r', question: 'x', choice: 'open', basis: 'x', substances: [of.reading] },
      { id: 's', question: 'x', choice: 'open', basis: 'x' },
    ],
    names: [{ substance: of.named, name_in_law: 'x' }],
    reference: { jurisdiction: of.refersTo, verdicts: ['listed'], ...words },
  })
  const records = recordsOf({
    terms: [methyl, halogen],
    lists: [
      listOf([
        {
          substance: of.entry,
          name_in_law: 'x',
          periods: [{ ...always(), instrument: of.entryAct }],
          questions: [{ substances: [of.question], question: 'x', basis: 'x' }],
        },
      ]),
    ],
    rules: [rule],
    examples: new Map([
      [
        of.examplesOf,
        {
          fits: [
            { substance: of.fits, by: [of.by], why: 'x' },
            { name: 'x', smiles: 'C', by: ['named', 'reference'], why: 'x' },
          ],
          misses: [
            { substance: of.misses, near: of.near, why: 'x' },
            { name: 'x', smiles: 'C', why: 'x' },
          ],
          unsettled: [
            { substance: of.unsettled, reading: of.hangsOn, why: 'x' },
            { substance: 'ethanol', reading: 'open words', why: 'x' },
          ],
        },
      ],
    ]),
    instruments: [{ id: 'act-1', title: 'x', cite: 'x', published: null, effective: null }],
    jurisdiction: {
      exceptions: [{ substance: of.exception, from: null, until: null, ...words }],
      gaps: [
        { id: 'g', from: null, until: null, reaches_controlled_in: [of.gap], ...words },
        { id: 'h', from: null, until: null, ...words },
      ],
    },
  })
  return { ...records, medicines: [{ substance: of.medicine }] as never }
}
