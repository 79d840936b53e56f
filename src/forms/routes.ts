// The routes of forms: each form's own two, and those that all share: unfinished writing, saving while typing, undo.
import { type Route, route } from '#web'
import type { At } from './form.ts'
import { type Elsewhere, type FormDefinition, saidWhileWriting, type WhileWriting } from './form-store.ts'
import { keptElsewhere } from './pages/elsewhere.tsx'
import { postForm, showForm } from './pages/form.tsx'
import { undoSent } from './pages/undo.tsx'
import { autosave, type Registry, showUnfinished, takeBack, throwAway } from './pages/unfinished.tsx'
import { addressOf } from './said.ts'

/** A form as the others see it. */
export type Form = {
  readonly name: string
  readonly thing: string
  readonly done: string
  readonly addressOf: (at: Pick<At, 'child' | 'about'>) => string
  readonly leadsTo: FormDefinition<unknown, unknown>['leadsTo']
  readonly elsewhere?: Elsewhere | undefined
  readonly undo: FormDefinition<unknown, unknown>['undo']
  /** Said beside fields each time a draft is kept. */
  readonly says: WhileWriting
  readonly routes: readonly Route[]
}

/** Makes the two routes of a form, with its own lock on both; whoever only opens it has not recorded anything. */
export function makeForm<Given, Ok, File = undefined>(definition: FormDefinition<Given, Ok, File>): Form {
  const { name, path, lock, words, leadsTo, elsewhere, undo, takes, whileWriting } = definition
  const named = { name, fields: words.fields }
  const options = takes === undefined ? {} : { files: takes.arriving, limit: takes.limit }
  return {
    name,
    thing: words.thing,
    done: words.done,
    addressOf: (at) => addressOf(path, at),
    leadsTo,
    elsewhere,
    undo,
    says: async (asking, at, values) => await saidWhileWriting(asking, { whileWriting, lock }, { at, values }),
    routes: [
      route(
        'GET',
        path,
        { ...lock, log: `opened the form for ${words.thing}` },
        async (visit) => await showForm(definition, visit),
        { elsewhere: keptElsewhere(named, 'GET') },
      ),
      route('POST', path, lock, async (visit) => await postForm(definition, visit), {
        ...options,
        elsewhere: keptElsewhere(named, 'POST'),
      }),
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
