export { footerText, inputText, type TextOptions } from './input-text.js'
export { columnsOf, printable, shortened, wrap } from './wrap.js'
