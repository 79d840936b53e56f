// In place of a form whose room another system is master of: where it is recorded, and every text that was begun or sent, kept and read here.
import type { FC } from 'hono/jsx'
import { type Draft, unfinished, type Values } from '#drafts'
import { Card, SummaryList } from '#look'
import { type Answer, type ElsewhereHandler, elsewherePage, notFound, type Visit } from '#web'
import { anythingTyped, controlIn, controlWith, isId, withoutControl } from '../control.ts'
import type { At } from '../form.ts'
import { ifTheirs, keepForm, subjectOf } from '../form-store.ts'
import { savedAt } from '../said.ts'

/** `fields`: what its fields are called. */
type Named = { readonly name: string; readonly fields: Readonly<Record<string, string>> }

const Kept: FC<{ readonly draft: Draft; readonly fields: Readonly<Record<string, string>> }> = ({ draft, fields }) => {
  const rows = Object.entries(draft.values ?? {}).flatMap(([name, list]) => {
    const value = list.filter((one) => one.trim() !== '').join('\n')
    return name.startsWith('_') || value === '' ? [] : [{ key: fields[name] ?? 'Typed besides', value }]
  })
  return (
    <Card title="Your text, kept" beside={savedAt(draft.saved)}>
      {rows.length === 0 ? <p>Nothing was typed.</p> : <SummaryList rows={rows} />}
    </Card>
  )
}

const atOf = (visit: Visit): At => ({
  child: visit.part('child') || null,
  about: visit.part('about') || null,
  today: visit.today,
  me: visit.who.person,
})

/** Whatever was posted is kept as a draft before anything is answered: under the draft that the form had, or as one of its own. */
async function keepPosted(visit: Visit, { name }: Named): Promise<void> {
  if (!anythingTyped(visit.form)) return
  const values: Values = withoutControl(visit.form)
  const at = atOf(visit)
  const control = controlIn(visit.form)
  const kept =
    control === undefined
      ? undefined
      : await ifTheirs(visit, async (asking) => await keepForm(asking, name, { ...at, control, values }))
  if (kept !== undefined) return
  await ifTheirs(visit, async (asking) => {
    const [draft = ''] = await asking.newIds(1)
    return await keepForm(asking, name, { ...at, control: controlWith(visit.form, draft), values })
  })
}

export const keptElsewhere =
  (form: Named, method: 'GET' | 'POST'): ElsewhereHandler =>
  async (visit, there): Promise<Answer> => {
    if ([visit.part('child'), visit.part('about')].some((id) => id !== '' && !isId(id))) return notFound
    if (method === 'POST') await keepPosted(visit, form)
    const drafts = await visit.door.as(
      visit.who,
      async (asking) => await unfinished(asking, subjectOf(form.name, atOf(visit))),
    )
    const beside = drafts.length > 0 && (
      <>
        <p>What you typed is kept in your unfinished writing. It is not in the record: take it to {there.system}.</p>
        {drafts.map((draft) => (
          <Kept draft={draft} fields={form.fields} />
        ))}
      </>
    )
    return await elsewherePage(visit, { there, beside, status: method === 'POST' ? 409 : 200 })
  }
