import { allKinds, type Control } from '../law/index.js'
import { UnknownName } from '../matching/index.js'

/**
 * Kinds of control by their names (`dual use`, `dual-use`, `all`), in the order of the law.
 * @throws {UnknownName} for a kind that does not exist, and if none is named
 */
export function kindsNamed(texts: readonly string[]): Control[] {
  const names = texts
    .flatMap((text) => text.split(','))
    .map((name) =>
      name
        .trim()
        .toLowerCase()
        .replace(/[-_\s]+/g, ' '),
    )
  const kinds = (names.length > 0 ? names : ['']).flatMap((name): readonly Control[] => {
    if (name === 'all') return allKinds
    const kind = allKinds.find((own) => own === name || `${own}s` === name)
    if (!kind) throw new UnknownName('kind of control', name, [...allKinds, 'all'])
    return [kind]
  })
  return allKinds.filter((kind) => kinds.includes(kind))
}
