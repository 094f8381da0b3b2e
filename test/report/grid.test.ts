import { expect, it } from 'vitest'
import { grid } from '../../src/report/text/grid.js'

it('cells of unequal height, wide characters and colour codes keep the borders straight', () => {
  const bold = '\u001b[1mUS\u001b[22m'
  expect(
    grid(
      [
        [['a'], ['one', 'two']],
        [[bold], ['芬太']],
      ],
      [2, 5],
    ),
  ).toBe(
    [
      '┌────┬───────┐',
      '│ a  │ one   │',
      '│    │ two   │',
      '├────┼───────┤',
      `│ ${bold} │ 芬太  │`,
      '└────┴───────┘',
    ].join('\n'),
  )
})
