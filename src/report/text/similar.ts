import type { Neighbour } from '../../matching/index.js'
import { similarWords } from '../words/command-words.js'
import { palette } from './palette.js'
import { widthOf, wrap } from './wrap.js'

/** The listed substances most similar to a structure, below its verdict. */
export function similarText(
  similar: readonly Neighbour[],
  options: { readonly colour: boolean; readonly width: number },
): string {
  const colours = palette(options.colour)
  const width = widthOf(options.width)
  const rows = similar.map((n) => `  ${n.similarity.toFixed(2)}  ${n.name} (${n.listedIn.join(', ')})`)
  return [
    colours.strong(similarWords.title),
    ...(rows.length > 0 ? rows : [`  ${similarWords.none}`]),
    ...wrap(similarWords.note, width).map((line) => colours.faint(line)),
    '',
  ].join('\n')
}
