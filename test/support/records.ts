import type {
  Entry,
  JurisdictionRecords,
  List,
  Period,
  Reconciled,
  Records,
  Rule,
  RuleExamples,
  Substance,
  Term,
} from '../../src/law/index.js'
import { BadRecord } from '../../src/law/authoring.js'

/** Small, correct law records; a test breaks or changes one thing in them. */
export const ethanol: Substance = {
  id: 'ethanol',
  name: 'Ethanol',
  smiles: 'CCO',
  formula: 'C2H6O',
  inchikey: 'LFQSCWFLJHTTHZ-UHFFFAOYSA-N',
  structure: { from: 'chemical name' },
}

export const amphetamine: Substance = {
  id: 'amphetamine',
  name: 'Amphetamine',
  smiles: 'CC(N)Cc1ccccc1',
  formula: 'C9H13N',
  inchikey: 'KWTSXDURSIMDCE-UHFFFAOYSA-N',
  structure: { from: 'chemical name' },
}

export const methyl: Term = {
  id: 'alkyl',
  reads: 'saturated open chain',
  is: [{ every: ['[CX4;!R]'] }],
  examples: { in: ['*C'], out: ['*O'] },
}
export const halogen: Term = {
  id: 'halogen',
  reads: 'halogen',
  is: [{ every: ['[F,Cl,Br,I]'] }],
  examples: { in: ['*F'], out: ['*C'] },
}

export const always = (cite = 'Act 1'): Period => ({ from: '2000-01-01', until: null, act: 'statute', cite })

export function listOf(entries: readonly Entry[], more: Partial<List> = {}): List {
  return {
    id: 'xx-list',
    name: 'A list',
    short: 'List',
    control: 'drug',
    records_from: '2000-01-01',
    scope: [
      {
        from: null,
        until: null,
        extends_to: ['salts', 'optical isomers'],
        cite: 'Act 1',
        reads: 'salts and optical isomers',
      },
    ],
    entries: [...entries],
    ...more,
  }
}

/** Aniline with groups on the ring: a scaffold whose sites are easy to see in SMILES. */
export function ruleOf(more: Partial<Rule> = {}): Rule {
  return {
    id: 'xx-rule',
    title: 'A class',
    control: 'drug',
    reads: ['A class.'],
    periods: [{ from: '2010-01-01', until: null, cite: 'Act 2', status: 'in force' }],
    scaffolds: [{ id: 'ring', smarts: '[NH2]-[c:1]1[c:2][c:3][c:4][c:5][c:6]1', reads: 'aniline' }],
    sites: [{ id: 'ring', reads: 'the ring', on: [2, 3, 4, 5, 6], holds: 'many' }],
    clauses: [
      { id: 'a', cite: '(a)', reads: 'alkyl on the ring', sites: ['ring'], change: 'substitute', with: ['alkyl'] },
    ],
    at_least: 0,
    leaves_out: [],
    readings: [],
    ...more,
  }
}

export interface Scenario {
  substances?: Substance[]
  terms?: Term[]
  lists?: List[]
  rules?: Rule[]
  examples?: Map<string, RuleExamples>
  jurisdiction?: Partial<JurisdictionRecords['jurisdiction']>
  instruments?: JurisdictionRecords['instruments']
  readings?: JurisdictionRecords['readings']
  reconciled?: Reconciled
  files?: Map<string, string>
}

export function recordsOf(scenario: Scenario = {}): Records {
  return {
    edition: { id: 'test' },
    substances: scenario.substances ?? [ethanol, amphetamine],
    terms: scenario.terms ?? [methyl, halogen],
    medicines: [],
    counterIons: [
      { name: 'hydrochloride', smiles: 'Cl', kind: 'counter-ion' },
      { name: 'sodium', smiles: '[Na+]', kind: 'counter-ion' },
      { name: 'water', smiles: 'O', kind: 'solvent' },
    ],
    jurisdictions: [
      {
        jurisdiction: {
          code: 'XX',
          name: 'Nowhere',
          authority: 'Nobody',
          records_from: '2000-01-01',
          verified_through: '2020-12-31',
          exceptions: [],
          gaps: [],
          ...scenario.jurisdiction,
        },
        instruments: scenario.instruments ?? [],
        ...(scenario.readings ? { readings: scenario.readings } : {}),
        lists: scenario.lists ?? [
          listOf([{ substance: 'amphetamine', name_in_law: 'amphetamine', periods: [always()] }]),
        ],
        rules: scenario.rules ?? [],
        examples: scenario.examples ?? new Map(),
        ...(scenario.reconciled ? { reconciled: scenario.reconciled } : {}),
      },
    ],
    files: scenario.files ?? new Map(),
  }
}

/** The problems for which some work refuses the records that it is given. */
export function refusals(work: () => unknown): BadRecord['problems'] {
  try {
    work()
    return []
  } catch (error) {
    if (!(error instanceof BadRecord)) throw error
    return error.problems
  }
}
