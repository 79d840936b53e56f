// What is said on the page to which a form led: that it is done, and undo where that is safe.
import type { Child } from 'hono/jsx'
import type { Asking } from '#database'
import { draftById } from '#drafts'
import { FormToken, type Visit } from '#web'
import { isId } from '../control.ts'
import { sentJustNow } from '../hands-store.ts'
import type { Form } from '../routes.ts'

/** Nothing where the address names no form that this person sent just now. */
export async function sentNotice(asking: Asking, forms: readonly Form[], visit: Visit): Promise<Child> {
  const id = visit.query('sent') ?? ''
  if (!isId(id) || !(await sentJustNow(asking, id))) return null
  const draft = await draftById(asking, id)
  const form = forms.find(({ name }) => name === draft?.form)
  if (form === undefined) return null
  return (
    <div class="govuk-inset-text sent" role="status">
      <p>{form.done}</p>
      {form.undo !== undefined && (
        <form method="post" action={`/drafts/${id}/undo`}>
          <FormToken />
          <button class="link-button" type="submit">
            Undo, and go on writing
          </button>
        </form>
      )}
    </div>
  )
}
