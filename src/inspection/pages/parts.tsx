// What the pages of an inspection share: where they lie, and a refusal with its way back.
import { Notice, PageHead } from '#look'
import { type Answer, page } from '#web'

export const HERE = '/inspection'

export function refusal(status: 403 | 422, title: string, says: string): Answer {
  const main = (
    <>
      <PageHead title={title} />
      <Notice tone="warn" role="alert">
        <p>{says}</p>
        <p>
          <a href={HERE}>Back to inspection</a>
        </p>
      </Notice>
    </>
  )
  return page({ title, here: HERE, status, main })
}
