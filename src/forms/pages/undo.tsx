// Taking back what was sent: all of it, within ten minutes, while nobody has gone on from it; otherwise nothing, and why.
import { type Draft, draftById, holdDraft, reopenDraft } from '#drafts'
import { PageHead } from '#look'
import { type Answer, notFound, page, redirect, type Visit } from '#web'
import { isId } from '../control.ts'
import { nextAddress } from '../form-store.ts'
import type { Form } from '../routes.ts'

const WHY_NOT = {
  'too late': 'It is too late to take this back here.',
  'gone on': 'Somebody has gone on from this since you sent it: nothing was taken back.',
} as const
type WhyNot = keyof typeof WHY_NOT

function notUndone(why: WhyNot, to: string): Answer {
  const title = 'Not taken back'
  const main = (
    <>
      <PageHead title={title} />
      <p>{WHY_NOT[why]} Correct it or take it back from the entry itself.</p>
      <p>
        <a href={to}>Go to what you sent</a>
      </p>
    </>
  )
  return page({ title, here: '/', status: 409, main })
}

/** Thrown so that the draft stays sent, and whatever was taken back before the form refused stands again. */
class GoneOn extends Error {
  readonly to: string
  constructor(to: string) {
    super('What was sent could not be taken back.')
    this.name = 'GoneOn'
    this.to = to
  }
}

type Sent = { readonly draft: Draft; readonly form: Form }

/** Opens it again as a draft with every word; pressed twice, it is taken back once. */
async function undo(visit: Visit, { draft, form }: Sent): Promise<Answer> {
  return await visit.door.as(visit.who, async (asking) => {
    // A second press waits here for the first.
    const held = await holdDraft(asking, draft.id)
    const open = redirect(`${form.addressOf(draft)}?draft=${draft.id}`)
    if (held?.ended === null) return open
    const result = held?.result ?? null
    if (result === null || form.undo === undefined) return notFound
    const at = { ...draft, today: visit.today, me: visit.who.person }
    const to = await nextAddress(asking, form, { at, id: result })
    // First: only the database knows how long ago it was sent.
    if (!(await reopenDraft(asking, draft.id))) return notUndone('too late', to)
    if (!(await form.undo(asking, result, at))) throw new GoneOn(to)
    return open
  })
}

export const undoSent =
  (forms: ReadonlyMap<string, Form>) =>
  async (visit: Visit): Promise<Answer> => {
    const id = visit.part('draft')
    const draft = isId(id) ? await visit.door.as(visit.who, async (asking) => await draftById(asking, id)) : undefined
    const form = forms.get(draft?.form ?? '')
    if (draft === undefined || form?.undo === undefined) return notFound
    try {
      return await undo(visit, { draft, form })
    } catch (error) {
      if (error instanceof GoneOn) return notUndone('gone on', error.to)
      throw error
    }
  }
