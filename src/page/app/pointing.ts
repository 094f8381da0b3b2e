/** Pairs the mark of each clause in a drawing with its words, by position: both are in clause order. */
function pairsIn(part: Element): readonly (readonly [mark: Element | undefined, words: HTMLElement])[] {
  const marks = [...part.querySelectorAll('figure svg > g[class^="tone"]')]
  return [...part.querySelectorAll<HTMLElement>('.legend > li')].map((words, i) => [marks[i], words] as const)
}

/**
 * Pointing at the atoms of a clause highlights its words; pointing at the words, or focusing them with the keyboard,
 * highlights its atoms.
 */
export function listenForPointing(root: HTMLElement): void {
  const point = (target: EventTarget | null) => {
    for (const pointed of root.querySelectorAll('.pointed, .pointing')) pointed.classList.remove('pointed', 'pointing')
    const part = target instanceof Element ? target.closest('.part') : null
    if (!part) return
    for (const [mark, words] of pairsIn(part)) {
      if (!mark?.contains(target as Node) && !words.contains(target as Node)) continue
      part.classList.add('pointing')
      mark?.classList.add('pointed')
      words.classList.add('pointed')
      return
    }
  }
  root.addEventListener('pointerover', (event) => point(event.target))
  root.addEventListener('pointerleave', () => point(null))
  root.addEventListener('focusin', (event) => point(event.target))
  root.addEventListener('focusout', () => point(null))
}

/** Makes the words of drawn clauses focusable with the keyboard. */
export function makeReachable(root: HTMLElement): void {
  for (const part of root.querySelectorAll('.part'))
    for (const [mark, words] of pairsIn(part)) if (mark) words.tabIndex = 0
}
