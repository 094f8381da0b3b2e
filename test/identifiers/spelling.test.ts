import { describe, expect, it } from 'vitest'
import { NameIndex } from '../../src/identifiers/index.js'
import { edition } from '../support/law.js'

const names = new NameIndex(edition)

describe('names with a similar spelling', () => {
  it.each([
    ['Fentanl', 'Fentanyl'],
    ['fetnanyl', 'Fentanyl'],
    ['Diazepan', 'Diazepam'],
    ['Metadone', 'Methadone'],
    ['Cocaine hydrochloride', 'Cocaine'],
    ['morphine sulphate', 'Morphine'],
    ['2-fluoroamphetamine', '2-FA'],
    ['2-fluoro amphetamine', '2-FA'],
    ['3-fluoroamphetamine', '3-FA'],
    ['2,5-dimethoxy-4-bromoamphetamine', 'DOB'],
    ['fenethyline', 'Fenethylline'],
  ])('%s: %s first', (text, name) => expect(names.like(text)[0]).toBe(name))
  it('three at most, nearest first', () => {
    expect(names.like('Alfentanyl').slice(0, 2)).toEqual(['Alfentanil', 'Fentanyl'])
    expect(names.like('Alfentanyl').length).toBeLessThanOrEqual(3)
  })
  it.each(['xyz', 'unobtainium chloride', '', 'a'.repeat(5000)])('none for %s', (text) =>
    expect(names.like(text)).toEqual([]),
  )
})

describe('names as they are typed', () => {
  const found = (text: string) => {
    const hit = names.findName(text)
    return hit?.kind === 'one' ? hit.lookup.substance : null
  }
  it.each([
    ['a-PVP', 'alpha-pvp'],
    ['A-PVP', 'alpha-pvp'],
    ['b-hydroxyfentanyl', 'beta-hydroxyfentanyl'],
    ['cocaïne', 'cocaine'],
    ['  Cocaine ', 'cocaine'],
    ['可卡因', 'cocaine'],
  ])('%s', (text, id) => expect(found(text)).toBe(id))
  it('a number alone is not a list code', () => {
    expect(names.find('9821')).not.toBeNull()
    expect(names.findName('9821')).toBeNull()
  })
})
