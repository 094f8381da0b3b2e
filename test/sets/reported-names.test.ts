import { expect, it } from 'vitest'
import { reportedNames, separatedByBars } from '../../src/sets/index.js'

const open = [
  ['2', '3', '4'],
  ['4', '5', '6', '7'],
]

it.each<[text: string, lists: readonly (readonly string[])[], rest: string]>([
  ['2/3/4-fluoroamphetamine', [['2', '3', '4']], 'fluoroamphetamine'],
  ['2-/3-/4-FA', [['2', '3', '4']], 'FA'],
  ['2-, 3- or 4-FA', [['2', '3', '4']], 'FA'],
  ['2-, 3-, 4-FA', [['2', '3', '4']], 'FA'],
  ['2- or 3-MMC', [['2', '3']], 'MMC'],
  ['o/m/p-fluorofentanyl', [['o', 'm', 'p']], 'fluorofentanyl'],
  ['ortho/Meta/para-fluorofentanyl', [['ortho', 'meta', 'para']], 'fluorofentanyl'],
  ['α/β-methylfentanyl', [['alpha', 'beta']], 'methylfentanyl'],
  ['x-MMC', open, 'MMC'],
  ['X-MMC', open, 'MMC'],
  ['fluorofentanyl (isomer not determined)', open, 'fluorofentanyl'],
  ['fluorofentanyl, isomer not determined', open, 'fluorofentanyl'],
  ['fluorofentanyl (position unknown)', open, 'fluorofentanyl'],
  ['MMC (positional isomer n.d.)', open, 'MMC'],
  ['MMC isomer not determined', open, 'MMC'],
])('%s', (text, lists, rest) => {
  expect(reportedNames(text)).toEqual({ kind: 'positions', lists, rest })
})

it.each<[text: string, parts: readonly string[], words: boolean]>([
  ['butyryl/isobutyrylfentanyl', ['butyryl', 'isobutyrylfentanyl'], false],
  ['butyryl- or isobutyrylfentanyl', ['butyryl', 'isobutyrylfentanyl'], true],
  ['heroin or cocaine', ['heroin', 'cocaine'], true],
  ['2-FA, 3-FA or 4-FA', ['2-FA', '3-FA', '4-FA'], true],
  ['25B/25C/25I-NBOMe', ['25B', '25C', '25I-NBOMe'], false],
])('%s', (text, parts, words) => {
  expect(reportedNames(text)).toEqual({ kind: 'alternatives', parts, words })
})

it.each(['2,3-dimethylmethcathinone', '3,4-MDMA', 'F/C=C/F', 'C/N', 'cocaine', '2-FA', 'x', '1/2', '5-MeO-DMT'])(
  '%s states one name',
  (text) => {
    expect(reportedNames(text)).toBeNull()
  },
)

it.each<[text: string, parts: readonly string[] | null]>([
  ['A | B | C', ['A', 'B', 'C']],
  ['A|B', ['A', 'B']],
  ['CCO |LN:1:1.3| | CCN', ['CCO |LN:1:1.3|', 'CCN']],
  ['*c |$_R1$,RG:_R1={F* |$;_AP1$|}| | C', ['*c |$_R1$,RG:_R1={F* |$;_AP1$|}|', 'C']],
  ['A | | B', ['A', '', 'B']],
  [' | | ', ['', '', '']],
  ['CCO |LN:1:1.3|', null],
  ['CCO |', null],
  ['| CCO', null],
  ['|', null],
  ['CCO', null],
])('%s', (text, parts) => {
  expect(separatedByBars(text)).toEqual(parts)
})

it.each(['|', ' |', '| ', ' |a', '{|', '/', ' or ', ',-'])('takes time in proportion to the length: %j', (piece) => {
  const begun = performance.now()
  const text = piece.repeat(100_000)
  separatedByBars(text)
  reportedNames(text)
  reportedNames(text.slice(0, 300))
  expect(performance.now() - begun).toBeLessThan(1000)
})
