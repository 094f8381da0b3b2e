import type { Day } from '../law/index.js'

/** The same day some years later; February 29 becomes March 1 where it must. */
export function yearsLater(day: Day, years: number): Day {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCFullYear(date.getUTCFullYear() + years)
  return date.toISOString().slice(0, 10)
}
