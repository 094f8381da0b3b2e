import { PageBook } from '../../batch/index.js'
import type { LawIndex } from '../../matching/index.js'
import { resultPage, type PageAssets } from '../../report/documents.js'
import { jurisdictionNames, namedCaveats } from './jurisdiction-names.js'
import { pageAssets } from './page-assets.js'

export { namedCaveats, PageBook }

type Page = Parameters<typeof resultPage>[0]

/** The page of results that were collected. */
export function bookPage(
  book: PageBook,
  law: LawIndex,
  about: Pick<Page, 'run' | 'files' | 'note'> & Partial<Pick<Page, 'facts' | 'counts' | 'jurisdictions'>>,
  assets: PageAssets = pageAssets(),
): Generator<string> {
  const { counts, rows, pieces } = book
  const { rests } = book.options
  const jurisdictions = rests.map(({ code }) => code)
  return resultPage({ counts, rows, pieces, jurisdictions, names: jurisdictionNames(law), rests, assets, ...about })
}
