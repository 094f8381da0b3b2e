export { cardSvg } from './card.js'
export { sheetSvg, type Figure } from './sheet.js'
export { panelsOf } from './panels.js'
export { background } from './tones.js'
