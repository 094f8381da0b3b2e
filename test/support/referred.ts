import type { Reason, Screen } from '../../src/screen/index.js'

/** Why a screen refers a structure to the full path; null if it clears it. */
export function referred(screen: Screen, smiles: string): Reason | null {
  return screen.read(smiles).referral()?.why ?? null
}
