// Taking a file of terms that somebody has looked at: what is new, or what changed as well.
import type { FC } from 'hono/jsx'
import type { Asking } from '#database'
import { type At, ChoiceField, type FieldsProps, type FormDefinition, isId } from '#forms'
import type { Compared } from '../comparing.ts'
import { comparedNow, takeTerms, termList } from '../store.ts'
import { countsOf } from './show-terms.tsx'

type Given = { readonly id: string; readonly compared: Compared }
type What = 'all' | 'new'

async function load(asking: Asking, { about, today }: At): Promise<Given | undefined> {
  const list = about !== null && isId(about) ? await termList(asking, about) : undefined
  return list && { id: list.id, compared: await comparedNow(asking, list, today) }
}

const Fields: FC<FieldsProps<Given>> = (of) => {
  const counts = countsOf(of.given.compared)
  return (
    <>
      <p>
        {counts.new} new, {counts.changed} changed. {counts.wrong > 0 && `${counts.wrong} not taken. `}
        <a href={`/settings/schools/file/${of.given.id}`}>Look at each row first</a>
      </p>
      <ChoiceField
        of={of}
        name="what"
        label="What is taken?"
        items={[
          { value: 'all', text: 'What is new, and what changed', hint: 'A term that changed stays in the history.' },
          { value: 'new', text: 'What is new alone', hint: 'Terms that stand are left as they are.' },
        ]}
      />
    </>
  )
}

export const takeTermsForm: FormDefinition<Given, What> = {
  name: 'school-terms-take',
  path: '/settings/schools/file/:about/take',
  lock: { may: { as: ['administrator'] }, log: 'took school terms from a file' },
  here: '/settings/schools',
  words: {
    ...{ thing: 'taking a file of school terms', button: 'Take them', done: 'Taken. This is what stands now.' },
    title: () => 'Take the terms of this file',
    fields: { what: 'What is taken' },
  },
  load,
  start: () => ({}),
  decide: (typed) => {
    const what = typed.one('what')
    return what === 'all' || what === 'new'
      ? { ok: what }
      : { faults: [{ field: 'what', says: 'Choose what is taken.' }] }
  },
  save: async (asking, what, { given, today }) => {
    // As the record stands now, and not as it stood when the page was opened.
    const list = await termList(asking, given.id)
    const { met } = list === undefined ? given.compared : await comparedNow(asking, list, today)
    const wanted = met.filter(({ kind }) => kind === 'new' || (what === 'all' && kind === 'changed'))
    const left = await takeTerms(asking, wanted)
    if (wanted.length > 0 && left < wanted.length) return { kind: 'saved', id: given.id }
    const says =
      wanted.length === 0
        ? 'Nothing of this is left to take: all of it stands, or is not understood.'
        : 'Another term has these days now. Look at the terms of each school.'
    return { kind: 'refused', faults: [{ field: '', says }] }
  },
  leadsTo: ({ about }) => `/settings/schools/file/${about}`,
  Fields,
}
