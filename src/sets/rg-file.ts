/** An RG file: a structure with lists of R-groups, in V2000 blocks. */
export function isRgFile(text: string): boolean {
  return text.startsWith('$MDL')
}

/**
 * The same as a V3000 mol block; null if it holds more than atoms, bonds, charges, isotopes, radicals and R-groups.
 * Source: BIOVIA, CTfile formats, "RGfiles".
 */
export function fromRgFile(text: string): string | null {
  const [root = '', ...groups] = text.replace(/\r/g, '').split(/^\$RGP\n/m)
  const own = tablesIn(root).map(asV3000)
  const lists = groups.map((group) => ({ label: /^\s*(\d+)/.exec(group)?.[1], members: tablesIn(group).map(asV3000) }))
  const isWhole = own.length === 1 && lists.every(({ label, members }) => label && !members.includes(null))
  const isFree = [...text.matchAll(/^M {2}LOG.*/gm)].every(([line]) =>
    occurs(/^M {2}LOG +\d+ +\d+ +0 +0(.*)/.exec(line)?.[1] ?? '0'),
  )
  if (!isWhole || !isFree || own[0] === null) return null
  const blocks = lists.map(
    ({ label, members }) =>
      `M  V30 BEGIN RGROUP ${label}\nM  V30 RLOGIC 0 0 ""\n${members.join('\n')}\nM  V30 END RGROUP`,
  )
  return ['', '', '', '  0  0  0     0  0            999 V3000', own[0], ...blocks, 'M  END', ''].join('\n')
}

/** Whether an R label whose number of occurrences is stated so is certainly there; without a number it is. */
export function occurs(times: string): boolean {
  return /^(?:> *0|[1-9]\d*)?$/.test(times.trim())
}

function tablesIn(text: string): string[] {
  return [...text.matchAll(/^\$CTAB\n(.*?)^\$END CTAB/gms)].map((found) => found[1]!)
}

/** What V3000 writes next to an atom for a line such as `M  CHG  1   4  -1`, before the value. */
const properties: Readonly<Record<string, string>> = {
  CHG: 'CHG=',
  ISO: 'MASS=',
  RAD: 'RAD=',
  RGP: 'RGROUPS=(1 ',
  APO: 'ATTCHPT=',
}
/** Up, either and down. */
const wedges: Readonly<Record<string, string>> = { 1: ' CFG=1', 4: ' CFG=2', 6: ' CFG=3' }

function asV3000(table: string): string | null {
  const [counts = '', ...lines] = table.split('\n')
  const [atoms, bonds] = [Number(counts.slice(0, 3)), Number(counts.slice(3, 6))]
  if (!/ V2000\s*$/.test(counts) || !(atoms > 0) || lines.length < atoms + bonds) return null
  const said = Array.from({ length: atoms }, () => '')
  for (const line of lines.slice(atoms + bonds)) {
    const kind = /^M {2}([A-Z]{3})/.exec(line)?.[1]
    if (line.trim() === '' || kind === 'END' || kind === 'LOG') continue
    const property = properties[kind ?? '']
    if (!property) return null
    const [, ...pairs] = line.slice(6).trim().split(/\s+/)
    if (pairs.some((atom, i) => i % 2 === 0 && !(Number(atom) <= atoms))) return null
    for (let i = 0; i < pairs.length; i += 2)
      said[Number(pairs[i]) - 1] += ` ${property}${pairs[i + 1]}${kind === 'RGP' ? ')' : ''}`
  }
  const written = lines.slice(0, atoms).map((line, i) => {
    const place = [line.slice(0, 10), line.slice(10, 20), line.slice(20, 30)].map((x) => x.trim())
    // Mass, charge, hydrogens and valence in the atom block, next to its parity.
    return !/[1-9]/.test(line.slice(34, 39) + line.slice(42, 51))
      ? `M  V30 ${i + 1} ${line.slice(31, 34).trim()} ${place.join(' ')} 0${said[i]}`
      : null
  })
  const joined = lines.slice(atoms, atoms + bonds).map((line, i) => {
    const [one, two, order, stereo] = [0, 3, 6, 9].map((at) => line.slice(at, at + 3).trim())
    return `M  V30 ${i + 1} ${order} ${one} ${two}${wedges[stereo!] ?? ''}`
  })
  if (written.includes(null)) return null
  const block = (name: string, lines: readonly (string | null)[]) =>
    [`M  V30 BEGIN ${name}`, ...lines, `M  V30 END ${name}`].join('\n')
  return block('CTAB', [`M  V30 COUNTS ${atoms} ${bonds} 0 0 0`, block('ATOM', written), block('BOND', joined)])
}
