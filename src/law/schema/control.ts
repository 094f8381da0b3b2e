/**
 * Kinds of control: `drug` as a narcotic or psychotropic drug; `precursor` is regulation of a chemical; `chemical
 * weapon` is a schedule of toxic chemicals and their precursors.
 */
export const ordinaryKinds = ['drug', 'precursor', 'chemical weapon'] as const

/** Chemical law beyond drugs: kinds that count only when they are asked for. */
export const furtherKinds = ['dual use', 'explosives precursor', 'persistent pollutant', 'ozone or climate'] as const

export const allKinds = [...ordinaryKinds, ...furtherKinds] as const

export type Control = (typeof allKinds)[number]
