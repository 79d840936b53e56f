// The routes of forms: each form's own two, and those that all share: unfinished writing, saving while typing, undo.
import { draftById, reopenDraft } from '#drafts'
import { type Answer, notFound, type Route, redirect, route, type Visit } from '#web'
import { isId } from './control.ts'
import type { At } from './form.ts'
import type { FormDefinition } from './form-store.ts'
import { postForm, showForm } from './pages/form.tsx'
import { autosave, type Registry, showUnfinished, takeBack, throwAway } from './pages/unfinished.tsx'
import { addressOf } from './said.ts'

/** A form as the others see it. */
export type Form = {
  readonly name: string
  readonly thing: string
  readonly done: string
  readonly addressOf: (at: Pick<At, 'child' | 'about'>) => string
  readonly undo: FormDefinition<unknown, unknown>['undo']
  readonly routes: readonly Route[]
}

/** Makes the two routes of a form, with its own lock on both. */
export function makeForm<Given, Ok, File = undefined>(definition: FormDefinition<Given, Ok, File>): Form {
  const { name, path, lock, words, undo, takes } = definition
  const options = takes === undefined ? {} : { files: true, limit: takes.limit }
  return {
    name,
    thing: words.thing,
    done: words.done,
    addressOf: (at) => addressOf(path, at),
    undo,
    routes: [
      route('GET', path, lock, async (visit) => await showForm(definition, visit)),
      route('POST', path, lock, async (visit) => await postForm(definition, visit), options),
    ],
  }
}

/** The routes of these forms, and of what is unfinished of them. Two forms of one name are a mistake. */
export function formRoutes(
  forms: readonly Form[],
  childNames: Registry['childNames'],
  keptBeside: Registry['keptBeside'] = [],
): readonly Route[] {
  const byName = new Map(forms.map((form) => [form.name, form]))
  if (byName.size < forms.length) throw new Error('Two forms have one name: their drafts would be mixed up.')
  const registry = { forms: byName, childNames, keptBeside }
  return [
    ...forms.flatMap((form) => form.routes),
    route('GET', '/unfinished', { may: 'worker', log: 'read own unfinished writing' }, showUnfinished(registry)),
    route('POST', '/drafts/:draft/save', { may: 'worker', log: 'kept a draft' }, autosave(registry)),
    route('POST', '/drafts/:draft/throw-away', { may: 'worker', log: 'threw a draft away' }, throwAway),
    route('POST', '/drafts/:draft/take-back', { may: 'worker', log: 'took a draft back' }, takeBack),
    route('POST', '/drafts/:draft/undo', { may: 'worker', log: 'took back what was sent' }, undoSent(byName)),
  ]
}

/** Takes back what was sent, and opens it again as a draft with every word. */
const undoSent =
  (forms: ReadonlyMap<string, Form>) =>
  async (visit: Visit): Promise<Answer> => {
    const id = visit.part('draft')
    if (!isId(id)) return notFound
    return await visit.door.as(visit.who, async (asking) => {
      const draft = await draftById(asking, id)
      const form = forms.get(draft?.form ?? '')
      if (draft === undefined || draft.result === null || form?.undo === undefined) return notFound
      const { result } = draft
      if (
        !(await form.undo(asking, result, { ...draft, today: visit.today, me: visit.who.person })) ||
        !(await reopenDraft(asking, id))
      )
        return notFound
      return redirect(`${form.addressOf(draft)}?draft=${id}`)
    })
  }
