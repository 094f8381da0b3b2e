import type { Day } from '../schema/fields.js'

/** The same day some years later; February 29 becomes March 1 in a common year. */
export function yearsLater(day: Day, years: number): Day {
  // Asked of every entry on every day of its law: a `Date` only where the day may not exist.
  if (!day.endsWith('02-29')) return `${Number(day.slice(0, 4)) + years}${day.slice(4)}`
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCFullYear(date.getUTCFullYear() + years)
  return date.toISOString().slice(0, 10)
}

/** The day `n` days later; earlier if `n` is negative. */
export function daysLater(day: Day, n: number): Day {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + n)
  return date.toISOString().slice(0, 10)
}

/** Number of days between two days; negative if `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}
