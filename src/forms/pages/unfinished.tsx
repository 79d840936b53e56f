// Unfinished writing: everything that a person began and did not send, thrown away by nobody but them, and taken back.
import type { FC } from 'hono/jsx'
import type { Asking } from '#database'
import { type Draft, draftById, endDraft, reopenDraft, saveDraft, thrownAway, unfinished } from '#drafts'
import { InsetText } from '#look'
import { type Answer, FormToken, json, notFound, page, redirect, type Visit } from '#web'
import { controlIn, isId, withoutControl } from '../control.ts'
import { ifTheirs } from '../form-store.ts'
import type { Form } from '../routes.ts'
import { savedAt } from '../said.ts'

type Listed = { readonly draft: Draft; readonly form: Form | undefined; readonly child: string | undefined }

const What: FC<Listed> = ({ form, child }) => (
  <>
    {form === undefined ? 'A form that is no longer here' : form.thing}
    {child !== undefined && `, ${child}`}
  </>
)

const Kept: FC<Listed> = (listed) => {
  const { draft, form } = listed
  return (
    <li class="kith-kept">
      <p>
        {form === undefined ? (
          <What {...listed} />
        ) : (
          <a class="govuk-link" href={`${form.addressOf(draft)}?draft=${draft.id}`}>
            <What {...listed} />
          </a>
        )}
        <br />
        <span class="kith-quiet">
          Kept {savedAt(draft.saved)}
          {draft.siblingOf !== null && ', from another window'}
        </span>
      </p>
      <form method="post" action={`/drafts/${draft.id}/throw-away`}>
        <FormToken />
        <button class="kith-link-button" type="submit">
          Throw away
          <span class="govuk-visually-hidden">
            {' '}
            <What {...listed} />
          </span>
        </button>
      </form>
    </li>
  )
}

const Thrown: FC<Listed> = (listed) => (
  <li class="kith-kept">
    <p>
      <What {...listed} />{' '}
      <span class="kith-quiet">thrown away {savedAt(listed.draft.endedAt ?? listed.draft.saved)}</span>
    </p>
    <form method="post" action={`/drafts/${listed.draft.id}/take-back`}>
      <FormToken />
      <button class="kith-link-button" type="submit">
        Take back
        <span class="govuk-visually-hidden">
          {' '}
          <What {...listed} />
        </span>
      </button>
    </form>
  </li>
)

export type ChildNames = (visit: Visit, children: readonly string[]) => Promise<ReadonlyMap<string, string>>

/** A text that is in the record and not yet where it was meant to go: until its author puts it in or withdraws it. */
export type KeptBeside = {
  readonly child: string
  readonly thing: string
  readonly to: string
  readonly kept: string
  /** 'somebody saved the part first' */
  readonly why: string
}
export type KeptBesideOf = (asking: Asking) => Promise<readonly KeptBeside[]>
export type Registry = {
  readonly forms: ReadonlyMap<string, Form>
  readonly childNames: ChildNames
  readonly keptBeside: readonly KeptBesideOf[]
}

const Beside: FC<{ readonly of: KeptBeside; readonly child: string | undefined }> = ({ of, child }) => (
  <li class="kith-kept">
    <p>
      <a class="govuk-link" href={of.to}>
        {of.thing}
        {child !== undefined && `, ${child}`}
      </a>
      <br />
      <span class="kith-quiet">
        Kept {savedAt(of.kept)}, since {of.why}: put it in, or take it off with a reason
      </span>
    </p>
  </li>
)

async function besideOf(asking: Asking, { keptBeside }: Registry): Promise<readonly KeptBeside[]> {
  const all: KeptBeside[] = []
  for (const of of keptBeside) all.push(...(await of(asking)))
  return all
}

async function listed(
  { forms, childNames }: Registry,
  visit: Visit,
  drafts: readonly Draft[],
): Promise<readonly Listed[]> {
  const children = [...new Set(drafts.flatMap(({ child }) => (child === null ? [] : [child])))]
  const names = children.length === 0 ? new Map<string, string>() : await childNames(visit, children)
  return drafts.map((draft) => ({ draft, form: forms.get(draft.form), child: names.get(draft.child ?? '') }))
}

export const showUnfinished =
  (registry: Registry) =>
  async (visit: Visit): Promise<Answer> => {
    const [open, gone, beside] = await visit.door.as(
      visit.who,
      async (asking) => [await unfinished(asking), await thrownAway(asking), await besideOf(asking, registry)] as const,
    )
    const about = [...new Set(beside.map(({ child }) => child))]
    const names = about.length === 0 ? new Map<string, string>() : await registry.childNames(visit, about)
    const [kept, thrown] = [await listed(registry, visit, open), await listed(registry, visit, gone)]
    const main = (
      <>
        <h1 class="govuk-heading-l">Your unfinished writing</h1>
        {visit.query('kept') !== undefined && <InsetText>It is kept here, as you typed it.</InsetText>}
        {kept.length + beside.length === 0 ? (
          <p>Nothing is waiting. What you begin and do not send is kept here, as you type it.</p>
        ) : (
          <ul class="govuk-list">
            {beside.map((one) => (
              <Beside of={one} child={names.get(one.child)} />
            ))}
            {kept.map((one) => (
              <Kept {...one} />
            ))}
          </ul>
        )}
        {thrown.length > 0 && (
          <details class="govuk-details">
            <summary class="govuk-details__summary">
              <span class="govuk-details__summary-text">Thrown away in the last 30 days ({thrown.length})</span>
            </summary>
            <ul class="govuk-list govuk-details__text">
              {thrown.map((one) => (
                <Thrown {...one} />
              ))}
            </ul>
          </details>
        )}
      </>
    )
    return page({ title: 'Your unfinished writing', here: '/', main })
  }

export async function throwAway(visit: Visit): Promise<Answer> {
  const id = visit.part('draft')
  if (!isId(id)) return notFound
  return await visit.door.as(visit.who, async (asking) => {
    const draft = await draftById(asking, id)
    if (draft === undefined) return notFound
    if (draft.ended === null) await endDraft(asking, id, { how: 'withdrawn' })
    return redirect('/unfinished')
  })
}

export async function takeBack(visit: Visit): Promise<Answer> {
  const id = visit.part('draft')
  if (!isId(id)) return notFound
  return await visit.door.as(visit.who, async (asking) => {
    const draft = await draftById(asking, id)
    if (draft === undefined || draft.ended === 'submitted') return notFound
    await reopenDraft(asking, id)
    return redirect('/unfinished')
  })
}

/** For the island that saves while somebody types: the same rules as by the button, answered in a few words. */
export const autosave =
  ({ forms }: Registry) =>
  async (visit: Visit): Promise<Answer> => {
    const control = controlIn(visit.form)
    const form = forms.get(visit.field('_form') ?? '')
    const [child, about] = [visit.field('_child') ?? null, visit.field('_about') ?? null]
    if (control === undefined || form === undefined || control.draft !== visit.part('draft')) return notFound
    if ([child, about].some((id) => id !== null && !isId(id))) return notFound
    const of = { form: form.name, child, about, id: control.draft, read: control.revision }
    const values = withoutControl(visit.form)
    const saved = await ifTheirs(visit, async (asking) => await saveDraft(asking, { ...of, values }))
    if (saved === undefined) return notFound
    // Apart from what keeps the text: nothing that is said about it can cost it.
    const at = { child, about, today: visit.today, me: visit.who.person }
    const notes = await ifTheirs(visit, async (asking) => await form.says(asking, at, values))
    return json({ draft: saved.id, revision: saved.revision, beside: saved.place === 'beside', notes: notes ?? [] })
  }
