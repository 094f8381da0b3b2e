import { readClml } from './clml.js'
import { readEcfr } from './ecfr.js'
import { readFormex } from './formex.js'
import { readGesetze } from './gesetze.js'
import { readJusticeLaws } from './justice-laws.js'
import { NotOfficial, type OfficialText } from './official-text.js'
import { parseXml, type Element } from './xml.js'

/** The reader of each format, by the name of the root element. */
const readers: Readonly<Record<string, (root: Element) => OfficialText>> = {
  Statute: readJusticeLaws,
  Regulation: readJusticeLaws,
  dokumente: readGesetze,
  ECFR: readEcfr,
  DIV1: readEcfr,
  DIV3: readEcfr,
  DIV5: readEcfr,
  DIV8: readEcfr,
  DLPSTEXTCLASS: readEcfr,
  Legislation: readClml,
  ACT: readFormex,
  'CONS.ACT': readFormex,
  ANNEX: readFormex,
}

/** Reads an official text in any of these XML formats; it may come in pieces. @throws {NotOfficial} */
export function readOfficialXml(text: string | Iterable<string>): OfficialText {
  const root = parseXml(text)
  const read = readers[root.localName]
  if (!read) throw new NotOfficial(`the root element ${root.localName}`, `one of ${Object.keys(readers).join(', ')}`)
  return read(root)
}
