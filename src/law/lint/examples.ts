import { check } from '../records/check.js'

export const rulesHaveExamples = check(
  'rule-examples',
  'each rule has examples, unless it only refers to the law of another jurisdiction',
  {
    *rule({ id, reference, scaffolds }, { examples }, { files }) {
      // A base edition contributes rules whose files are not here.
      const onlyRefers = reference !== undefined && scaffolds.length === 0
      if (onlyRefers || !files.has(`rule:${id}`)) return
      const { fits = [], misses = [], unsettled = [] } = examples.get(id) ?? {}
      if (fits.length + misses.length + unsettled.length === 0)
        yield ['examples', 'none', `at least one example in ${id}.examples.json`]
    },
  },
)
