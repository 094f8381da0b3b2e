import { describe, expect, it } from 'vitest'
import { NotOfficial } from '../../../src/desk/index.js'
import { namesIn } from '../../../src/desk/official/names-in-line.js'
import { readOfficialXml, readTable } from '../../../src/desk/official/readers.js'
import { parseXml, textOf } from '../../../src/desk/official/xml.js'

// Invented texts: element structure and names, no law.
const lines = (xml: string) =>
  readOfficialXml(xml).items.map(
    (i) => `${i.kind} ${[i.part, i.path, i.code, i.cas].filter((x) => x).join(' ')}: ${i.words}`,
  )
const classes = (xml: string) => readOfficialXml(xml).items.map((i) => i.hasClassWords)

describe('XML', () => {
  it.each(['P', 'BR', 'LA', 'DT', 'DD', 'entry', 'ENT', 'TD', 'Text', 'Label', 'Item', 'Pnumber', 'ListItem', 'CELL'])(
    'the words of %s are not joined to those before and after it',
    (name) => {
      const root = parseXml(`<x>one<${name}>two</${name}>three</x>`)
      expect(textOf(root)).toBe('one two three')
      expect(textOf(root, [name])).toBe('one three')
    },
  )
  it('other elements are within a word, and white space is one blank', () => {
    expect(textOf(parseXml('<x> one<I>two</I>\n <!-- no --><?no no?> <![CDATA[three]]> </x>'))).toBe('onetwo three')
    expect(textOf(parseXml('<x>one<I>two</I>three</x>'), ['I'])).toBe('one three')
  })
  it.each([
    ['', /^found XML that does not read \(.+\); expected a whole XML file, as it was downloaded$/],
    ['words', /^found XML that does not read \(.+\); expected a whole/],
    ['<a><b></a>', /^found XML that does not read \([^\n]+\); expected a whole/],
    ['<a>&unknown;</a>', /^found XML that does not read \(.*entity.*\); expected a whole/],
    ['<a b=c/>', /^found XML that does not read \(.+\); expected a whole/],
  ])('%j is not read', (text, message) => expect(() => parseXml(text)).toThrow(message))
  it('a text that is larger than any law is refused, without being read to its end', () => {
    let given = 0
    function* endless() {
      yield '<ECFR>'
      for (;;) {
        given++
        yield '<P>words</P>'
      }
    }
    expect(() => readOfficialXml(endless())).toThrow('found more than 50000 elements; expected the part of a law')
    expect(given).toBeLessThan(60_000)
    expect(() => parseXml('<a>'.repeat(5000))).toThrow('elements nested more than 500 deep')
  })
  it('a text may come in pieces', () => {
    expect(textOf(parseXml(['<x>on', 'e<I>t', 'wo</I', '>three</x>']))).toBe('onetwothree')
  })
  it('another root element is named', () =>
    expect(() => readOfficialXml('<html/>')).toThrow(/^found the root element html; expected one of Statute, /))
})

describe('legislation.gov.uk', () => {
  const act = (parts: string, more = 'DocumentURI="http://www.legislation.gov.uk/ukpga/1900/1"') =>
    `<Legislation ${more}><Schedule>${parts}</Schedule></Legislation>`
  const p1 = (number: string, under: string) =>
    `<P1><Pnumber>${number}</Pnumber><P1para><Text>words of ${number}</Text>${under}</P1para></P1>`
  const p2 = (number: string, text: string) => `<P2><Pnumber>(${number})</Pnumber><P2para>${text}</P2para></P2>`
  const part = (inner: string) => `<Part><Number>PART II</Number>${inner}</Part>`
  it('substances in paragraph 1 and in those inserted after one, scope in the others', () =>
    expect(
      lines(
        act(
          part(
            p1('1', '') +
              p1('1A', p2('a', '<ListItem>Ethanol</ListItem>')) +
              p1('2', '') +
              p1('3', p2('b', '<Text>its salts</Text>')),
          ),
        ),
      ),
    ).toEqual([
      'class Part II 1: words of 1',
      'entry Part II 1A(a): Ethanol',
      'scope Part II 2: words of 2',
      'scope Part II 3(b): its salts',
    ]))
  it('a part or paragraph of any number; only one inserted after the first lists substances', () =>
    expect(
      lines(
        act(
          `<Part><Number>Of parts</Number>${p1('12AB', p2('a', 'Ethanol'))}${p1('1AB2', p2('a', 'x'))}${p1('x1A', p2('b', 'x'))}</Part>`,
        ),
      ),
    ).toEqual(['class Of parts 12AB(a): Ethanol', 'scope Of parts 1AB2(a): x', 'scope Of parts x1A(b): x']))
  it('the number in front of words is not among them; numbers within them are', () => {
    const words = (number: string, text: string) =>
      readOfficialXml(act(part(p1('1', p2(number, text))))).items.map((i) => i.words)
    expect(words('xi', '<Text> any (b) compound</Text>')).toEqual(['any (b) compound'])
    expect(words('a', '<CommentaryRef>note</CommentaryRef><Text>any - b</Text>')).toEqual(['any - b'])
  })
  it('the day is that of the schedule, or that of the act', () => {
    const day = (ofAct: string, ...ofSchedules: string[]) =>
      readOfficialXml(
        `<Legislation DocumentURI="http://www.legislation.gov.uk/ukpga/1900/1" ${ofAct}>${ofSchedules.map((own) => `<Schedule ${own}>${part(p1('1', ''))}</Schedule>`).join('')}</Legislation>`,
      )
    const [first, second] = ['RestrictStartDate="2020-01-01"', 'RestrictStartDate="2021-01-01"']
    expect(day(first, '', second)).toMatchObject({ day: '2021-01-01', format: 'legislation.gov.uk XML' })
    expect(day(first, '').day).toBe('2020-01-01')
    expect(day('', '').day).toBeNull()
  })
  it('class words cover more than they name, scope names nothing', () =>
    expect(
      readOfficialXml(act(part(p1('1', p2('a', 'Any compound')) + p1('2', '')))).items.map((i) => [
        i.hasClassWords,
        i.names,
      ]),
    ).toEqual([
      [true, ['Any compound']],
      [false, []],
    ]))
  it('a paragraph of repealed words and notes only is no item', () => {
    const xml = act(
      part(
        p1('1', p2('a', '<Text><Repeal>Ethanol</Repeal><CommentaryRef/></Text>') + p2('b', '<Text>Methanol</Text>')),
      ),
    )
    expect(lines(xml)).toEqual(['class Part II 1(b): Methanol'])
    expect(readOfficialXml(xml).repealed).toBe(1)
  })
  it('a listed name can cover derivatives', () =>
    expect(
      classes(
        act(part(p1('1', p2('a', '<ListItem>Ethanol</ListItem><ListItem>Any derivative of ethanol</ListItem>')))),
      ),
    ).toEqual([false, true]))
  it('a part and a paragraph without numbers', () =>
    expect(lines(act('<Part><P1><Text>Salts</Text></P1></Part>'))).toEqual(['scope : Salts']))
  it.each([
    ['IdURI="http://www.legislation.gov.uk/id/ukpga/1900/1"', 'ukpga/1900/1', null],
    ['DocumentURI="" IdURI="http://www.legislation.gov.uk/uksi/2001/3998"', 'uksi/2001/3998', null],
    ['IdURI="http://www.legislation.gov.uk/ukpga/1900/1" RestrictStartDate="2026-01-31"', 'ukpga/1900/1', '2026-01-31'],
  ])('%s', (more, id, day) => expect(readOfficialXml(act(part(p1('1', '')), more))).toMatchObject({ id, day }))
  it.each([
    ['', 'found DocumentURI=""; expected Legislation with DocumentURI'],
    ['DocumentURI="http://example.org/ukpga/1900/1"', 'found DocumentURI="http://example.org/ukpga/1900/1"'],
  ])('%s is not an act', (more, found) => expect(() => readOfficialXml(act(part(''), more))).toThrow(found))
  it('an act without a schedule in parts', () =>
    expect(() => readOfficialXml(act(p1('1', '')))).toThrow(
      'found ukpga/1900/1 without a schedule in parts; expected Schedule > ScheduleBody > Part > P1',
    ))
})

describe('eCFR', () => {
  const section = (inner: string, n = '§ 1308.11') => `<DIV8 N="${n}" TYPE="SECTION">${inner}</DIV8>`
  it('a section by itself; letters, numbers, roman numbers and capitals are four levels', () =>
    expect(
      lines(
        section(
          '<FP>(h) Others:</FP><FP>(i) More:</FP><P>(1) Group:</P><P>(i) Ethanol 1000</P><P>(ii)(A) Methanol—2000</P><P>(B) Propanol 3000</P><P>(j) End.</P>',
        ),
      ),
    ).toEqual([
      'heading 1308.11 (h): Others:',
      'heading 1308.11 (i): More:',
      'heading 1308.11 (i)(1): Group:',
      'entry 1308.11 (i)(1)(i) 1000: Ethanol',
      'entry 1308.11 (i)(1)(ii)(A) 2000: Methanol',
      'entry 1308.11 (i)(1)(ii)(B) 3000: Propanol',
      'heading 1308.11 (j): End.',
    ]))
  it('rows by either name, with the code in the last cell or after the words; others have none', () =>
    expect(
      lines(
        section(
          '<P>(b) Opiates:</P><ROW><ENT>(1) Ethanol</ENT><ENT>1000</ENT></ROW><TR><TD>(2) Methanol ..... 2000</TD><TD/></TR><TR><TD>(3) Group of 12</TD></TR><TR><TD>no number</TD><TD>4000</TD></TR>',
        ),
      ),
    ).toEqual([
      'heading 1308.11 (b): Opiates:',
      'entry 1308.11 (b)(1) 1000: Ethanol',
      'entry 1308.11 (b)(2) 2000: Methanol',
      'heading 1308.11 (b)(3): Group of 12',
    ]))
  it('what is reserved or removed is no item', () =>
    expect(lines(section('<P>(a) [Reserved]</P><P>(b) [Removed and reserved]</P><P>(c) Others:</P>'))).toEqual([
      'heading 1308.11 (c): Others:',
    ]))
  it('a chemical of 1310.02 is an entry without a code, under its list', () =>
    expect(lines(section('<P>(a) List I:</P><P>(1) Ethanol</P><P>(i) Its salts</P>', '1310.02'))).toEqual([
      'heading 1310.02 (a): List I:',
      'entry 1310.02 (a)(1): Ethanol',
      'heading 1310.02 (a)(1)(i): Its salts',
    ]))
  it('a part is called by its number, and has no day', () => {
    for (const n of ['§ 1308.11', '§1308.11', '1308.11']) {
      const xml = `<DIV5 TYPE="PART" N="1308">${section('<P>(a) A.</P>', n)}</DIV5>`
      expect(readOfficialXml(xml)).toMatchObject({ id: '21 CFR 1308', format: 'eCFR XML', day: null, repealed: 0 })
      expect(lines(xml)).toEqual(['heading 1308.11 (a): A.'])
    }
  })
  it('an appendix is not a section', () => {
    const appendix = section('<P>(a) A.</P>').replace('SECTION', 'APPENDIX')
    expect(() => readOfficialXml(appendix)).toThrow('no numbered paragraph')
    expect(lines(`<DIV5 TYPE="PART" N="1308">${appendix}${section('<P>(b) B.</P>')}</DIV5>`)).toEqual([
      'heading 1308.11 (b): B.',
    ])
  })
  it('a section without numbered paragraphs is no list', () =>
    expect(() => readOfficialXml(section('<P>Words.</P>'))).toThrow('no numbered paragraph'))
  it('only numbers in front count, of up to five letters or three digits', () =>
    expect(
      lines(
        section(
          '<P>(a) Any (b) of these</P><P>(12)(viii) Ethanol 1000</P><P>(123) (A) Words [Reserved] since 2010 or so</P><P>(b) Words [Removed]</P><P>(xxviii) Words</P>',
        ),
      ),
    ).toEqual([
      'heading 1308.11 (a): Any (b) of these',
      'entry 1308.11 (a)(12)(viii) 1000: Ethanol',
      'heading 1308.11 (a)(123)(A): Words [Reserved] since 2010 or so',
      'heading 1308.11 (b): Words [Removed]',
    ]))
  it('only section 1310.02 has chemicals', () => {
    for (const n of ['1310.021', '21310.02'])
      expect(lines(section('<P>(a) List:</P><P>(1) Ethanol</P>', n))[1]).toBe(`heading ${n} (a)(1): Ethanol`)
  })
})

describe('gesetze-im-internet', () => {
  const row = (...cells: string[]) => `<row>${cells.map((c) => `<entry>${c}</entry>`).join('')}</row>`
  const norm = (enbez: string, inner: string) =>
    `<norm><metadaten><jurabk>XG</jurabk><enbez>${enbez}</enbez></metadaten>${inner}</norm>`
  const act = (inner: string, more = '') => `<dokumente ${more}>${inner}</dokumente>`
  it('names after the header; a row with one name can be an exception, one with several is an entry', () =>
    expect(
      lines(
        act(
          norm('§ 1', row('INN', 'x') + row('Zweck', 'a', 'b')) +
            '<norm/>' +
            norm(
              'Anlage II',
              row('vor', 'dem', 'Kopf') +
                row('Stoffbezeichnung', 'andere', 'chemische') +
                row('- ausgenommen in Zubereitungen', '', '') +
                row('- die Ester', 'Ethanol', '–') +
                row('', '', '') +
                row('–', '-', '—') +
                row('Stoffe der Gruppe:', '', '') +
                row('zwei', 'Zellen') +
                row('INN', 'wieder', 'Kopf') +
                row('Methanol', '', 'Methanol'),
            ),
        ),
      ),
    ).toEqual([
      'exclusion Anlage II: - ausgenommen in Zubereitungen |  | ',
      'entry Anlage II: - die Ester | Ethanol | –',
      'heading Anlage II: – | - | —',
      'heading Anlage II: Stoffe der Gruppe: |  | ',
      'heading Anlage II: zwei | Zellen',
      'entry Anlage II: Methanol |  | Methanol',
    ]))
  it('a name that two columns repeat counts once, and a dash is none', () =>
    expect(
      readOfficialXml(act(norm('Anlage I', row('INN') + row('Methanol', '-', 'Methanol')))).items.map((i) => i.names),
    ).toEqual([['Methanol']]))
  it('exceptions, headings and annexes by how they begin or end', () =>
    expect(
      lines(
        act(
          norm('Zur Anlage', '<DT>1</DT><DD>x</DD>') +
            norm(
              'Anlage',
              row('INN', 'x', 'y') +
                row('-ausgenommen Bier', '', '') +
                row('Stoff - die Ester', '', '') +
                row('Stoff: rein', '', '') +
                row('Stoff -', '', ''),
            ),
        ),
      ),
    ).toEqual([
      'exclusion Anlage: -ausgenommen Bier |  | ',
      'entry Anlage: Stoff - die Ester |  | ',
      'entry Anlage: Stoff: rein |  | ',
      'entry Anlage: Stoff - |  | ',
    ]))
  it('what names nothing has no names, and definitions are class words', () => {
    const xml = act(
      norm('Anlage I', row('INN') + row('- ausgenommen Bier', '', '') + row('zwei', 'Zellen')) +
        norm('Anlage II', '<DT>12.10</DT><DD>Gruppe</DD><DT>1a</DT><DD>x</DD><DT>x1</DT><DD>x</DD>'),
    )
    expect(readOfficialXml(xml)).toMatchObject({
      format: 'gesetze-im-internet XML',
      items: [
        { kind: 'exclusion', names: [], hasClassWords: false },
        { kind: 'heading', names: [], hasClassWords: false },
        { kind: 'class', path: '12.10', names: [], hasClassWords: true },
      ],
    })
  })
  it('definitions by their numbers; a number without words is none', () =>
    expect(lines(act(norm('Anlage', '<DT>1.2.</DT><DD>Gruppe A</DD><DT>b)</DT><DD>Punkt</DD><DT>2</DT>')))).toEqual([
      'class Anlage 1.2: Gruppe A',
    ]))
  it.each([
    ['builddate="20260131222006"', '2026-01-31'],
    ['builddate="20260131"', '2026-01-31'],
    ['builddate="2026"', null],
    ['', null],
  ])('its day: %s', (more, day) =>
    expect(readOfficialXml(act(norm('Anlage', '<DT>1</DT><DD>A</DD>'), more)).day).toBe(day),
  )
  it('an act without a name', () =>
    expect(() => readOfficialXml(act('<norm/>'))).toThrow(
      'found no jurabk; expected dokumente > norm > metadaten > jurabk',
    ))
  it('an act without an annex', () =>
    expect(() => readOfficialXml(act(`${norm('§ 1', '')}<norm/>`))).toThrow('found XG without an annex; expected norm'))
})

describe('Justice Laws', () => {
  const act = (inner: string, more = '') =>
    `<Statute ${more} xmlns:lims="http://justice.gc.ca/lims"><ConsolidatedNumber>X-1</ConsolidatedNumber>${inner}</Statute>`
  const schedule = (inner: string, label = '<Label>Schedule 2</Label>') =>
    `<Schedule><ScheduleFormHeading>${label}</ScheduleFormHeading>${inner}</Schedule>`
  const item = (label: string, text: string, inner = '') =>
    `<Item><Label>${label}</Label><Text>${text}</Text>${inner}</Item>`
  const list = (...items: string[]) => `<List>${items.join('')}</List>`
  const table = (rows: string, caption = '') => `<TableGroup>${caption}<tbody>${rows}</tbody></TableGroup>`
  const row = (a: string, b: string) => `<row><entry>${a}</entry><entry>${b}</entry></row>`
  it('a regulation by its instrument number, without a day', () =>
    expect(
      readOfficialXml(
        `<Regulation><InstrumentNumber>SOR/1</InstrumentNumber>${schedule(list(item('1', 'Ethanol')))}</Regulation>`,
      ),
    ).toMatchObject({ id: 'SOR/1', day: null }))
  it('schedules without a label and those of a bill are not of the act', () =>
    expect(
      lines(
        act(
          schedule(list(item('1', 'Methanol')), '') +
            `<Schedule>${list(item('1', 'Propanol'))}</Schedule>` +
            schedule(`<BillPiece/>${list(item('1', 'Butanol'))}`) +
            schedule(list(item('1', 'Ethanol'))),
        ),
      ),
    ).toEqual(['entry Schedule 2 1: Ethanol']))
  it('is named, and so is what it lacks', () => {
    expect(readOfficialXml(act(schedule(list(item('1', 'Ethanol'))))).format).toBe('Justice Laws XML')
    expect(() => readOfficialXml(act(''))).toThrow('found X-1 without a list; expected Schedule > List > Item')
    expect(() => readOfficialXml('<Statute/>')).toThrow(
      'found no ConsolidatedNumber; expected Statute > Identification > Chapter > ConsolidatedNumber',
    )
  })
  it('its parts are named as it numbers them', () => {
    const group = (heading: string) =>
      schedule(
        `<Group>${heading}${table(row('1', 'Ethanol'), '<Caption>Of TABLE 2</Caption>')}</Group>`,
        '<Label>Old schedule 2</Label>',
      )
    const parts = (heading: string) => readOfficialXml(act(group(heading))).items.map((i) => i.part)
    const heading = (inner: string) => `<GroupHeading>${inner}</GroupHeading>`
    const start = 'Schedule Old schedule 2'
    expect(parts(heading('<Label>The PART 3</Label>Words'))).toEqual([`${start} The PART 3 Of TABLE 2`])
    expect(parts(heading('Words'))).toEqual([`${start} Words Of TABLE 2`])
    expect(parts('')).toEqual([`${start} Of TABLE 2 1 Ethanol Of TABLE 2`])
  })
  it('repealed words are no words', () =>
    expect(
      lines(
        act(
          schedule(
            list('<Item><Text>and <Repealed>x</Repealed></Text></Item>', item('1', 'Any substance that has')) +
              table(row('<Repealed>1</Repealed>2', 'Methanol')),
          ),
        ),
      ),
    ).toEqual(['entry Schedule 2 1: x'].slice(1).concat('class Schedule 2 1: Any substance that has')))
  it('lists in words between items belong to the class, and those that begin otherwise exclude nothing', () =>
    expect(
      lines(
        act(
          schedule(
            list(
              item(
                '1',
                'Any substance that has',
                list(
                  `<Item><Text>a ring with</Text>${list('<Item><Text>oxygen</Text></Item>', '<Item><Text>or sulfur</Text></Item>')}</Item>`,
                  '<Item><Text>and all but not including water</Text></Item>',
                  '<Item/>',
                  item('(a)', 'Furan'),
                ),
              ),
              item('2', 'Not any substance that has a chain'),
            ),
          ),
        ),
      ),
    ).toEqual([
      'class Schedule 2 1: Any substance that has a ring with oxygen or sulfur and all but not including water ',
      'entry Schedule 2 1(a): Furan',
      'entry Schedule 2 2: Not any substance that has a chain',
    ]))
  it('an item with items is a heading only if its words say so', () => {
    const nested = (words: string) =>
      lines(act(schedule(list(item('1', words, list(item('(a)', 'Ethanol')))))))[0]!.split(' ')[0]
    expect(
      ['Alcohols and their salts', 'Alcohol agonists', 'Alcohol and derivatives thereof', 'Spirit (ethanol)'].map(
        nested,
      ),
    ).toEqual(['heading', 'heading', 'heading', 'entry'])
    expect(lines(act(schedule(list(item('1', 'Alcohols and their salts')))))).toEqual([
      'entry Schedule 2 1: Alcohols and their salts',
    ])
  })
  it('words that cover more than they name', () =>
    expect(
      classes(
        act(
          schedule(
            list(
              item('1', 'Ethanol'),
              item('2', 'Ethanol and analogues'),
              item('3', 'Any substance that has the structure of ethanol'),
              item('4', 'Alcohols, their salts and derivatives', list(item('(1)', 'Methanol intermediates'))),
              '<Item><Text>but not including</Text></Item>',
              item('5', 'derivatives of propanol'),
            ),
          ),
        ),
      ),
    ).toEqual([false, true, true, true, true, false]))
  it('a class, the words between its items, and repealed items', () => {
    const xml = act(
      schedule(
        list(
          item(
            '1',
            'Any substance that has',
            list('<Item><Text>a ring, or</Text></Item>', '<Item><Text>a chain</Text></Item>'),
          ),
          item('2', '<Repealed>[Repealed]</Repealed>'),
        ),
      ),
    )
    expect(lines(xml)).toEqual(['class Schedule 2 1: Any substance that has a ring, or a chain'])
    expect(readOfficialXml(xml).repealed).toBe(1)
  })
  it('tables of groups, with and without a caption; a repealed row is counted, half a row is none', () => {
    const rows = row('1', 'Ethanol') + row('2', '<Repealed>[Repealed]</Repealed>') + row('', 'x') + row('3', '')
    const xml = act(
      schedule(
        `<Group><GroupHeading><Label>PART 1</Label></GroupHeading>${table(rows)}</Group>` +
          `<Group><GroupHeading>Of spirits</GroupHeading>${table(row('1', 'Methanol and derivatives'), '<Caption>TABLE 2 — More</Caption>')}</Group>`,
      ),
    )
    expect(lines(xml)).toEqual([
      'entry Schedule 2 Part 1 1: Ethanol',
      'entry Schedule 2 Of spirits Table 2 1: Methanol and derivatives',
    ])
    expect(classes(xml)).toEqual([false, true])
    expect(readOfficialXml(xml).repealed).toBe(1)
  })
})

describe('EUR-Lex', () => {
  const row = (...cells: string[]) => `<ROW>${cells.map((c) => `<CELL>${c}</CELL>`).join('')}</ROW>`
  const number = '<NO.CELEX>32004R0001</NO.CELEX>'
  it('an annex by itself, without a title or a day', () => {
    const xml = `<ANNEX>${number}${row('Ethanol (1)', 'ex 2207', '64-17-5')}${row('12', '2207')}${row()}</ANNEX>`
    expect(lines(xml)).toEqual(['entry Annex 1 ex 2207 64-17-5: Ethanol (1) | ex 2207 | 64-17-5'])
    expect(readOfficialXml(xml)).toMatchObject({ day: null, items: [{ names: ['Ethanol'] }] })
  })
  it('codes and numbers are whole cells, and the day is a whole date', () => {
    const cells = ['x64-17-5', '64-17-5x', 'code 2207', '2207 10 x', 'ex 2207 10 00']
    const xml = `<ACT>${number}<DATE ISO="120260131"/><DATE ISO="202601311"/><DATE ISO="20260131"/><ANNEX>${row('Ethanol (1) spirit', ...cells)}</ANNEX></ACT>`
    expect(readOfficialXml(xml)).toMatchObject({
      format: 'EUR-Lex XML',
      day: '2026-01-31',
      items: [{ code: 'ex 2207 10 00', cas: null, names: ['Ethanol (1) spirit', 'Ethanol', 'Ethanol spirit'] }],
    })
  })
  it('a row without code and number', () =>
    expect(lines(`<ACT>${number}<DATE ISO="2026"/><DATE/><ANNEX/><ANNEX>${row('Ethanol', '-')}</ANNEX></ACT>`)).toEqual(
      ['entry Annex 2: Ethanol | -'],
    ))
  it('no table', () =>
    expect(() => readOfficialXml(`<ACT>${number}<ANNEX/></ACT>`)).toThrow(
      'found 32004R0001 without a table in an annex; expected ANNEX > TBL > CORPUS > ROW > CELL',
    ))
  it('no number', () =>
    expect(() => readOfficialXml('<ACT><ANNEX/></ACT>')).toThrow(
      'found no NO.CELEX; expected an act or consolidated act with NO.CELEX and ANNEX > TBL > CORPUS > ROW > CELL',
    ))
})

describe('a table', () => {
  it('has names in several columns, notes, headings and exceptions', () =>
    expect(
      readTable([
        ['\ufeffList', 'INN', 'Text', 'CAS', 'Paragraph'],
        ['I', 'Ethanol', 'Spirit &amp; wine', '64-17-5', '1 (example)'],
        ['I', 'Alcohols:', '', '', '2'],
        ['I', 'Alcohols:', 'Methanol', '', '2'],
        ['I', 'NOTE: of no weight', '', '', ''],
        ['I', 'EXEMPT: beer', '', '', ''],
        ['I', '- ausgenommen Bier', '', '', ''],
        ['I', '-'],
        ['I', '', 'Propanol'],
      ]).items.map((i) => [i.kind, i.part, i.path, i.cas, i.words, i.names.join('|')]),
    ).toEqual([
      ['entry', 'I', '1', '64-17-5', 'Ethanol | Spirit & wine', 'Ethanol|Spirit & wine'],
      ['heading', 'I', '2', null, 'Alcohols:', ''],
      ['entry', 'I', '2', null, 'Alcohols: | Methanol', 'Alcohols|Methanol'],
      ['exclusion', 'I', '', null, 'NOTE: of no weight', ''],
      ['exclusion', 'I', '', null, 'EXEMPT: beer', ''],
      ['exclusion', 'I', '', null, '- ausgenommen Bier', ''],
      ['entry', 'I', '', null, 'Propanol', 'Propanol'],
    ]))
  it('has columns in any case and spacing, and rows that are too short', () => {
    const xml = readTable([
      [' Entry ', 'x\ufeff', 'NAME', 'cas'],
      [' 1 ', 'x', ' Ethanol ', ' 64-17-5 '],
      ['2', 'x', 'Methanol'],
    ])
    expect(xml).toMatchObject({
      id: null,
      format: 'CSV',
      items: [
        { path: '1', words: 'Ethanol', cas: '64-17-5', code: null, part: '' },
        { path: '2', words: 'Methanol', cas: null },
      ],
    })
  })
  it('has notes, exceptions and headings by how they begin or end, and examples that share a number', () =>
    expect(
      readTable([
        ['entry', 'name', 'category'],
        ['1 (example)', '-ausgenommen Bier', 'x 2A'],
        ['1 (example) b', 'See NOTE: this', '2'],
        ['2', 'Bier - ausgenommen Wein', ''],
        ['3', 'Alcohols: all', ''],
      ]).items.map((i) => [i.kind, i.path, i.part]),
    ).toEqual([
      ['exclusion', '1', 'x 2A'],
      ['entry', '1 (example) b', 'Category 2'],
      ['entry', '2', ''],
      ['entry', '3', ''],
    ]))
  it('needs a column of names, and shows only the beginning of its columns', () => {
    expect(() => readTable([['entry', 'x']])).toThrow(
      'found the columns entry, x; expected CSV with the columns entry,name',
    )
    const many = Array.from({ length: 100 }, (_, i) => `column${i}`)
    expect(() => readTable([many])).toThrow(`found the columns ${many.join(', ').slice(0, 200)}; expected`)
    expect(() => readTable([['entry', 'name']])).toThrow(
      'expected CSV with the columns entry,name[,code,cas,list] and one row per entry',
    )
  })
  it('has days only if it has a column for them', () => {
    const days = (head: string[], row: string[]) =>
      readTable([
        ['entry', 'name', ...head],
        ['1', 'A b', ...row],
      ]).items[0]!.days
    expect(days([], [])).toBeUndefined()
    expect(days(['from'], ['2020-01-01'])).toEqual({ from: '2020-01-01', until: null })
    expect(days(['until'], ['2020-01-01'])).toEqual({ from: null, until: '2020-01-01' })
    expect(days(['from', 'until'], ['', ''])).toEqual({ from: null, until: null })
  })
  it('has the list as it is written, unless its column is called category', () => {
    const part = (head: string, cell: string) =>
      readTable([
        ['name', head],
        ['Ethanol', cell],
      ]).items[0]!.part
    expect([part('schedule', '2A x'), part('category', '2A x'), part('category', 'none')]).toEqual([
      '2A x',
      'Category 2A',
      'none',
    ])
  })
  it.each([
    [[['x', '', 'name']], 'found the columns x, name;'],
    [[['', '']], 'found the columns (none);'],
    [
      [
        ['entry', 'name'],
        ['1', ''],
      ],
      'found a table without rows;',
    ],
  ])('%j is none', (rows, found) => {
    expect(() => readTable(rows)).toThrow(NotOfficial)
    expect(() => readTable(rows)).toThrow(found)
  })
})

it('a file may begin with a byte order mark', () =>
  expect(readOfficialXml('\ufeff<DIV8 N="1308.11" TYPE="SECTION"><P>(a) A.</P></DIV8>').items).toHaveLength(1))

it('words of different elements are not joined, and comments are not words', () =>
  expect(lines('<DIV8 N="1308.11" TYPE="SECTION"><P>(a) one<BR/>two<I>three</I><P>four</P>five</P></DIV8>')).toEqual([
    'heading 1308.11 (a): one twothree four five',
  ]))

describe('the names in a line', () => {
  it.each([
    ['Ethanol, its salt', ['Ethanol']],
    ['Ethanol and any salt thereof', ['Ethanol']],
    ['Ethanol, any salts or derivatives thereof, if known', ['Ethanol']],
    ['Alcohols, including:', ['Alcohols']],
    ['Alcohols as follows:', ['Alcohols']],
    ['Ethanol, salts, isomers and salts of isomers', ['Ethanol']],
    ['Ethanol and its optical, geometric isomers', ['Ethanol']],
    ['Ethanol (spirit; alcohol, absolute)', ['spirit', 'alcohol', 'absolute', 'Ethanol']],
    ['Ethanol or spirit', ['Ethanol', 'spirit']],
    ['Ethanol oder Weingeist', ['Weingeist']],
    ['Ethanol (also known as spirit)', ['spirit']],
    ['Ethanol (other names: spirit)', ['spirit']],
    ['2‐(4–x)  y', ['2-(4-x) y']],
    ['Ethanol (a) more (b c)', ['Ethanol', 'Ethanol more', 'b c']],
    ['Ethanol [spirit], {alcohol}', ['spirit', 'alcohol']],
    ['1-(a (b) c)d', ['1-(a (b) c)d']],
    ['x) (spirit', ['x) (spirit']],
  ])('%s', (line, expected) => expect(namesIn(line)).toEqual(expect.arrayContaining(expected)))
  it.each([
    ['  a  bc ', ['a bc']],
    ['Ethanol.;', ['Ethanol']],
    ['Ethanol, including (spirit)', ['Ethanol, including (spirit)', 'Ethanol', 'Ethanol, including', 'spirit']],
    ['Ethanol also known as spirit', ['Ethanol also known as spirit']],
    ['Ethanol (other name: spirit)', ['Ethanol (other name: spirit)', 'Ethanol', 'spirit']],
    ['2-(chlorophenyl)', ['2-(chlorophenyl)']],
    ['Salt of (RS)-ethanol', ['Salt of (RS)-ethanol']],
    ['x) (spirit)', ['x) (spirit)', 'x)', 'spirit']],
    ['Ethanol its salts', ['Ethanol']],
    ['Ethanol and its cis, optical isomers', ['Ethanol']],
    ['Ethanol and its ester', ['Ethanol']],
    ['Ethanol, their isomer', ['Ethanol']],
    ['Ethanol and its saltation', ['Ethanol and its saltation']],
    ['Alcohols, including all', ['Alcohols, including all']],
    ['Alcohols, including', ['Alcohols']],
    ['Alcohols as follows: all', ['Alcohols as follows: all']],
    ['Ethanol, salts', ['Ethanol, salts']],
  ])('%s, exactly', (line, expected) => expect(namesIn(line)).toEqual(expected))
  it('do not include its words on salts, single letters or repetitions', () => {
    expect(namesIn('Ethanol (e) and its salts.')).not.toContain('e')
    expect(namesIn('Ethanol and its salts')).toEqual(['Ethanol'])
    expect(namesIn('1-(4-x)y')).toEqual(['1-(4-x)y'])
  })
})
