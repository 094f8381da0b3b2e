import { describe, expect, it } from 'vitest'
import { NotOfficial } from '../../../src/desk/index.js'
import { readDated, readOfficialXml, readTable } from '../../../src/desk/official/readers.js'
import { namesIn } from '../../../src/desk/official/names-in-line.js'
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

const fedlex = (day: string) => `<!DOCTYPE html>
<html><body><div id="preface">
<!--812.121.11 --><p class="srnummer">812.121.11 </p>
<h1 class="erlasstitel">Verordnung <br>über die Verzeichnisse</h1>
<p class="erlassdatum">vom 30. Mai 2011 (Stand am ${day})</p></div>
<section id="annex_2"><h1 class="heading">
<a href="#annex_2">Anhang 2</a><span><sup><a href="#fn-1" id="fnbck-1">7</a></sup></span>
</h1><table><tr><th colspan="2"><p>Bezeichnung</p></th></tr>
<tr><td colspan="2">
<p><b>Acetyl-</b><b>alpha</b><b>-methylfentanyl, </b>N-[1-(1-methyl-2-phenylethyl)-4-piperidyl]acetanilid</p>
</td><td><p>7611746240006</p></td><td><p>a</p></td></tr>
</table></section>
<section id="annex_6"><h1 class="heading"><a href="#annex_6">Anhang 6</a></h1>
<table><tr><th><p>Nummer</p></th><th><p>Bezeichnung</p></th></tr>
<tr><td>
<p>318</p>
</td><td>
<p class="fett">CH-PIATA (CH-PIACA)<sup><a href="#fn-2">8</a></sup></p>
<p>N-Cyclohexyl-2-(1-pentyl-1H-indol-3-yl)acetamid</p>
</td></tr></table></section></body></html>`

describe('a text of the Swiss compilation, as HTML', () => {
  it.each([
    ['13. März 2026', '2026-03-13'],
    ['1. August 2022', '2022-08-01'],
    ['30. Sept. 2022', '2022-09-30'],
  ])('as of %s is law from %s', (printed, day) => {
    const file = 'fedlex-data-admin-ch-eli-cc-2011-363-de-html.html'
    expect(readDated(file, fedlex(printed), () => [], undefined)).toMatchObject({ id: '812.121.11', day, exact: true })
  })

  it('has the name in bold and each further name of an entry, without the numbers of notes', () => {
    const { text } = readDated('812.html', fedlex('13. März 2026'), () => [], undefined)
    const [first, second] = text!.items
    expect([first?.part, second?.part]).toEqual(['Anhang 2', 'Anhang 6'])
    expect(first?.names).toEqual(
      expect.arrayContaining(['Acetyl-alpha-methylfentanyl', 'N-[1-(1-methyl-2-phenylethyl)-4-piperidyl]acetanilid']),
    )
    expect(second?.names).toEqual(
      expect.arrayContaining(['CH-PIATA', 'CH-PIACA', 'N-Cyclohexyl-2-(1-pentyl-1H-indol-3-yl)acetamid']),
    )
  })
})
