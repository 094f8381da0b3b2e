import { describe, expect, it } from 'vitest'
import { NotOfficial } from '../../../src/law/official/index.js'
import { readOfficialXml, readTable } from '../../../src/law/official/readers.js'
import { namesIn } from '../../../src/law/official/names-in-line.js'
import { clml, ecfr, formex, gesetze, justiceLaws } from '../../support/official-texts.js'

const lines = (xml: string) =>
  readOfficialXml(xml).items.map(
    (i) => `${i.kind} ${[i.part, i.path, i.code, i.cas].filter((x) => x).join(' ')}: ${i.words}`,
  )

describe('an official text in its own format', () => {
  it.each([
    [
      'Justice Laws',
      justiceLaws,
      'X-1',
      '2026-01-31',
      [
        'heading Schedule I 1: Amfetamines, their salts and derivatives, including: and the salts of those, including',
        'entry Schedule I 1(1): Amphetamine (α–methylphenethylamine) and its salts',
        'exclusion Schedule I 1(3): Bupropion and its salts',
        'entry Schedule I 2: Ethanol',
        'entry Schedule V Part 2 Table 1 1: Khat and its salts',
      ],
    ],
    [
      'gesetze-im-internet',
      gesetze,
      'XG',
      '2026-01-31',
      [
        'entry Anlage I: Amfetamin | - | (RS)-1-Phenylpropan-2-ylazan',
        'heading Anlage I: - ausgenommen in Zubereitungen -',
        'entry Anlage I: - | Ethanol (Weingeist) | Ethanol',
        'class Anlage II 1: Verbindungen, die vom Stoff A abgeleitet sind',
        'class Anlage II 1.1: Der Rest ist Methyl. a) oder Ethyl',
      ],
    ],
    [
      'eCFR',
      ecfr,
      '21 CFR 1308',
      null,
      [
        'heading 1308.11 (a): Schedule I consists of these.',
        'heading 1308.11 (b): Opiates:',
        'entry 1308.11 (b)(1) 1100: Amphetamine',
        'entry 1308.11 (b)(3) 9999: Ethanol',
        'heading 1308.11 (c): Others:',
        'heading 1308.11 (c)(1): Group:',
        'entry 1308.11 (c)(1)(i) 7000: Khat',
      ],
    ],
    [
      'legislation.gov.uk',
      clml,
      'ukpga/1900/1',
      '2026-01-31',
      [
        'entry Part I 1(a): Amphetamine',
        'entry Part I 1(a): Ethanol',
        'class Part I 1(b): any compound structurally derived from ethanol by— i halide substituents',
        'scope Part I 2: Any salt of a substance in paragraph 1.',
      ],
    ],
    [
      'EUR-Lex',
      formex,
      '32004R0001',
      '2026-01-31',
      ['entry ANNEX I 2207 10 00 64-17-5: Ethanol | 2207 10 00 | 64-17-5'],
    ],
  ])('%s', (_, xml, id, day, expected) => {
    expect(lines(xml)).toEqual(expected)
    expect(readOfficialXml(xml)).toMatchObject({ id, day })
  })
  it('a repealed item is read as empty, and counted', () => {
    expect(readOfficialXml(justiceLaws).repealed).toBe(1)
  })
  it('a table by its column names', () => {
    expect(
      readTable([
        ['entry', 'name', 'code'],
        ['1', 'Ethanol', '9999'],
        ['', '', ''],
      ]).items,
    ).toMatchObject([{ path: '1', code: '9999', words: 'Ethanol', names: ['Ethanol'] }])
  })
})

it('a category is identified as a list by its number, whatever another act calls it', () => {
  expect(
    readTable([
      ['name', 'category'],
      ['Acetic anhydride', '2A (273/2004 since 2013-12-30), 2 (111/2005)'],
      ['Acetone', '3'],
    ]).items.map((item) => item.part),
  ).toEqual(['Category 2A', 'Category 3'])
})

describe('a file that is not an official text reports what was expected', () => {
  it.each([
    ['truncated XML', () => readOfficialXml(justiceLaws.slice(0, 900)), /a whole XML file/],
    ['no XML at all', () => readOfficialXml('Schedule I: Ethanol'), /a whole XML file/],
    ['XML of another kind', () => readOfficialXml('<html><body/></html>'), /one of Statute, .*dokumente/],
    [
      'an act without a schedule',
      () => readOfficialXml(justiceLaws.replace(/<Schedule>.*<\/Schedule>/s, '')),
      /Schedule > List > Item/,
    ],
    [
      'an act without identification',
      () => readOfficialXml(justiceLaws.replaceAll('ConsolidatedNumber', 'Number')),
      /ConsolidatedNumber/,
    ],
    ['an act without an annex', () => readOfficialXml(gesetze.replaceAll('Anlage', 'Abschnitt')), /enbez/],
    ['a part without paragraphs', () => readOfficialXml('<DIV5 N="1308" TYPE="PART"/>'), /DIV8/],
    ['a table without columns', () => readTable([['Ethanol', '64-17-5']]), /entry,name\[,code,cas,list\]/],
    ['a table with names only', () => readTable([['name'], ['Ethanol']]), /entry,name/],
    ['an empty table', () => readTable([]), /entry,name/],
  ])('%s', (_, read, expected) => {
    expect(read).toThrow(NotOfficial)
    expect(read).toThrow(expected)
  })
})

it.each([
  ['Codeine (methylmorphine)', ['Codeine', 'methylmorphine']],
  [
    'AP-237 (1-(4-cinnamylpiperazin-1-yl)butan-1-one), its salts, derivatives and analogues',
    ['AP-237', '1-(4-cinnamylpiperazin-1-yl)butan-1-one'],
  ],
  ['1-(4-Fluorbenzyl)piperazin', ['1-(4-Fluorbenzyl)piperazin']],
  ['Ephedrine and its salts', ['Ephedrine']],
])('the names in %s', (line, expected) => {
  expect(namesIn(line)).toEqual(expect.arrayContaining(expected))
})
