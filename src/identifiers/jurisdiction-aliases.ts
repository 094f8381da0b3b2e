/** Short forms that are in no list of countries, and parts of a country whose law is recorded. */
const shortForms: Readonly<Record<string, string>> = {
  UK: 'GB',
  BRITAIN: 'GB',
  'GREAT BRITAIN': 'GB',
  ENGLAND: 'GB',
  GBR: 'GB',
  USA: 'US',
  'U.S.': 'US',
  'U.S.A.': 'US',
  AMERICA: 'US',
  CHN: 'CN',
  PRC: 'CN',
  DEU: 'DE',
  CAN: 'CA',
  JPN: 'JP',
  AUS: 'AU',
  FRA: 'FR',
  CHE: 'CH',
  NOR: 'NO',
  ITA: 'IT',
  PRT: 'PT',
  IOWA: 'US-IA',
  'NORTH DAKOTA': 'US-ND',
  'MONTREAL PROTOCOL': 'MPS',
  'CHEMICAL WEAPONS CONVENTION': 'CWC',
}

/** Languages in which country names are recognised. */
const languages = ['en', 'de', 'fr', 'es', 'zh']

/**
 * The code of a jurisdiction given by its code or name: `cn`, `China`, `USA`. Anything else is returned in capitals.
 */
export function jurisdictionCode(text: string): string {
  const given = text.toUpperCase()
  const known = shortForms[given]
  if (known !== undefined) return known
  return /^[A-Z]{2}$/.test(given) ? given : (named(text) ?? given)
}

function named(text: string): string | null {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  for (const language of languages) {
    const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
    const same = new Intl.Collator(language, { sensitivity: 'base' })
    for (const first of letters)
      for (const second of letters) {
        const name = names.of(first + second)
        // Intl also knows withdrawn codes: DD is DE today.
        if (name !== undefined && same.compare(name, text) === 0)
          return new Intl.Locale(`und-${first}${second}`).region ?? null
      }
  }
  return null
}
