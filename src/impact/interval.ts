/** 95 percent of the standard normal distribution lies within this many deviations. */
const z = 1.959964

/** Wilson's interval, 95 percent, for a share of `n`. Source: Wilson 1927, doi:10.1080/01621459.1927.10502953. */
export function wilson(found: number, n: number): readonly [low: number, high: number] | null {
  if (n === 0) return null
  const share = found / n
  const middle = share + (z * z) / (2 * n)
  const reach = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n))
  const whole = 1 + (z * z) / n
  return [found === 0 ? 0 : (middle - reach) / whole, found === n ? 1 : (middle + reach) / whole]
}
