/**
 * Control characters that affect a terminal or the direction of text, by which a line reads as another; not tabs and
 * line ends. A lone return would overwrite the line.
 */
const acting =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]|\r(?!\n)/g

/** Escapes control characters as JSON does, so that the text may be shown on a terminal. */
export function withoutControls(text: string): string {
  return text.replace(acting, written)
}

/** The same for JSON, which already escapes all but these. */
export function jsonWithoutControls(json: string): string {
  return json.replace(/[\u007f-\u009f]/g, written)
}

/** Makes control characters visible, so that an input cannot control the terminal. */
export function printable(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\u061c]/g, written)
}

function written(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}
