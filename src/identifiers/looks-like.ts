/** Atoms, bonds and brackets of SMILES. */
const smilesOnly = /^(?:\[[^\]]*\]|Cl|Br|[BCNOPSFIbcnops*]|[\d%()=#$:.+\-/\\~])+$/

/** Whether a text consists only of SMILES symbols. Most names do not; PCP does. */
export function looksLikeSmiles(text: string): boolean {
  return smilesOnly.test(text)
}

/**
 * Whether a text that is not SMILES was meant as a name: it contains a word that is not a row of atoms, or a letter
 * outside ASCII.
 */
export function looksLikeName(text: string): boolean {
  if (text.includes('\n') || /[=#@[\]\\]/.test(text)) return false
  if (/[^\x20-\x7e]/.test(text) && /\p{L}/u.test(text)) return true
  return (text.match(/[A-Za-z]{4,}/g) ?? []).some((word) => !looksLikeSmiles(word))
}

export function looksLikeInchikey(text: string): boolean {
  return /^[A-Z]{14}-[A-Z]{10}-[A-Z]$/.test(text)
}

/** Words after a name that do not make it another substance: salts, amounts, and descriptions of a sample. */
const labels = new Set(
  'base bitartrate citrate freebase fumarate hcl hbr hydrobromide hydrochloride maleate mesylate oxalate potassium salt sodium sulfate sulphate tartrate tosylate batch capsule capsules lot powder reference sample solution standard tablet tablets'.split(
    ' ',
  ),
)

export function isLabel(word: string): boolean {
  return labels.has(word.toLowerCase().replace(/[^a-z]/g, '')) || /^\P{L}*\p{L}{0,2}\P{L}*$/u.test(word)
}
