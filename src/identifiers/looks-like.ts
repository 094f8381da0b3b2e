/** Atoms, bonds and brackets of SMILES. */
const smilesOnly = /^(?:\[[^\]]*\]|Cl|Br|[BCNOPSFIbcnops*]|[\d%()=#$:.+\-/\\~])+$/

/** Whether a text is made up of what SMILES are made of. Most names are not; PCP is. */
export function looksLikeSmiles(text: string): boolean {
  return smilesOnly.test(text)
}

/** Whether a text that is no SMILES was meant as a name: it has a word that is no row of atoms, or a letter beyond ASCII. */
export function looksLikeName(text: string): boolean {
  if (text.includes('\n') || /[=#@[\]\\]/.test(text)) return false
  if (/[^\x20-\x7e]/.test(text) && /\p{L}/u.test(text)) return true
  return (text.match(/[A-Za-z]{4,}/g) ?? []).some((word) => !looksLikeSmiles(word))
}

export function looksLikeInchikey(text: string): boolean {
  return /^[A-Z]{14}-[A-Z]{10}-[A-Z]$/.test(text)
}

/** Words after a name that make no other substance of it: salts, amounts, and what a sample is called. */
const labels = new Set(
  'base bitartrate citrate freebase fumarate hcl hbr hydrobromide hydrochloride maleate mesylate oxalate potassium salt sodium sulfate sulphate tartrate tosylate batch capsule capsules lot powder reference sample solution standard tablet tablets'.split(
    ' ',
  ),
)

export function isLabel(word: string): boolean {
  return labels.has(word.toLowerCase().replace(/[^a-z]/g, '')) || /^\P{L}*\p{L}{0,2}\P{L}*$/u.test(word)
}
