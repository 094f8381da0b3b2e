import type { UserRules } from './rule-overlay.js'

/**
 * Reads rule files. `CN=draft.json` names the jurisdiction of the rule; without a code the rule id does (`cn-draft`).
 * @throws {CannotRun} naming file, field, found and expected
 */
export async function userRules(given: readonly string[] = []): Promise<UserRules> {
  if (given.length === 0) return { ids: [], over: async (law) => law }
  // Loaded only for user rules, as the schemas take time.
  const { readOverlay } = await import('./rule-overlay.js')
  return readOverlay(given)
}
