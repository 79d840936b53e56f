// Closing a request: a home was found, it is not needed, or the child is settled and stays, which is an answer of equal standing.
import { childById } from '#children'
import { changeFrom, writeParts } from '#database'
import { ChoiceField, type Form, isId, itemsOf, makeForm, reading, WordsField } from '#forms'
import type { RequestWords } from '../request.ts'
import { CLOSED_WHY } from '../request-codes-data.ts'
import { requestsOf } from '../store.ts'
import { lock, REQUEST_PAGE } from './request-page.tsx'

type Closing = { readonly name: string; readonly version: string; readonly words: RequestWords }
const close: Form = makeForm<Closing, { readonly why: string; readonly how: string; readonly closed: string }>({
  ...{ name: 'home-request-close', path: '/children/:child/home-requests/:about/close', here: '/homes/wanted' },
  ...{ leadsTo: REQUEST_PAGE, lock: lock('closed a request for a home') },
  words: {
    ...{ thing: 'closing a request for a home', button: 'Close it', done: 'Closed. Nobody looks any more.' },
    title: ({ name }) => `Nobody looks for a home for ${name} any more`,
    fields: { why: 'Why', how: 'How it is made sure of' },
  },
  load: async (asking, { child, about }) => {
    if (child === null || about === null || !isId(about)) return undefined
    const [known, all] = [await childById(asking, child), await requestsOf(asking, child)]
    const open = all.find(({ id, closed }) => id === about && closed === null)
    return known && open && { name: known.name ?? 'this child', version: open.id, words: open.words }
  },
  start: () => ({}),
  decide: (typed, _, today) => {
    const r = reading(typed, today)
    const why = r.choice('why', ['found', 'stays where they are', 'not needed'], 'Say why.')
    const how = r.words('how', 'Say what was agreed, with whom, and what the child thinks.')
    return r.result(() => ({ why, how, closed: today }))
  },
  Fields: (of) => (
    <>
      <ChoiceField of={of} name="why" label="Why?" items={itemsOf(CLOSED_WHY)} />
      <WordsField
        of={of}
        name="how"
        label="What was agreed, with whom, and what the child thinks"
        hint="Where they stay: how family, school, health and brothers and sisters come closer from there."
        rows={4}
      />
    </>
  ),
  save: async (asking, { why, how, closed }, { given: { version, words } }) => {
    const columns = { closed, closed_why: why }
    const considered = [words.considered, how].filter(Boolean).join('\n\n')
    const done = await changeFrom(asking, 'kith.home_request', {
      ...{ id: version, columns, words: writeParts({ ...words, considered }) ?? '' },
    })
    if ('refused' in done)
      return {
        kind: 'refused',
        faults: [{ field: '', says: 'Somebody changed the request meanwhile. Open it again.' }],
      }
    return { kind: 'saved', id: done.ok.id }
  },
})
export const closeForms: readonly Form[] = [close]
