// Who works at an organisation, as forms: somebody is entered as new here, and whether they still work there.
import type { FC } from 'hono/jsx'
import type { Values } from '#drafts'
import {
  begunFrom,
  ChoiceField,
  clashUpon,
  type FieldsProps,
  type Form,
  type FormDefinition,
  isId,
  LineField,
  makeForm,
  reading,
  WordsField,
} from '#forms'
import {
  addTheirWorker,
  changeTheirWorker,
  type Organisation,
  organisations,
  type TheirWorker,
  workerRead,
  workersOf,
} from '../store.ts'
import { AS, AT, refused } from './organisation-forms.tsx'

type Entering = { readonly of: Organisation; readonly there: readonly string[] }
const plain = (text: string): string => text.trim().toLowerCase()
const EnterFields: FC<FieldsProps<Entering>> = (of) => (
  <>
    <p>
      They are somebody new here, of {of.given.of.name} for good. Afterwards link their account, and let them stand in
      what was agreed.
    </p>
    <LineField of={of} name="called" label="Name, as their colleagues know them" />
    <WordsField of={of} name="why" label="Who asked for it, and how do we know that they work there?" rows={3} />
  </>
)
const entering: FormDefinition<Entering, { readonly called: string; readonly why: string }> = {
  ...{ name: 'organisation-worker', path: `${AT}/:about/people/add`, here: AT, refused },
  lock: { may: AS, log: 'entered somebody of an organisation' },
  words: {
    ...{ thing: 'somebody of an organisation', button: 'Save', done: 'Saved. Link their account next.' },
    ...{ title: ({ of }) => `Enter somebody of ${of.name}`, fields: { called: 'Name', why: 'Who asked' } },
  },
  load: async (asking, { about }) => {
    const of = about !== null && isId(about) ? (await organisations(asking, about))[0] : undefined
    return of && { of, there: (await workersOf(asking, of.line)).map(({ called }) => called) }
  },
  start: () => ({}),
  decide: (typed, { there }, today) => {
    const r = reading(typed, today)
    const called = typed.one('called')
    if (called === '') r.fault('called', 'Write their name.')
    else if (called.length > 120) r.fault('called', 'Write it in 120 letters or fewer.')
    else if (there.some((one) => plain(one) === plain(called)))
      r.fault('called', 'Somebody of that name is there already. Write what tells them apart.')
    const why = r.words('why', 'Say who asked, and how we know.')
    return r.result(() => ({ called, why }))
  },
  save: async (asking, { called, why }, { given: { of } }) => {
    await addTheirWorker(asking, { organisation: of.line, called, why })
    return { kind: 'saved', id: of.line }
  },
  leadsTo: (_, id) => `${AT}/${id}`,
  Fields: EnterFields,
}

type Changing = { readonly of: TheirWorker; readonly organisation: Organisation }
type Change = { readonly worksThere: boolean; readonly why: string }
const asTyped = (of: Pick<TheirWorker, 'works_there'>): Values => ({ works: [of.works_there ? 'yes' : 'no'] })
const ChangeFields: FC<FieldsProps<Changing>> = (of) => (
  <>
    <ChoiceField
      of={of}
      name="works"
      label={`Do they work at ${of.given.organisation.name}?`}
      items={[
        { value: 'yes', text: 'Yes' },
        {
          value: 'no',
          text: 'Not any more',
          hint: 'They are signed out at once, and see nothing. If they come back, they are let in anew to each child.',
        },
      ]}
    />
    <WordsField of={of} name="why" label="How do we know?" rows={3} />
  </>
)
const changing: FormDefinition<Changing, Change> = {
  ...{ name: 'organisation-worker-change', path: `${AT}/people/:about`, here: AT, refused },
  lock: { may: AS, log: 'said whether somebody still works at an organisation' },
  words: {
    ...{ thing: 'whether somebody works at an organisation', button: 'Save', done: 'Saved.' },
    ...{ title: ({ of }) => `${of.called}: still there?`, fields: { works: 'Works there', why: 'How we know' } },
  },
  load: async (asking, { about }) => {
    const of = about !== null && isId(about) ? (await workersOf(asking)).find(({ line }) => line === about) : undefined
    const [organisation] = of === undefined ? [] : await organisations(asking, of.organisation)
    return of && organisation && { of, organisation }
  },
  start: ({ of }) => begunFrom(of, asTyped(of)),
  decide: (typed, { of }, today) => {
    const r = reading(typed, today)
    const worksThere = r.choice('works', ['yes', 'no'], 'Choose one.') === 'yes'
    if (r.faults.length === 0 && worksThere === of.works_there) r.fault('works', 'That is what stands already.')
    const why = r.words('why', 'Say how we know.')
    return r.result(() => ({ worksThere, why }))
  },
  save: async (asking, { worksThere, why }, { given: { of }, read }) => {
    const clash = await clashUpon<Pick<TheirWorker, 'id' | 'recorded' | 'recorded_by' | 'works_there'>>({
      ...{ of, read, asTyped },
      versionRead: async (id) => await workerRead(asking, id),
    })
    if (clash !== undefined) return clash
    await changeTheirWorker(asking, { of, worksThere, why })
    return { kind: 'saved', id: of.organisation }
  },
  leadsTo: (_, id) => `${AT}/${id}`,
  Fields: ChangeFields,
}

export const theirWorkerForms: readonly Form[] = [makeForm(entering), makeForm(changing)]
