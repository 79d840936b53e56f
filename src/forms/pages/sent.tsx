// What a page says once after a form was sent: that it is done, and how to take it back while that is safe.
import type { Child } from 'hono/jsx'
import { draftById } from '#drafts'
import { NotificationBanner } from '#look'
import { FormToken, type Visit } from '#web'
import { isId } from '../control.ts'
import type { Form } from '../routes.ts'

const UNDO_FOR = 10 * 60_000

/** For the page that a form leads to; undefined where nothing of this person's was sent just now. */
export const sentNotice =
  (forms: readonly Form[], now: () => number) =>
  async (visit: Visit): Promise<Child | undefined> => {
    const id = visit.query('sent') ?? ''
    if (!isId(id)) return undefined
    const draft = await visit.door.as(visit.who, async (asking) => await draftById(asking, id))
    const form = forms.find(({ name }) => name === draft?.form)
    if (draft?.ended !== 'submitted' || draft.endedAt === null || form === undefined) return undefined
    if (now() - Date.parse(draft.endedAt) > UNDO_FOR) return undefined
    return (
      <NotificationBanner type="success" title="Done">
        <p class="govuk-notification-banner__heading">{form.done}</p>
        {form.undo !== undefined && (
          <form method="post" action={`/drafts/${id}/undo`}>
            <FormToken />
            <button class="kith-link-button" type="submit">
              Undo
            </button>{' '}
            <span class="kith-quiet">within ten minutes; every word is kept</span>
          </form>
        )}
      </NotificationBanner>
    )
  }
