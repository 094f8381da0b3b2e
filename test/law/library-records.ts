import type { Entry, Instrument, List, Records } from '../../src/law/index.js'

/** A small library that passes every check: one substance on one list by one act. */
export function smallRecords(
  change: {
    list?: Partial<List>
    entry?: Partial<Entry>
    instrument?: Partial<Instrument>
    instruments_from?: string
  } = {},
): Records {
  const entry: Entry = {
    substance: 'ethanol',
    name_in_law: 'Ethanol',
    entry: '1',
    periods: [{ from: '2020-01-01', until: null, instrument: 'order-1', cite: 'Order 1' }],
    ...change.entry,
  }
  const list: List = {
    id: 'zz-list',
    name: 'List',
    short: 'List',
    control: 'drug',
    records_from: '2020-01-01',
    scope: [{ from: '2020-01-01', until: null, extends_to: ['salts'], cite: 'Order 1', reads: 'and salts' }],
    entries: [entry],
    ...change.list,
  }
  return {
    edition: { id: 'test' },
    substances: [
      {
        id: 'ethanol',
        name: 'Ethanol',
        smiles: 'CCO',
        formula: 'C2H6O',
        inchikey: 'LFQSCWFLJHTTHZ-UHFFFAOYSA-N',
        structure: { from: 'drawing' },
      },
      {
        id: 'methanol',
        name: 'Methanol',
        smiles: 'CO',
        formula: 'CH4O',
        inchikey: 'OKKJLVBELUTLKV-UHFFFAOYSA-N',
        structure: { from: 'drawing' },
      },
    ],
    terms: [],
    counterIons: [],
    medicines: [],
    jurisdictions: [
      {
        jurisdiction: {
          code: 'ZZ',
          name: 'Nowhere',
          authority: 'Nobody',
          records_from: '2020-01-01',
          instruments_from: change.instruments_from ?? null,
          verified_through: '2021-01-01',
          exceptions: [],
          gaps: [],
        },
        instruments: [
          {
            id: 'order-1',
            title: 'Order',
            cite: 'Order 1',
            published: '2019-12-01',
            effective: '2020-01-01',
            declared: { count: 1, of: 'substances' },
            ...change.instrument,
          },
        ],
        lists: [list],
        rules: [],
        examples: new Map(),
      },
    ],
    files: new Map([
      ['substance:ethanol', 'substances/ethanol.json'],
      ['list:zz-list', 'zz/lists/zz-list.json'],
      ['instruments:ZZ', 'zz/instruments.json'],
    ]),
  }
}
