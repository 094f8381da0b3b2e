export { cardSvg, type Panel } from './card.js'
export { panelsOf } from './panels.js'
