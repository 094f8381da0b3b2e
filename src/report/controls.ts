/** Control characters that a terminal acts on; tabs and line ends are part of a table. A lone carriage return would make what follows overwrite what precedes. */
const acting = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]|\r(?!\n)/g

/** Text in which control characters are written as JSON writes them: it may be shown on a terminal. */
export function withoutControls(text: string): string {
  return text.replace(acting, written)
}

/** The same for JSON, which writes all of them but these by itself. */
export function jsonWithoutControls(json: string): string {
  return json.replace(/[\u007f-\u009f]/g, written)
}

function written(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}
