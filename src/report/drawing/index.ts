export { cardSvg } from './card.js'
export { panelsOf } from './panels.js'
