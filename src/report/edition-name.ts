/** Identifies the edition behind an answer. */
export interface EditionRef {
  readonly id: string
  readonly sha256: string
  /** Set if the edition was changed after it was compiled. */
  readonly unverified?: true | undefined
}

export const unverifiedEdition = 'unverified edition: it was changed after it was compiled'

/** Id and hash of an edition in words. @param digits how many digits of the hash are shown */
export function editionName({ id, sha256, unverified }: EditionRef, digits = 12): string {
  return `${id} (sha256 ${sha256.slice(0, digits)}${unverified ? `; ${unverifiedEdition}` : ''})`
}
