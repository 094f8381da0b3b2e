import { ZipFile } from 'yazl'

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A workbook as Excel writes it: shared strings, styles, several sheets. */
export async function workbook(
  sheets: Readonly<Record<string, string>>,
  {
    strings = [] as readonly string[],
    styles = '',
    extra = {} as Readonly<Record<string, Buffer>>,
    hidden = [] as readonly string[],
  } = {},
): Promise<Buffer> {
  const names = Object.keys(sheets)
  const rel = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`
  const rels = (all: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all}</Relationships>`
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': rels(rel('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `<workbook ${main} xmlns:r="${office}"><sheets>${names
      .map((name, i) => {
        const state = hidden.includes(name) ? ' state="hidden"' : ''
        return `<sheet name="${name}" sheetId="${i + 1}"${state} r:id="s${i}"/>`
      })
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': rels(
      names.map((_, i) => rel(`s${i}`, 'worksheet', `worksheets/sheet${i + 1}.xml`)).join('') +
        rel('ss', 'sharedStrings', 'sharedStrings.xml') +
        rel('st', 'styles', 'styles.xml'),
    ),
    'xl/sharedStrings.xml': `<sst ${main}>${strings.map((s) => `<si>${s}</si>`).join('')}</sst>`,
    'xl/styles.xml': `<styleSheet ${main}>${styles}</styleSheet>`,
  }
  names.forEach((name, i) => {
    parts[`xl/worksheets/sheet${i + 1}.xml`] = `<worksheet ${main}><sheetData>${sheets[name]}</sheetData></worksheet>`
  })
  const zip = new ZipFile()
  for (const [name, text] of Object.entries(parts)) zip.addBuffer(Buffer.from(text), name)
  for (const [name, bytes] of Object.entries(extra)) zip.addBuffer(bytes, name)
  zip.end()
  const collected: Buffer[] = []
  for await (const part of zip.outputStream) collected.push(part as Buffer)
  return Buffer.concat(collected)
}

/** A row of texts. */
export const inline = (cells: readonly string[]) =>
  `<row>${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`
