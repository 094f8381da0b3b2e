import { describe, expect, it } from 'vitest'
import { ask, askSmiles } from '../support/ask.js'

/** Jurisdiction, substance, last day before and the verdict on it, first day and the verdict on it, act. */
const turns: readonly (readonly [code: string, substance: string, before: string, was: string, day: string, is: string, act: string])[] = [
  ['UN', 'ah-7921', '2015-03-12', 'uncontrolled', '2015-03-13', 'listed', '1961 Schedule I, CND 58'],
  ['UN', 'carfentanil', '2018-03-13', 'uncontrolled', '2018-03-14', 'listed', '1961 Schedules I and IV, CND 61/1'],
  ['UN', 'isotonitazene', '2021-04-13', 'uncontrolled', '2021-04-14', 'listed', '1961 Schedule I, CND 64/1'],
  ['UN', '2-methyl-ap-237', '2023-03-14', 'uncontrolled', '2023-03-15', 'listed', '1961 Schedule I, CND 66/1'],
  ['UN', 'butonitazene', '2024-03-18', 'uncontrolled', '2024-03-19', 'listed', '1961 Schedule I, CND 67/1'],
  ['UN', 'metonitazepyne', '2025-03-11', 'uncontrolled', '2025-03-12', 'listed', '1961 Schedule I, CND 68/2'],
  ['UN', 'mephedrone', '2015-03-12', 'uncontrolled', '2015-03-13', 'undecided', 'decided that day, in force some months later, CND 58'],
  ['UN', '4-anpp', '2017-03-15', 'uncontrolled', '2017-03-16', 'undecided', 'decided that day, in force some months later, CND 60/12'],
  ['UN', 'apaa', '2019-03-18', 'uncontrolled', '2019-03-19', 'undecided', 'decided that day, in force some months later, CND 62/12'],
  ['UN', 'apaa', '2019-11-18', 'undecided', '2019-11-19', 'listed', '1988 Table I, day not confirmed'],
  ['UN', 'mapa', '2020-03-03', 'uncontrolled', '2020-03-04', 'undecided', 'decided that day, in force some months later, CND 63/1'],
  ['UN', '4-ap', '2022-11-22', 'uncontrolled', '2022-11-23', 'listed', '1988 Table I, CND 65/4'],
  ['UN', 'norfentanyl', '2022-11-22', 'uncontrolled', '2022-11-23', 'listed', '1988 Table I, CND 65/6'],
  ['UN', '4-piperidone', '2024-12-02', 'uncontrolled', '2024-12-03', 'listed', '1988 Table I, CND 67/6'],
  ['UN', 'bmk-glycidic-acid', '2024-12-02', 'uncontrolled', '2024-12-03', 'listed', '1988 Table I, CND 67/8'],
  ['UN', 'n-pyrrolidino-isotonitazene', '2026-03-08', 'uncontrolled', '2026-03-09', 'undecided', 'decisions of CND 69 not found, nitazenes had been recommended'],
  ['UN', 'mdmb-fubinaca', '2026-03-08', 'uncontrolled', '2026-03-09', 'undecided', 'decisions of CND 69 not found'],
  ['UN', 'secobarbital', '1976-08-15', 'undecided', '1976-08-16', 'listed', '1971 Schedule III, moved to II in 1988'],
  ['UN', 'secobarbital', '1988-10-11', 'listed', '1988-10-12', 'listed', '1971 Schedule II'],
  ['UN', 'tenocyclidine', '1980-09-26', 'undecided', '1980-09-27', 'listed', '180 days after the communication of 1980-03-31'],
  ['UN', 'diazepam', '1985-01-31', 'undecided', '1985-02-01', 'listed', 'a year after the month of the decision, 8th special session'],
  ['UN', 'flunitrazepam', '1996-03-13', 'listed', '1996-03-14', 'listed', '1971 Schedule IV, then III, CND 38'],
  ['UN', 'mppp', '1988-04-24', 'undecided', '1988-04-25', 'listed', 'first dated text of 1961 Schedules I and IV that names it'],
  ['UN', 'midazolam', '1991-01-28', 'undecided', '1991-01-29', 'listed', 'a year after the first day of the 11th special session'],
  ['UN', 'acetic-anhydride', '1990-11-10', 'undecided', '1990-11-11', 'listed', '1988 Table II, moved to I in 2001'],
  ['UN', 'etonitazene', '2026-03-08', 'listed', '2026-03-09', 'listed', '1961 Schedule I'],
  ['US', '4-ap', '2020-05-14', 'uncontrolled', '2020-05-15', 'listed', '85 FR 20822'],
  ['US', 'benzylfentanyl', '2020-05-14', 'uncontrolled', '2020-05-15', 'listed', '85 FR 20822'],
  ['US', 'npp', '2007-04-22', 'uncontrolled', '2007-04-23', 'listed', '72 FR 20039'],
  ['US', 'norfentanyl', '2020-05-14', 'uncontrolled', '2020-05-18', 'listed', '85 FR 21320'],
  ['US', '4-piperidone', '2023-05-11', 'uncontrolled', '2023-05-12', 'listed', '88 FR 21902'],
  ['US', '1-boc-4-piperidone', '2023-05-11', 'uncontrolled', '2025-10-02', 'listed', '88 FR 21902, FR Doc 2025-19349'],
  ['US', 'brorphine', '2021-02-28', 'uncontrolled', '2021-03-01', 'listed', '86 FR 11862'],
  ['US', 'isotonitazene', '2020-08-19', 'uncontrolled', '2020-08-20', 'listed', 'temporary order'],
  ['US', 'zipeprol', '2022-12-20', 'uncontrolled', '2022-12-21', 'listed', '87 FR 70717'],
  ['US', '2-methyl-ap-237', '2024-04-14', 'uncontrolled', '2024-04-15', 'listed', '89 FR 18793'],
  ['US', 'metonitazepyne', '2025-08-14', 'uncontrolled', '2025-08-15', 'listed', '90 FR 39314'],
  ['US', 'n-desethyl-isotonitazene', '2024-07-28', 'uncontrolled', '2024-07-29', 'listed', '89 FR 60817'],
  ['US', 'bromazolam', '2026-01-13', 'uncontrolled', '2026-01-14', 'undecided', '30 days after the notice of intent, FR Doc 2025-22763'],
  ['US', 'bromazolam', '2026-03-15', 'undecided', '2026-03-16', 'listed', 'two years before the printed expiry'],
  ['US', '2-fdck', '2026-02-18', 'uncontrolled', '2026-02-19', 'undecided', '30 days after the notice of intent, FR Doc 2026-00954'],
  ['US', 'daridorexant', '2022-04-06', 'uncontrolled', '2022-04-07', 'listed', '87 FR 20313'],
  ['US', 'etizolam', '2023-07-25', 'uncontrolled', '2023-07-26', 'listed', '88 FR 48112'],
  ['US', 'etizolam', '2026-07-25', 'listed', '2026-07-26', 'listed', 'extended to that day, then permanent'],
  ['US', 'fenfluramine', '2022-12-22', 'listed', '2022-12-23', 'uncontrolled', 'removed from Schedule IV'],
  ['US', 'ganaxolone', '2022-05-31', 'uncontrolled', '2022-06-01', 'listed', '87 FR 32996, interim rule that tells its day'],
  ['US', 'cannabidiol', '2020-08-20', 'undecided', '2020-08-21', 'uncontrolled', 'approved drugs removed from Schedule V, 85 FR 51639'],
  ['US', '1-boc-4-ap', '2022-11-08', 'class', '2022-11-09', 'listed', '87 FR 67550, a listing of its own'],
  ['US', 'mesocarb', '2022-11-21', 'uncontrolled', '2022-11-22', 'undecided', '87 FR 71247, published that day'],
  ['US', 'mesocarb', '2023-08-14', 'undecided', '2023-08-15', 'listed', '87 FR 71247, first day not read; in a table of DEA codes of about that day'],
  ['US', 'methiopropamine', '2022-12-08', 'uncontrolled', '2022-12-09', 'undecided', '87 FR 75470, published that day'],
  ['US', 'methiopropamine', '2023-08-14', 'undecided', '2023-08-15', 'listed', '87 FR 75470, first day not read; in a table of DEA codes of about that day'],
  ['US', '3-meo-pcp', '2025-07-09', 'uncontrolled', '2025-07-10', 'undecided', '90 FR 24370, comments on the proposal closed; final rule not found'],
  // The eCFR copy of 2026-09-21 names it; the order that put it there was not found, so it is not yet called listed.
  ['US', '3-meo-pcp', '2026-09-20', 'undecided', '2026-09-21', 'undecided', '21 CFR 1308.11(d)(109)'],
  ['US', 'cipepofol', '2013-03-31', 'uncontrolled', '2013-04-01', 'undecided', 'not in the CFR edition of that day; rule not found'],
  ['US', 'propionyl-chloride', '2026-03-09', 'uncontrolled', '2026-03-10', 'undecided', '91 FR 11450, published that day'],
  ['US', 'diphenidine', '2026-09-21', 'uncontrolled', '2026-09-22', 'undecided', 'proposed, FR Doc 2026-10380; not made when last read'],
  ['US', 'doc', '2026-09-21', 'uncontrolled', '2026-09-22', 'undecided', 'proposed, 88 FR 86278; not made when last read'],
  ['CN', 'oliceridine', '2022-12-31', 'uncontrolled', '2023-01-01', 'undecided', 'an announcement of 2023, its day not confirmed'],
  ['CN', 'oliceridine', '2023-06-30', 'undecided', '2023-07-01', 'listed', 'Announcement No. 43 of 2023'],
  ['CN', 'tf-etomidate', '2025-06-30', 'uncontrolled', '2025-07-01', 'listed', 'one of the 12 of 2025'],
  ['CN', 'hexahydrocannabinol', '2025-06-30', 'uncontrolled', '2025-07-01', 'listed', 'one of the 12 of 2025'],
  ['CN', 'secbutonitazene', '2025-06-30', 'uncontrolled', '2025-07-01', 'class', 'nitazenes'],
  ['CN', 'mdmb-4en-pinaca', '2021-06-30', 'uncontrolled', '2021-07-01', 'class', 'synthetic cannabinoids'],
  ['CN', 'spirochlorphine', '2026-09-30', 'uncontrolled', '2026-10-01', 'class', 'orphines'],
  ['CN', 'pimozide', '2026-09-30', 'uncontrolled', '2026-10-01', 'undecided', 'a medicine that the words on orphines fit'],
  ['CN', 'solriamfetol', '2026-09-30', 'uncontrolled', '2026-10-01', 'listed', 'Announcement No. 58 of 2026'],
  ['CN', 'carisoprodol', '2025-07-20', 'uncontrolled', '2025-07-21', 'listed', 'Announcement No. 55 of 2025'],
  ['CN', 'modafinil', '2023-09-30', 'listed', '2023-10-01', 'listed', 'moved from Class I to II, Announcement No. 120 of 2023'],
  ['CN', 'dextromethorphan', '2024-06-30', 'uncontrolled', '2024-07-01', 'listed', 'Announcement No. 54 of 2024'],
  ['CN', 'mapa', '2021-05-27', 'uncontrolled', '2021-05-28', 'listed', 'precursors II'],
  ['CN', 'gamma-butyrolactone', '2021-05-27', 'uncontrolled', '2021-05-28', 'listed', 'precursors III'],
  ['CN', 'cannabidiol', '2024-08-31', 'uncontrolled', '2024-09-01', 'listed', 'precursors II'],
  ['CA', 'tramadol', '2022-03-30', 'uncontrolled', '2022-03-31', 'listed', 'SOR/2021-44'],
  ['CA', 'ap-238', '2024-06-04', 'uncontrolled', '2024-06-05', 'listed', 'SOR/2024-98'],
  ['CA', 'carisoprodol', '2025-04-13', 'uncontrolled', '2025-04-14', 'listed', 'Schedule V, SOR/2025-64'],
  ['CA', 'carisoprodol', '2025-12-18', 'listed', '2025-12-19', 'listed', 'SOR/2025-221'],
  ['CA', 'phenethyl-bromide', '2025-04-13', 'uncontrolled', '2025-04-14', 'listed', 'Schedule V, SOR/2025-64'],
  ['CA', 'phenethyl-bromide', '2026-03-25', 'listed', '2026-03-26', 'listed', 'its Part 2, S.C. 2026, c. 4, s. 10'],
  ['CA', 'benzyl-chloride', '2025-05-28', 'uncontrolled', '2025-05-29', 'listed', 'Schedule V, SOR/2025-64'],
  ['CA', 'propionic-anhydride', '2025-05-28', 'uncontrolled', '2025-05-29', 'listed', 'Schedule V, SOR/2025-64'],
  ['CA', 'propionic-anhydride', '2026-04-11', 'listed', '2026-04-12', 'listed', 'SOR/2026-38'],
  ['CA', 'spirobrorphine', '2026-06-04', 'uncontrolled', '2026-06-05', 'listed', 'Schedule V for a year, SOR/2026-71'],
  ['CA', 'spirobrorphine', '2027-06-04', 'listed', '2027-06-05', 'undecided', 'its term ended after the day through which the law was checked'],
]

describe('a scheduling action: the day before and the day', () => {
  it.each(turns)('%s %s: %s %s, %s %s (%s)', (code, substance, before, was, day, is) => {
    expect([ask(substance, code, before).verdict, ask(substance, code, day).verdict]).toEqual([was, is])
  })
})

it('7-hydroxymitragynine after the notice of intent: undecided once the schedules were no longer read; mitragynine is no part of it', () => {
  const hydroxy = 'CCC1CN2CCC3(O)C(C2CC1C(=COC)C(=O)OC)=Nc1cccc(OC)c13'
  const mitragynine = 'CCC1CN2CCc3c([nH]c4cccc(OC)c34)C2CC1C(=COC)C(=O)OC'
  const verdicts = (smiles: string) => ['2026-09-21', '2026-09-22'].map((day) => askSmiles(smiles, 'US', day).verdict)
  expect(verdicts(hydroxy)).toEqual(['uncontrolled', 'undecided'])
  expect(verdicts(mitragynine)).toEqual(['uncontrolled', 'uncontrolled'])
})

describe('fentanyl precursors are never drugs of a class', () => {
  const days = ['2017-03-01', '2018-11-26', '2019-06-01', '2021-01-01', '2024-10-01', '2026-09-01']
  it.each(['npp', '4-anpp', 'norfentanyl', '4-ap', '1-boc-4-ap', '4-piperidone', '1-boc-4-piperidone'])('%s', (id) => {
    const found = ['CN', 'US', 'GB', 'UN', 'DE', 'CA'].flatMap((code) => days.map((day) => [code, day, ask(id, code, day, { precursors: false }).verdict] as const))
    expect(found.filter(([, , verdict]) => verdict === 'class')).toEqual([])
  })
})
