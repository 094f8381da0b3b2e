export { cardSvg, panelsOf } from './card.js'
export { sheetSvg, type Figure, letterOf } from './sheet.js'
export { background } from './picture.js'
