import { beforeAll, describe, expect, it } from 'vitest'
import { assess } from '../../src/matching/index.js'
import { drawn } from './edition.js'
import { generator, mutated, pick } from './mutate.js'
import { readNatively, type NativeAnswer } from './native.js'
import { every } from '../support/share.js'
import { startToolkit, type Toolkit } from './toolkit.js'
import { law, reader } from '../support/law.js'

let toolkit: Toolkit
beforeAll(async () => void (toolkit = await startToolkit()))

/** The whole path, including judging: nothing in it may throw. */
async function read(text: string): Promise<NativeAnswer> {
  await reader.ready()
  const assessed = assess(reader, law, text, { asOf: '2025-01-15' })
  return assessed.kind === 'judged'
    ? { read: true, inchikey: assessed.structure.inchikey, formula: assessed.structure.formula }
    : { read: false }
}

/**
 * A bond to one of these is deliberately cleaved before keys are made, so that a salt is the same however it is drawn.
 */
const saltMetal = /\[(Li|Na|Mg|Al|K|Ca|Zn|Rb|Sr|Ag|Cs|Ba)/

async function differing(texts: readonly string[]) {
  const native = readNatively(texts)
  const out: unknown[] = []
  for (const [i, text] of texts.entries()) {
    const ours = await read(text)
    const { read: natively, ...rest } = native[i]!
    // RDKit reads an aromatic bond outside aromatic rings as a double bond; we refuse it.
    const theirs = natively && (ours.read || !text.includes(':'))
    // RDKit's treatment of an any-bond depends on the atom order, so we give no key.
    const inchikey = ours.inchikey === null && text.includes('~') ? null : rest.inchikey
    if (
      ours.read !== theirs ||
      (theirs && ((ours.inchikey !== inchikey && !saltMetal.test(text)) || ours.formula !== rest.formula))
    )
      out.push({ text, ours, native: native[i] })
  }
  return out
}

describe('native RDKit agrees', () => {
  it('on recorded substances: read, InChIKey, formula', async () => {
    expect(await differing(drawn.map((s) => s.smiles).filter((_, i) => i % every === 0))).toEqual([])
  })

  it('on SMILES changed at random', async () => {
    const random = generator(20260921)
    const smiles = drawn.map((s) => s.smiles)
    const texts = Array.from({ length: 2000 / every }, () => mutated(random, smiles))
    expect(await differing(texts)).toEqual([])
    expect(readNatively(texts).filter((a) => a.read).length, 'SMILES that can be read').toBeGreaterThan(400 / every)
  })

  it('on mol blocks of recorded substances, unchanged and with explicit hydrogens', async () => {
    const random = generator(7)
    const blocks = Array.from({ length: 150 }, () => pick(random, drawn)).map((s, i) =>
      toolkit.block(s.smiles, i % 2 === 0),
    )
    expect(await differing(blocks)).toEqual([])
  })
})

describe('what native RDKit cannot read is unreadable', () => {
  const random = generator(1961)
  const smiles = drawn.map((s) => s.smiles)
  const bytes = () =>
    Array.from({ length: 1 + Math.floor(random() * 60) }, () =>
      String.fromCharCode(1 + Math.floor(random() * 255)),
    ).join('')
  const cutShort = () => {
    const text = pick(random, smiles)
    return text.slice(0, Math.floor(random() * text.length))
  }
  const blockLines = () => {
    const lines = toolkit.block(pick(random, smiles), false).split('\n')
    const other = toolkit.block(pick(random, smiles), false).split('\n')
    const at = Math.floor(random() * lines.length)
    const kind = Math.floor(random() * 4)
    if (kind === 0) return lines.slice(0, at).join('\n')
    if (kind === 1) return lines.filter((_, i) => i !== at).join('\n')
    if (kind === 2) return [...lines.slice(0, at), ...other.slice(at)].join('\n')
    const line = lines[at]!
    const column = Math.floor(random() * (line.length + 1))
    return [
      ...lines.slice(0, at),
      line.slice(0, column) + pick(random, ['9', '-', 'X', ' ', '']) + line.slice(column + 1),
      ...lines.slice(at + 1),
    ].join('\n')
  }

  it.each([
    ['random bytes', 600, bytes],
    ['SMILES cut short', 600, cutShort],
    ['mol blocks cut, spliced and overwritten', 600, blockLines],
  ] as const)('%s', async (_, count, make) => {
    const texts = Array.from({ length: count }, make)
    const native = readNatively(texts)
    const bolder: unknown[] = []
    for (const [i, text] of texts.entries()) {
      const ours = await read(text)
      if (ours.read && !native[i]!.read) bolder.push({ text, ours, native: native[i] })
    }
    expect(bolder).toEqual([])
  })
})
