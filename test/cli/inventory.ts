/** Repeated rows of the inventory: recorded by both, by one of them, by neither, and mistyped. */
const held = [
  '437-38-7,Fentanyl',
  '50-36-2,"Cocaine"',
  ',Diazepam',
  '58-08-2,Caffeine',
  ',可卡因',
  '7732-18-5,water',
  '439-14-5,Valium 10 mg',
  '50-36-3,',
  ',Fentanl',
  '"[57-27-2]",Morphine',
]

/** An inventory keyed by CAS number and name. */
export function inventory(rows: number): string {
  const lines = Array.from({ length: rows }, (_, i) => `${i + 1},${held[i % held.length]}`)
  return `item,CAS No.,Substance name\n${lines.join('\n')}\n`
}
