/** Short forms that are in no list of countries. */
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
  'MONTREAL PROTOCOL': 'MPS',
  'CHEMICAL WEAPONS CONVENTION': 'CWC',
}

/** The parts of the United States by ISO 3166-2, apart from Georgia: that name is the country's. */
const states =
  'AL Alabama,AK Alaska,AZ Arizona,AR Arkansas,CA California,CO Colorado,CT Connecticut,DE Delaware,FL Florida,' +
  'HI Hawaii,ID Idaho,IL Illinois,IN Indiana,IA Iowa,KS Kansas,KY Kentucky,LA Louisiana,ME Maine,MD Maryland,' +
  'MA Massachusetts,MI Michigan,MN Minnesota,MS Mississippi,MO Missouri,MT Montana,NE Nebraska,NV Nevada,' +
  'NH New Hampshire,NJ New Jersey,NM New Mexico,NY New York,NC North Carolina,ND North Dakota,OH Ohio,OK Oklahoma,' +
  'OR Oregon,PA Pennsylvania,RI Rhode Island,SC South Carolina,SD South Dakota,TN Tennessee,TX Texas,UT Utah,' +
  'VT Vermont,VA Virginia,WA Washington,WV West Virginia,WI Wisconsin,WY Wyoming,DC District of Columbia'

const codeOfState: ReadonlyMap<string, string> = new Map(
  states.split(',').map((state) => [state.slice(3).toUpperCase(), `US-${state.slice(0, 2)}`]),
)

/** Languages in which country names are recognised. */
const languages = ['en', 'de', 'fr', 'es', 'zh']

/**
 * The code of a jurisdiction given by its code or name: `cn`, `China`, `USA`. Anything else is returned in capitals.
 */
export function jurisdictionCode(text: string): string {
  const given = text.toUpperCase()
  const known = shortForms[given]
  if (known !== undefined) return known
  return /^[A-Z]{2}$/.test(given) ? given : (codeOfState.get(given) ?? named(text) ?? given)
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
