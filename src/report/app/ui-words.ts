/**
 * The texts of the interactive page, one row each. Each language is a column, and the compiler reports any row that
 * lacks it. The law and the findings stay in English, with names in the law's own language.
 */
export const languages = { en: 'English', de: 'Deutsch', zh: '中文' } as const
export type Language = keyof typeof languages

type Row = Readonly<Record<Language, string>>

const table = {
  about: {
    en: 'Says whether a chemical structure is controlled, by which provision of which law, and because of which atoms.',
    de:
      'Sagt, ob eine chemische Struktur kontrolliert ist, nach welchen Worten welches Gesetzes und wegen ' +
      'welcher Atome.',
    zh: '说明某一化学结构是否受管制，依据哪部法律的哪些文字，以及涉及哪些原子。',
  },
  privacy: {
    en: 'Nothing you enter leaves this page: it sends no request and works offline.',
    de: 'Nichts, was Sie eingeben, verlässt diese Seite: Sie sendet keine Anfrage und arbeitet ohne Netz.',
    zh: '您输入的内容不会离开本页：页面不发送任何请求，可离线使用。',
  },
  skip: { en: 'Skip to the answer', de: 'Zur Antwort springen', zh: '跳到结果' },
  parts: { en: 'Parts of this page', de: 'Teile dieser Seite', zh: '页面各部分' },
  language: { en: 'Language', de: 'Sprache', zh: '语言' },
  ask: { en: 'Ask', de: 'Fragen', zh: '查询' },
  files: { en: 'Files', de: 'Dateien', zh: '文件' },
  law: { en: 'Read the law', de: 'Gesetze lesen', zh: '阅读法律' },
  own: { en: 'Own rule', de: 'Eigene Regel', zh: '自拟规则' },
  structure: {
    en: 'SMILES, name, CAS number, InChI, InChIKey or mol block',
    de: 'SMILES, Name, CAS-Nummer, InChI, InChIKey oder Molblock',
    zh: 'SMILES、名称、CAS 号、InChI、InChIKey 或 mol 块',
  },
  check: { en: 'Check', de: 'Prüfen', zh: '检查' },
  draw: { en: 'Draw a structure', de: 'Struktur zeichnen', zh: '绘制结构' },
  drawHint: {
    en: 'Choose a bond, ring or atom on the left, then click or drag. Your drawing is checked at once.',
    de: 'Links Bindung, Ring oder Atom wählen, dann klicken oder ziehen. Das Gezeichnete wird sofort geprüft.',
    zh: '在左侧选择键、环或原子，然后单击或拖动。绘制的结构会立即检查。',
  },
  law_day: { en: 'Law of the day', de: 'Recht vom', zh: '适用法律日期' },
  change_days: {
    en: 'Days on which the law changed',
    de: 'Tage, an denen sich das Recht änderte',
    zh: '法律变更的日期',
  },
  today: { en: 'Today', de: 'Heute', zh: '今天' },
  jurisdictions: { en: 'Jurisdictions', de: 'Rechtsordnungen', zh: '法域' },
  all: { en: 'all', de: 'alle', zh: '全部' },
  drug: { en: 'Drugs', de: 'Betäubungsmittel', zh: '毒品' },
  precursor: {
    en: 'Precursors and listed chemicals',
    de: 'Vorläufer und gelistete Chemikalien',
    zh: '前体及列管化学品',
  },
  'chemical weapon': { en: 'Chemical weapons', de: 'Chemische Waffen', zh: '化学武器' },
  further: { en: 'Further kinds', de: 'Weitere Arten', zh: '其他类别' },
  'dual use': { en: 'Dual-use goods', de: 'Güter mit doppeltem Verwendungszweck', zh: '两用物项' },
  'explosives precursor': { en: 'Explosives precursors', de: 'Ausgangsstoffe für Explosivstoffe', zh: '爆炸物前体' },
  'persistent pollutant': { en: 'Persistent pollutants', de: 'Persistente Schadstoffe', zh: '持久性污染物' },
  'ozone or climate': { en: 'Ozone layer and climate', de: 'Ozonschicht und Klima', zh: '臭氧层与气候' },
  proposals: {
    en: 'Treat proposals as if in force',
    de: 'Vorschläge behandeln, als gälten sie',
    zh: '将提案视为已生效',
  },
  starting: { en: 'Starting …', de: 'Startet …', zh: '正在启动……' },
  checking: { en: 'Checking …', de: 'Prüft …', zh: '正在检查……' },
  failed: {
    en: 'The page could not start its structure reader:',
    de: 'Die Seite konnte ihren Strukturleser nicht starten:',
    zh: '无法启动结构读取器：',
  },
  verdicts: { en: 'Verdict by jurisdiction', de: 'Ergebnis nach Rechtsordnung', zh: '各法域结论' },
  jurisdiction: { en: 'Jurisdiction', de: 'Rechtsordnung', zh: '法域' },
  verdict: { en: 'Verdict', de: 'Ergebnis', zh: '结论' },
  by: { en: 'By', de: 'Durch', zh: '依据' },
  reviewed: { en: 'Law reviewed up to', de: 'Recht geprüft bis', zh: '法律核查至' },
  long_ago: {
    en: 'more than a year before the chosen day',
    de: 'mehr als ein Jahr vor dem gefragten Tag',
    zh: '早于所问日期一年以上',
  },
  found: { en: 'Findings', de: 'Was gefunden wurde', zh: '检查结果' },
  questions: { en: 'Open questions', de: 'Offene Fragen', zh: '未决问题' },
  near: { en: 'Closest rules that do not match', de: 'Nächste Regeln, die nicht passen', zh: '最接近但不符合的规则' },
  aside: { en: 'Set aside by the law itself', de: 'Vom Gesetz selbst zurückgestellt', zh: '法律本身排除的规则' },
  history: { en: 'Timeline', de: 'Zeitverlauf', zh: '时间线' },
  history_busy: { en: 'Computing the timeline …', de: 'Zeitverlauf wird ermittelt …', zh: '正在计算时间线……' },
  no_history: {
    en: 'Computing the timeline exceeds the work limit for one structure.',
    de: 'Der Zeitverlauf dieser Struktur kostet mehr Arbeit, als eine Struktur darf.',
    zh: '计算该结构的时间线超出了单个结构允许的工作量。',
  },
  nothing_asked: {
    en: 'Type or draw a structure above.',
    de: 'Oben eine Struktur eingeben oder zeichnen.',
    zh: '请在上方输入或绘制结构。',
  },
  listed: { en: 'listed', de: 'gelistet', zh: '列名' },
  class: { en: 'class', de: 'Stoffgruppe', zh: '类别' },
  undecided: { en: 'undecided', de: 'unentschieden', zh: '未决' },
  uncontrolled: { en: 'uncontrolled', de: 'nicht kontrolliert', zh: '未受管制' },
  controlled: { en: 'controlled', de: 'kontrolliert', zh: '受管制' },
  depends: { en: 'depends', de: 'kommt darauf an', zh: '视具体结构而定' },
  unreadable: { en: 'unreadable', de: 'nicht lesbar', zh: '无法读取' },
  'not recorded': { en: 'not recorded', de: 'nicht verzeichnet', zh: '未收录' },
  drop: {
    en: 'Drop a file here, or choose one: SMILES, CSV, TSV, SD, JSON lines or Excel, up to 50,000 rows.',
    de: 'Datei hier ablegen oder auswählen: SMILES, CSV, TSV, SD, JSON-Zeilen oder Excel, bis 50.000 Zeilen.',
    zh: '将文件拖到此处或选择文件：SMILES、CSV、TSV、SD、JSON 行或 Excel，最多 50,000 行。',
  },
  choose: { en: 'Choose a file', de: 'Datei wählen', zh: '选择文件' },
  cancel: { en: 'Cancel', de: 'Abbrechen', zh: '取消' },
  progress: { en: 'Rows checked', de: 'Geprüfte Zeilen', zh: '已检查行数' },
  cancelled: {
    en: 'Cancelled: only these rows were checked.',
    de: 'Abgebrochen: Nur diese Zeilen wurden geprüft.',
    zh: '已取消：仅检查了这些行。',
  },
  too_many: {
    en: 'The file has more rows: only the first 50,000 were checked. Use the command line for the whole file.',
    de: 'Die Datei hat mehr Zeilen: Nur die ersten 50.000 wurden geprüft. Für die ganze Datei dient die Kommandozeile.',
    zh: '文件行数超限：仅检查了前 50,000 行。整个文件请使用命令行。',
  },
  no_rows: { en: 'The file has no rows.', de: 'Die Datei hat keine Zeilen.', zh: '文件没有数据行。' },
  save: { en: 'Save all rows as', de: 'Alle Zeilen speichern als', zh: '将所有行另存为' },
  search: { en: 'Search the law', de: 'Im Recht suchen', zh: '搜索法律' },
  search_hint: {
    en: 'Name in any script, CAS number, code or citation',
    de: 'Name in beliebiger Schrift, CAS-Nummer, Code oder Fundstelle',
    zh: '任何文字的名称、CAS 号、编号或引文',
  },
  contents: { en: 'Contents', de: 'Inhalt', zh: '目录' },
  nothing_found: { en: 'No record found.', de: 'Kein Eintrag gefunden.', zh: '未找到记录。' },
  rule_parent: {
    en: 'Begin with a parent: its SMILES or name',
    de: 'Mit einer Stammverbindung beginnen: SMILES oder Name',
    zh: '从母体开始：SMILES 或名称',
  },
  rule_draw: { en: 'Draw it', de: 'Zeichnen', zh: '绘制' },
  rule_pick: {
    en: 'Choose the atoms that may carry another group: the draft below follows.',
    de: 'Atome wählen, die eine andere Gruppe tragen dürfen: Der Entwurf unten folgt.',
    zh: '选择可带其他基团的原子：下方草案随之更新。',
  },
  atom: { en: 'atom', de: 'Atom', zh: '原子' },
  rule_text: {
    en: 'Paste or drop the draft of a class rule (JSON) here',
    de: 'Entwurf einer Gruppenregel (JSON), hier eingefügt oder abgelegt',
    zh: '类别规则草案（JSON），粘贴或拖放到此处',
  },
  rule_examples: {
    en: 'Its examples (JSON), if there are any',
    de: 'Ihre Beispiele (JSON), falls es welche gibt',
    zh: '其示例（JSON），如有',
  },
  rule_use: { en: 'Test it and add it to the law', de: 'Prüfen und über das Recht legen', zh: '测试并叠加到法律上' },
  rule_remove: { en: 'Remove it', de: 'Wieder entfernen', zh: '移除' },
  rule_on: {
    en:
      'This rule has been added to the law. Every answer treats it as in force until you close the page or ' +
      'remove the rule:',
    de:
      'Diese Regel liegt über dem Recht. Jede Antwort behandelt sie als geltend, bis die Seite geschlossen ' +
      'oder die Regel entfernt wird:',
    zh: '该规则已叠加到法律上。在关闭页面或移除规则之前，所有结果都将其视为生效：',
  },
} satisfies Readonly<Record<string, Row>>

type UiWord = keyof typeof table
export type UiWords = Readonly<Record<UiWord, string>>

export function uiWords(language: Language): UiWords {
  return Object.fromEntries(Object.entries(table).map(([key, row]) => [key, row[language]])) as UiWords
}

export function isLanguage(text: string): text is Language {
  return Object.hasOwn(languages, text)
}
