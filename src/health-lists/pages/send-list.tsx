// The form with which a health provider's list is sent: who sent it, of which day it speaks, and the file.
import type { FC } from 'hono/jsx'
import { DayField, type FieldsProps, FileField, type FormDefinition, LineField, reading } from '#forms'
import { Details } from '#look'
import { type ArrivedList, NO_TEXT, takesList } from '#sent-lists'
import type { Arriving } from '#uploads'
import { takeList } from '../import-list.ts'
import { COLUMNS, isProvider, NEEDED } from '../list-row.ts'
import { readList } from '../read-list.ts'

type Ok = { readonly provider: string; readonly ofDay: ReturnType<ReturnType<typeof reading>['day']> }
const listed = (of: Readonly<Record<string, string>>) => Object.keys(of).join(', ')

const Fields: FC<FieldsProps<true>> = (of) => (
  <>
    <p>
      Each row is taken in your name, for children whose health you may write. What the record says otherwise stands
      until somebody decides. The file itself is not kept.
    </p>
    <LineField
      of={of}
      name="provider"
      label="Who sent it?"
      hint="The health service, for example Hill Community Trust."
    />
    <DayField of={of} name="of_day" label="Of which day does it speak?" looks="back" />
    <FileField
      of={of}
      name="file"
      label="The list"
      hint="A CSV file of at most 2 MB. Its first line names the columns."
    />
    <Details summary="Which columns it may have">
      <p>
        <strong>Referrals</strong>: {listed(COLUMNS.referrals)}. These have to be there: {NEEDED.referrals.join(', ')}.
      </p>
      <p>
        <strong>Health assessments</strong>: {listed(COLUMNS.assessments)}. These have to be there:{' '}
        {NEEDED.assessments.join(', ')}.
      </p>
      <p>
        “Child” is our number, or the NHS number. Days are written with their year. Other columns, such as names, are
        not read: it is better when they are not in the file.
      </p>
    </Details>
  </>
)

export const sendListForm = (arriving: Pick<Arriving, 'folder'>): FormDefinition<true, Ok, ArrivedList> => ({
  name: 'health-list',
  path: '/health-lists/record',
  lock: { may: { as: ['health-team', 'allocated-worker'] }, log: 'sent a list of a health provider' },
  here: '/health-lists',
  words: {
    ...{
      thing: 'a list of a health provider',
      button: 'Send the list',
      done: 'The list was read. This is what came of it.',
    },
    title: () => 'Send a health provider’s list of dates',
    fields: { provider: 'Who sent it', of_day: 'Of which day it speaks' },
  },
  load: async () => await Promise.resolve(true as const),
  start: () => ({ of_day: ['today'] }),
  decide: (typed, _, today) => {
    const read = reading(typed, today)
    const provider = read.words('provider', 'Say who sent it.')
    if (provider !== '' && !isProvider(provider))
      read.fault('provider', 'Use letters, figures and . , & ( ) / - only, at most 80.')
    const ofDay = read.day('of_day', 'the day of which the list speaks')
    return read.result(() => ({ provider, ofDay }))
  },
  save: async (asking, { provider, ofDay }, { file, today }) => {
    if (file === undefined) return { kind: 'refused', faults: [{ field: 'file', says: NO_TEXT }] }
    const read = readList(file.text, today)
    if ('wrong' in read) return { kind: 'refused', faults: [{ field: 'file', says: read.wrong }] }
    const { fingerprint } = file
    const { list } = await takeList(asking, { read, provider, ofDay, fingerprint, today })
    return { kind: 'saved', id: list }
  },
  leadsTo: (_, id) => `/health-lists/${id}`,
  takes: takesList(arriving),
  Fields,
})
