/** What stops a report. */
export const impactErrors = {
  noDraft: (given: string, near: readonly string[]) =>
    `there is no file ${given} and no recorded class rule with that id` +
    `${near.length > 0 ? `; did you mean ${near.join(' or ')}?` : ''}`,
  oneStructure: 'impact takes answers that hold for all structures; one for a single structure changes no wording',
  badDay: (file: string, name: string, found: string) =>
    `${file} ${name}: first_seen is ${JSON.stringify(found)}; expected YYYY, YYYY-MM or YYYY-MM-DD`,
  noColumns: (file: string) => `${file}: expected columns name and first_seen`,
} as const
