const written = /^(\d{2,7})-(\d{2})-(\d)$/

/** A CAS number in the usual form, from what a table may contain: `CAS-No. 50-36-2`, `[50-36-2]`, `50 36 2`, `50362`. */
export function casNumber(text: string): string {
  const bare = text
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(
      /^(?:CAS|RN|Reg(?:istry)?|No|Nr|N°|Number|[\s["'(:.#®-])+(?=\d)|(?:\s*\((?:free[\s-]?)?base\))?[\s\u200b-\u200f\u2060\]"').,;]*$/gi,
      '',
    )
    .replace(/^(\d{2,7})(?:\s*-\s*|[\s._])(\d\d)(?:\s*-\s*|[\s._])(\d)$/, '$1-$2-$3')
  const figures = /^0*([1-9]\d{4,9})$/.exec(bare)?.[1]
  return figures ? `${figures.slice(0, -3)}-${figures.slice(-3, -1)}-${figures.slice(-1)}` : bare
}

export function isCasNumber(text: string): boolean {
  return written.test(text)
}

/** The check digit: the other digits, each times its position from the right, summed. Source: CAS, check digits. */
export function checkDigit(number: string): number {
  const figures = number.replaceAll('-', '').slice(0, -1)
  return [...figures].reverse().reduce((sum, figure, i) => sum + Number(figure) * (i + 1), 0) % 10
}

export function hasCheckDigit(number: string): boolean {
  return isCasNumber(number) && checkDigit(number) === Number(number.at(-1))
}
