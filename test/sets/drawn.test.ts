import { describe, expect, it } from 'vitest'
import { drawnSet, blockSet, type DrawnFlaw, type Stated } from '../../src/sets/index.js'
import { reader } from '../support/law.js'

/** The canonical SMILES of the members. */
function membersOf(stated: Stated | DrawnFlaw | null): string[] {
  if (!stated || 'flaw' in stated) throw new Error('no set')
  return stated.members()!.map(({ text }) => reader.namesOf(text).smiles!)
}

function canonical(...smiles: string[]): string[] {
  return smiles.map((each) => reader.namesOf(each).smiles!)
}

it.each<[text: string, members: readonly string[]]>([
  ['*F.CC(N)Cc1ccccc1 |m:0:7.8.9|', ['CC(N)Cc1ccccc1F', 'CC(N)Cc1cccc(F)c1', 'CC(N)Cc1ccc(F)cc1']],
  ['CC(N)Cc1ccccc1.F* |m:11:5.6|', ['CC(N)Cc1ccccc1F', 'CC(N)Cc1cccc(F)c1']],
  ['CC(N)Cc1ccccc1.F-* |m:11:5.6|', ['CC(N)Cc1ccccc1F', 'CC(N)Cc1cccc(F)c1']],
  ['*C.c1cc[nH]c1 |m:0:2.5|', ['Cc1cc[nH]c1', 'Cn1cccc1']],
  ['*F.*Cl.c1ccccc1 |m:0:4.5,2:6.7|', ['Fc1cccc(Cl)c1', 'Fc1ccc(Cl)cc1', 'Fc1ccccc1Cl', 'Fc1cccc(Cl)c1']],
  ['*F.*Cl.c1ccccc1 |m:0:4.5,2:4.5|', ['Fc1ccccc1Cl', 'Fc1ccccc1Cl']],
  ['*F.*Cl.CC |m:0:4,2:4.5|', ['CC(F)Cl', 'FCCCl']],
  ['*F.*Cl.c1ccccc1 |m:0:4,m:2:6.7|', ['Fc1cccc(Cl)c1', 'Fc1ccc(Cl)cc1']],
  ['CCOC |LN:1:1.3|', ['CCOC', 'CCCOC', 'CCCCOC']],
  ['CCOC |LN:1:1.3.0.2|', ['CCOC', 'CCCOC', 'CCCCOC']],
  ['C1CCN1 |LN:0:1.2|', ['C1CCN1', 'C1CCCN1']],
  ['C(O)N |LN:0:2.3|', ['OCCN', 'OCCCN']],
  ['*c1ccccc1 |$_R1;;;;;;$,RG:_R1={F* |$;_AP1$|},{CC* |$;;_AP1$|}|', ['Fc1ccccc1', 'CCc1ccccc1']],
  ['*F.CC |m:0:2.3,(1,2,;3,4,;5,6,;7,8,)|', ['CCF', 'CCF']],
])('%s', (text, members) => {
  expect(membersOf(drawnSet(text))).toEqual(canonical(...members))
})

describe('what is next to the bond that moves keeps its stereochemistry', () => {
  it.each<[text: string, members: readonly string[]]>([
    ['*[C@H](C)N.c1ccccc1 |m:0:4|', ['c1ccccc1[C@H](C)N']],
    ['C[C@H](*)N.c1ccccc1 |m:2:4|', ['C[C@H](c1ccccc1)N']],
    ['C[C@@](O)(*)N.c1ccccc1 |m:3:5|', ['C[C@@](O)(c1ccccc1)N']],
    ['[C@]1(C)(*)CCO1.c1ccccc1 |m:2:6|', ['[C@]1(C)(c2ccccc2)CCO1']],
    ['F*.C[C@H](O)N |m:1:3|', ['C[C@](F)(O)N']],
    ['F*.C/C=C/C |m:1:3.4|', ['C/C(F)=C/C', 'C/C=C(F)/C']],
  ])('%s', (text, members) => {
    expect(membersOf(drawnSet(text))).toEqual(canonical(...members))
  })
})

it('moves groups of enhanced stereo to the new atoms', () => {
  const stated = drawnSet('*F.C[C@H](O)CC[C@H](N)C |m:0:4.5,&1:3,7|')
  const [first] = (stated as Stated).members()!
  expect(first!.text).toMatch(/ \|&1:2,6\|$/)
})

describe('is read as it is drawn', () => {
  it.each([
    ['CCO', 'plain'],
    ['*c1ccccc1', 'a wildcard without a list'],
    ['*c1ccccc1 |$_R1;;;;;;$|', 'an R-group without a list'],
    ['*F.CC(N)Cc1ccccc1', 'a dummy without a list'],
    ['CCOC |LN:1:0.3|', 'an atom that may be missing'],
    ['CC(C)OC |LN:1:1.3|', 'a link atom with three neighbours'],
    ['c1ccccc1 |LN:1:1.3|', 'an aromatic link atom'],
    ['C=COC |LN:1:1.3|', 'a link atom at a double bond'],
    ['*=C.CCC |m:0:2.3|', 'a double bond that moves'],
    ['*CC*.CCCC |m:0:4.5,1:4|', 'a centre that is no dummy'],
    ['*CC* |$_R1;;;_R1$,RG:_R1={F* |$;_AP1$|},{Cl* |$;_AP1$|}|', 'a label at two atoms'],
    ['*c1ccccc1 |$_R1;;;;;;$,RG:_R1={F* |$;_AP1$|},LOG={_R1:;;>0}|', 'R-group logic'],
    ['*F.CC |m:0:2.3,Sg:n:2::ht|', 'a repeat unit'],
    ['*F.CC |m:0:2.x|', 'a damaged list'],
  ])('%s: %s', (text) => {
    const stated = drawnSet(text)
    expect(stated === null || ('members' in stated && stated.members() === null)).toBe(true)
  })
})

it.each(['*F.CC |m:0:9|', '*F.CC |m:7:2|', 'CCC |LN:5:1.2|', 'CCC |LN:1:1.2.0.9|'])('%s names no such atom', (text) => {
  expect(drawnSet(text)).toMatchObject({ flaw: 'no such atom' })
})

it.each<[text: string, count: number]>([
  ['C1CCC1 |LN:0:1.1000000000|', 1e9],
  ['CCCCCCC |LN:1:1.1000000000,3:1.1000000000|', Number.MAX_SAFE_INTEGER],
])('%s: counted without building any', (text, count) => {
  const begun = performance.now()
  expect(drawnSet(text)).toMatchObject({ count })
  expect(performance.now() - begun).toBeLessThan(50)
})

describe('a mol block', () => {
  const block = (bond: string, atoms = 5, star = '*') =>
    `\n\n\n  0  0  0     0  0            999 V3000
M  V30 BEGIN CTAB
M  V30 COUNTS ${atoms} ${atoms - 2} 0 0 0
M  V30 BEGIN ATOM
M  V30 1 C 0 0 0 0
M  V30 2 C 1.5 0 0 0
M  V30 3 N 3 0 0 0
M  V30 4 ${star} 1.5 1 0 0
M  V30 5 F 1.5 2 0 0
M  V30 END ATOM
M  V30 BEGIN BOND
M  V30 1 1 1 2
M  V30 2 1 2 3
M  V30 3 ${bond}
M  V30 END BOND
M  V30 END CTAB
M  END
`
  it.each([
    '1 4 5 ENDPTS=(2 1 2) ATTACH=ANY',
    '1 5 4 ENDPTS=(2 1 2) ATTACH=ANY',
    '1 4 5 ENDPTS=(2 1 -\nM  V30 2) ATTACH=ANY',
  ])('with %s', (bond) => {
    expect(membersOf(blockSet(block(bond)))).toEqual(canonical('FCCN', 'CC(F)N'))
  })
  const linked = (node: string, bond = '2 1 2 3') =>
    `\n\n\n  0  0  0     0  0            999 V3000
M  V30 BEGIN CTAB
M  V30 COUNTS 4 3 0 0 0
M  V30 BEGIN ATOM
M  V30 1 C 0 0 0 0
M  V30 2 C 1.3 0.75 0 0
M  V30 3 O 2.6 0 0 0
M  V30 4 N 3.9 0.75 0 0
M  V30 END ATOM
M  V30 BEGIN BOND
M  V30 1 1 1 2
M  V30 ${bond}
M  V30 3 1 3 4
M  V30 END BOND
M  V30 LINKNODE ${node}
M  V30 END CTAB
M  END
`
  it.each(['1 3 2 2 1 2 3', '1 3 2 2 3 2 1'])('with a link node: %s', (node) => {
    expect(membersOf(blockSet(linked(node)))).toEqual(canonical('CCON', 'CCCON', 'CCCCON'))
  })
  it.each(['0 3 2 2 1 2 3', '1 3 1 2 1', '1 3 2 2 1 3 4', '1 3 2 1 2 1 3'])('is left as it is with %s', (node) => {
    expect(blockSet(linked(node))).toBeNull()
  })
  it('is left as it is with a wedge or a double bond at the link node', () => {
    for (const bond of ['2 2 2 3', '2 1 2 3 CFG=1']) expect(blockSet(linked('1 3 2 2 1 2 3', bond))).toBeNull()
  })
  it('that names an atom it does not have', () => {
    expect(blockSet(block('1 4 5 ENDPTS=(2 1 9) ATTACH=ANY'))).toMatchObject({
      flaw: 'no such atom',
      atom: 9,
    })
  })
  it.each(['1 4 5 ENDPTS=(2 1 2) ATTACH=ALL', '1 4 5'])('is left as it is with %s', (bond) => {
    expect(blockSet(block(bond))).toBeNull()
  })
  it('is left as it is if an element stands for the others', () => {
    expect(blockSet(block('1 4 5 ENDPTS=(2 1 2) ATTACH=ANY', 5, 'C'))).toBeNull()
  })
})
