import { readFile } from 'node:fs/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { drawingBy, limits, Reader, ReaderClosed, UnreadableStructure, type Problem } from '../../src/chem/index.js'
import { reader } from '../support/law.js'
import { StoredSections } from '../support/stored-sections.js'

const stored = new StoredSections(new URL('mol-block-problems.txt', import.meta.url))

afterEach(() => reader.ready())

function problemOf(
  text: string,
  use: (text: string) => unknown = (own) => reader.read(own, () => null),
): Problem | null {
  try {
    use(text)
    return null
  } catch (error) {
    if (!(error instanceof UnreadableStructure)) throw error
    return error.problem
  }
}

describe('an input that is not a structure has a code and, if known, a position counted from 1', () => {
  it.each([
    ['nothing', '', 'empty', null],
    ['blanks', ' \t ', 'empty', null],
    ['an open ring', 'C1CC', 'syntax', null],
    ['an open branch', 'CC(', 'syntax', 3],
    ['one closing bracket too many', 'C)C', 'syntax', 2],
    ['one far from the start', 'CCCCCCCCCCCCCCC)C', 'syntax', 16],
    ['an element that does not exist', '[Xx]', 'syntax', 2],
    ['a stereo mark outside brackets', 'C@@', 'syntax', 2],
    ['a word', 'x', 'syntax', 1],
    ['carbon with five bonds', 'C(C)(C)(C)(C)C', 'valence', null],
    ['an aromatic ring of five carbons', 'c1cccc1', 'aromaticity', null],
    ['pyrrole without its hydrogen', 'n1cccc1', 'aromaticity', null],
    ['an aromatic atom outside a ring', 'cC', 'aromaticity', null],
    ['a letter with an accent', 'CCé', 'bad-character', 3],
    ['a zero byte', '\u0000C', 'bad-character', 1],
    ['a Greek letter that looks Latin', 'Ϲ1CC1', 'bad-character', 1],
    ['an InChI', 'InChI=1S/CH4/h1H4', 'inchi', null],
    ['a reaction', 'CC>>CO', 'reaction', 3],
    ['a reaction with an agent', 'CC>O>CO', 'reaction', 3],
    ['a mol block without atoms or meaning', 'x\n\n\nfoo V2000\nM  END', 'mol-block', null],
  ] as const)('%s', (_, text, code, position) => {
    expect(problemOf(text)).toMatchObject({ code, position })
  })
})

describe('inputs that are read', () => {
  it.each([
    ['a chain at the limit', 'C'.repeat(limits.atoms)],
    ['a dative bond, whose arrow is not a reaction', 'N->[Fe]'],
    ['a name after the SMILES', 'CCO ethanol'],
    ['a damaged extension block', 'CCO |bad|'],
    ['blanks around it', '  CCO  '],
    ['two-digit ring numbers', 'C%10CC%10'],
    ['nested branches', `${'C('.repeat(100)}C${')'.repeat(100)}`],
  ])('%s', (_, text) => {
    expect(problemOf(text)).toBeNull()
  })
})

describe('inputs that leave a structure open', () => {
  const open = (text: string) => reader.read(text, (s) => s.molecule.open)
  const block = (more: string) =>
    `\n\n\n  2  1  0  0  0  0  0  0  0  0999 V2000\n    0.0000    0.0000    0.0000 C   0  0\n    1.5000    0.0000    0.0000 N   0  0\n  1  2  1  0\n${more}M  END`
  it.each([
    ['an R-group', '*CN', true],
    ['a repeat unit', 'CCN |Sg:n:1:n:ht|', true],
    ['a link node', 'C1CCCC1N |LN:1:1.3.2.5|', true],
    ['an attachment that can be at several atoms', 'CC.c1ccccc1 |m:1:2.3.4|', true],
    ['an attachment label on an atom', 'CCN |$_AP1;;$|', true],
    ['a label of an R-group', 'CCN |$_R12;;$|', true],
    ['logic of R-groups', 'CCN |LOG:x|', true],
    ['any-bonds, which RDKit reads differently from one order of atoms to another', 'CC~C', true],
    ['an ordinary atom label', 'CCN |$R;;$|', false],
    ['a label that only begins like one of an R-group', 'CCN |$_RX;_AP;$|', false],
    ['a label that reads like a field', 'CCN |$LN:1;m:1;$|', false],
    ['text after the SMILES that is no block', 'CCN LN:1:1', false],
    ['a damaged block', 'CCN |bad|', false],
    ['any-bonds before a damaged block', 'CC~C |bad|', true],
    ['a link node in a damaged block', 'C1CCCC1N |LN:1:1.3.2.9|', true],
    ['a link node in a block without an end', 'C1CCCC1N |LN:1:1.3.2.5', true],
    ['a repeat unit in a damaged block', 'CCN |bad,Sg:n:1:n:ht|', true],
    ['brackets that mean nothing in a damaged block', 'CCN |bad,Sg:gen:1:x|', false],
    ['a label of an R-group in a block without an end', 'CCN |$_R1;;', true],
    ['an ordinary label in a block without an end', 'CCN |$R;;', false],
    ['a mol block with an attachment point', block('M  APO  1   1   1\n'), true],
    ['a mol block with a link atom', block('M  LIN  1   1   3   2   2\n'), true],
    ['a mol block without', block(''), false],
  ])('%s', (_, text, expected) => expect(open(text)).toBe(expected))
})

it('after a damaged block, the drawing may mean its mirror image', () => {
  const forms = (text: string) =>
    reader.read(text, (s) => s.identity(s.molecule.components[0]!)!.forms.each.map((own) => own.centres.size))
  expect(forms('C[C@H](N)O |bad|')).toEqual([1, 1])
  expect(forms('C[C@H](N)O')).toEqual([1])
})

describe('limits are checked before RDKit runs', () => {
  it.each([
    ['one atom above the limit', 'C'.repeat(limits.atoms + 1), 'too-large', limits.atoms + 1],
    ['two letters are one atom', 'Cl'.repeat(limits.atoms + 1), 'too-large', null],
    ['bracket atoms count', '[CH3]'.repeat(limits.atoms + 1), 'too-large', null],
    ['branches', 'C'.repeat(5) + '(C'.repeat(limits.nesting + 1), 'too-large', null],
    ['characters', 'C'.repeat(limits.characters + 1), 'too-long', null],
    [
      'the counts line of a mol block',
      `\n\n\n${limits.atoms + 1}  0  0  0  0  0  0  0  0  0999 V2000\nM  END`,
      'too-large',
      null,
    ],
    [
      'the counts of a V3000 mol block',
      `\n\n\n  0  0  0  0  0  0  0  0  0  0999 V3000\nM  V30 BEGIN CTAB\nM  V30 COUNTS ${limits.atoms + 1} 0 0 0 0\nM  END`,
      'too-large',
      null,
    ],
  ] as const)('%s', (_, text, code, position) => {
    const problem = problemOf(text)
    expect(problem?.code).toBe(code)
    if (position !== null) expect(problem?.position).toBe(position)
  })
})

describe('RDKit exhausts its stack', () => {
  const chain = 'C'.repeat(limits.atoms)
  const rings = 'C1CC1'.repeat(130)
  const everything = (text: string) => {
    try {
      return reader.read(text, (s) => [s.smiles, s.inchikey].join(' '))
    } catch (error) {
      return (error as UnreadableStructure).problem.code
    }
  }

  it.each([
    ['writing the SMILES of a long chain', chain],
    ['writing the InChI of a long chain of rings', rings],
  ])('%s: that input is unreadable, the instance is replaced, and the next input is read', async (_, text) => {
    expect(everything(text)).toBe('engine-failure')
    await reader.ready()
    expect(everything('CCO')).toBe('CCO LFQSCWFLJHTTHZ-UHFFFAOYSA-N')
  })
  it('without a new instance every input is reported, and none is taken for a structure', async () => {
    expect(everything(chain)).toBe('engine-failure')
    expect(everything('CCO')).toBe('engine-failure')
    await reader.ready()
    expect(everything('CCO')).not.toBe('engine-failure')
  })
  it('patterns compiled before are compiled again', async () => {
    const count = () => reader.read('CCO', (s) => s.match('[#8]').embeddings.length)
    expect(count()).toBe(1)
    expect(everything(chain)).toBe('engine-failure')
    await reader.ready()
    expect(count()).toBe(1)
  })
  it('chains and rings of 300 atoms leave it working', () => {
    expect(everything('C'.repeat(300))).toContain(' ')
    expect(everything('C1CC1'.repeat(100))).toContain(' ')
  })
})

describe('names without the graph of a structure', () => {
  const block =
    '\n\n\n  2  1  0  0  0  0  0  0  0  0999 V2000\n    0.0000    0.0000    0.0000 C   0  0\n    1.5000    0.0000    0.0000 N   0  0\n  1  2  1  0\nM  END'
  it.each([
    ['a SMILES', 'OCC'],
    ['one with a name', 'OCC ethanol'],
    ['one with stereo and a block', 'C[C@H](N)Cc1ccccc1 |o1:1|'],
    ['an isotope', '[2H]OCC'],
    ['hydrogens drawn as atoms', '[H]OC([H])([H])C'],
    ['hydrogen itself', '[H][H]'],
    ['a salt', 'CC(=O)[O-].[Na+]'],
    ['what InChI cannot describe', '*CC'],
    ['a mol block', block],
  ])('are those of the structure: %s', (_, text) =>
    expect(reader.namesOf(text)).toEqual(reader.read(text, (s) => s.names)),
  )
  it('have the hydrogens drawn as atoms folded into their neighbours', () =>
    expect(reader.namesOf('[H]OC([H])([H])C')).toEqual({
      smiles: 'CCO',
      inchikey: 'LFQSCWFLJHTTHZ-UHFFFAOYSA-N',
      unnamed: null,
    }))
  it.each([['C1CC'], ['CC('], ['N(C)(C)(C)C'], ['c1cccc1'], [block.replace(' N ', ' Xx')]])(
    'none, for the same reason: %j',
    (text) => {
      const problem = problemOf(text, (own) => reader.namesOf(own))
      expect(problem).not.toBeNull()
      expect(problem).toEqual(problemOf(text))
    },
  )
})

describe('an InChI', () => {
  it.each([
    ['of ethanol', 'OCC', 'InChI=1S/C2H6O/c1-2-3/h3H,2H2,1H3'],
    ['of nothing that can be read', 'C1CC', null],
    ['of no SMILES', 'CCé', null],
    ['of what it cannot describe', '*', null],
  ])('%s', (_, smiles, inchi) => expect(reader.inchiOf(smiles)).toBe(inchi))
  it('has an InChIKey if it is one', () => {
    expect(reader.inchikeyOf('InChI=1S/CH4/h1H4')).toBe('VNWKTOKETHGBQD-UHFFFAOYSA-N')
    expect(reader.inchikeyOf('CH4')).toBeNull()
    expect(reader.inchikeyOf('')).toBeNull()
  })
})

it('a drawing is null for what cannot be read, and an error of another kind is not hidden', async () => {
  expect((await drawingBy(reader, 'CCO'))!.atoms).toHaveLength(3)
  expect(await drawingBy(reader, 'C1CC')).toBeNull()
  await expect(
    drawingBy(
      {
        ready: () => Promise.resolve(),
        read: () => {
          throw new TypeError('of a test')
        },
      } as unknown as Reader,
      'C',
    ),
  ).rejects.toThrow(TypeError)
})

describe('the WebAssembly of a reader', () => {
  const file = new URL('../../dist/RDKit_metered.wasm', import.meta.url)
  it('is loaded again only after it broke', async () => {
    let loaded = 0
    const load = () => {
      loaded++
      return readFile(file)
    }
    const own = await Reader.start({ wasm: load })
    const nitrogens = () => own.read('CCN', (s) => s.match('[#7]').embeddings.length)
    expect(nitrogens()).toBe(1)
    await own.ready()
    expect(loaded).toBe(1)
    expect(problemOf('C'.repeat(limits.atoms), (text) => own.read(text, (s) => s.smiles))?.code).toBe('engine-failure')
    await own.ready()
    expect(loaded).toBe(2)
    expect(nitrogens()).toBe(1)
    await own.ready()
    expect(loaded).toBe(2)
    own.close()
  })
  it('is fetched in a browser, and a refusal is an error', async () => {
    const asked: unknown[] = []
    const fetched = (ok: boolean) => {
      const given = globalThis.fetch
      globalThis.fetch = (async (url: string, options: object) => {
        asked.push(url, options)
        return { ok, arrayBuffer: async () => new Uint8Array(await readFile(file)).buffer }
      }) as never
      return Reader.start({ locateFile: (name) => `https://example.org/${name}` }).finally(() => {
        globalThis.fetch = given
      })
    }
    const own = await fetched(true)
    expect(own.read('OCC', (s) => s.smiles)).toBe('CCO')
    own.close()
    expect(asked).toEqual(['https://example.org/RDKit_minimal.wasm', { credentials: 'same-origin' }])
    await expect(fetched(false)).rejects.toThrow('https://example.org/RDKit_minimal.wasm cannot be fetched')
  })
})

describe('a mol block that is not a structure says what is wrong', () => {
  const lines = (counts: string, ...more: string[]) => ['', '', '', counts, ...more, 'M  END'].join('\n')
  const counts = '  2  1  0  0  0  0  0  0  0  0999 V2000'
  const atom = (symbol: string) => `    0.0000    0.0000    0.0000 ${symbol}   0  0`
  it.each([
    ['an element that does not exist', lines(counts, atom('C'), atom('Xx'), '  1  2  1  0')],
    ['a bond to an atom that does not exist', lines(counts, atom('C'), atom('C'), '  1  3  1  0')],
    ['fewer atoms than counted', lines(counts, atom('C'))],
    ['a query bond, which is read', lines(counts, atom('C'), atom('C'), '  1  2  5  0')],
    ['a triple bond on oxygen', lines(counts, atom('O'), atom('C'), '  1  2  3  0')],
    ['a charge line that is cut off', lines(counts, atom('C'), atom('C'), '  1  2  1  0', 'M  CHG  1')],
    ['counts that are no numbers', lines('  x  1  0  0  0  0  0  0  0  0999 V2000', atom('C'))],
    ['no atoms', lines('  0  0  0  0  0  0  0  0  0  0999 V2000')],
    ['a V3000 block without atoms', lines('  0  0  0  0  0  0  0  0  0  0999 V3000', 'M  V30 BEGIN CTAB')],
  ])('%s', (name, text) => {
    stored.expectRows(
      name,
      Object.entries(problemOf(text) ?? { read: true }).map(([key, value]) => `${key} ${value}`),
    )
  })
})

describe('a closed reader', () => {
  it.each<[string, (closed: Reader) => unknown]>([
    ['reads nothing', (closed) => closed.read('CCO', () => null)],
    ['is closed once', (closed) => closed.read('C1CC', () => null)],
  ])('%s', async (_, use) => {
    const closed = await Reader.start()
    closed.close()
    closed.close()
    expect(() => use(closed)).toThrow(ReaderClosed)
    await expect(closed.ready()).rejects.toThrow(ReaderClosed)
  })
})
