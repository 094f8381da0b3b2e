import { describe, expect, it } from 'vitest'
import { blockSet } from '../../src/sets/index.js'
import { run } from '../cli/fake-host.js'
import { placesFor } from '../cli/files.js'
import { sharedReader } from '../support/law.js'

const { put } = placesFor('coverage-r-groups-')

const reader = await sharedReader()

async function membersOf(text: string): Promise<string[]> {
  const set = blockSet(text)
  if (set === null || 'flaw' in set) throw new Error('no set')
  const members = set.members()!
  expect(members).toHaveLength(set.count)
  await reader.ready()
  return members.map(({ text, label }) => `${label}: ${reader.namesOf(text).smiles}`)
}

/** Amphetamine with R1 in the meta position. */
const atoms = [
  'C 1.2 -0.7 0 0',
  'C 0 -1.4 0 0',
  'C -1.2 -0.7 0 0',
  'C -1.2 0.7 0 0',
  'C 0 1.4 0 0',
  'C 1.2 0.7 0 0',
  'C 2.4 1.4 0 0',
  'C 3.6 0.7 0 0',
  'C 4.8 1.4 0 0',
  'N 3.6 -0.7 0 0',
  'R# -2.4 1.4 0 0 RGROUPS=(1 1)',
]
const bonds = ['2 1 2', '1 2 3', '2 3 4', '1 4 5', '2 5 6', '1 6 1', '1 6 7', '1 7 8', '1 8 9', '1 8 10', '1 4 11']
const table = (a: readonly string[], b: readonly string[]) => [
  'BEGIN CTAB',
  `COUNTS ${a.length} ${b.length} 0 0 0`,
  'BEGIN ATOM',
  ...a.map((text, i) => `${i + 1} ${text}`),
  'END ATOM',
  ...(b.length === 0 ? [] : ['BEGIN BOND', ...b.map((text, i) => `${i + 1} ${text}`), 'END BOND']),
  'END CTAB',
]
const block = (groups: readonly string[]) =>
  [
    '',
    '',
    '',
    '  0  0  0     0  0            999 V3000',
    ...[...table(atoms, bonds), ...groups].map((line) => `M  V30 ${line}`),
    'M  END',
    '',
  ].join('\n')
const fluorine = table(['F 0 0 0 0 ATTCHPT=1'], [])
const methoxy = table(['C 1 0 0 0', 'O 0 0 0 0 ATTCHPT=1'], ['1 1 2'])
const group = (logic: string, ...members: readonly string[][]) => [
  'BEGIN RGROUP 1',
  `RLOGIC ${logic}`,
  ...members.flat(),
  'END RGROUP',
]

describe('R-groups of a V3000 block', () => {
  it('are one structure each', async () => {
    expect(await membersOf(block(group('0 0 ""', fluorine, methoxy)))).toEqual([
      'R1 = F: CC(N)Cc1cccc(F)c1',
      'R1 = group 2: COc1cccc(CC(C)N)c1',
    ])
  })
  it.each([
    ['a condition', group('0 1 ""', fluorine)],
    ['another label', ['BEGIN RGROUP 2', ...fluorine, 'END RGROUP']],
    ['no attachment', group('0 0 ""', table(['F 0 0 0 0'], []))],
    ['two attachments', group('0 0 ""', table(['C 0 0 0 0 ATTCHPT=-1'], []))],
    ['a group within a group', group('0 0 ""', table(['R# 0 0 0 0 RGROUPS=(1 2) ATTCHPT=1'], []))],
    ['no member', group('0 0 ""')],
    ['a group that may be absent', group('0 0 "<2"', fluorine)],
    ['a repeat unit in a group', group('0 0 ""', [...methoxy.slice(0, -1), 'BEGIN SGROUP', 'END SGROUP', 'END CTAB'])],
    [
      'a variable attachment in a group',
      group('0 0 ""', table(['C 1 0 0 0', 'O 0 0 0 0 ATTCHPT=1'], ['1 1 2 ENDPTS=(1 1)'])),
    ],
  ])('with %s: no set, and unreadable', async (_, groups) => {
    expect(blockSet(block(groups))).toBeNull()
    const { verdict } = JSON.parse((await run(['check', '-', '--json', '-j', 'US'], { stdin: block(groups) })).out)
    expect(verdict).toBe('unreadable')
  })
})

describe('an RG file', () => {
  const v2000 = (atom: string) => `$CTAB\n\n\n\n  1  0  0  0  0  0            999 V2000\n${atom}\nM  END\n$END CTAB`
  const atom = '    0.0000    0.0000    0.0000 F   0  0  0  0'
  const text = `$MDL  REV  1\n$MOL\n$HDR\n\n\n\n$END HDR\n${v2000(atom)}\n$RGP\n   1\n${v2000(atom)}\n$END RGP\n$END MOL\n`
  it('is unreadable, one row, whichever command reads it', async () => {
    const file = put('two.sdf', `${text}>  <lot>\nA7\n\n$$$$\n${text}`)
    for (const [args, stdin] of [
      [['check', '-', '--json', '-j', 'US'], text],
      [['batch', file, '-j', 'US'], ''],
      [['batch', file, '-j', 'US', '--no-screen'], ''],
    ] as const) {
      const rows = (await run(args, { stdin })).out.trim().split('\n')
      expect(rows.map((row) => JSON.parse(row).verdict)).toEqual(stdin ? ['unreadable'] : ['unreadable', 'unreadable'])
    }
  })
})
