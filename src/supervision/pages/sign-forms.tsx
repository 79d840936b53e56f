// Signing a time together, with or without agreement, once every earlier action has an answer; and the part that is the worker's own.
import type { FC } from 'hono/jsx'
import { type Action, openActionsOf } from '#actions'
import { dayWords, formatDay, type IsoDay } from '#calendar'
import { childrenCalled } from '#children'
import type { Asking } from '#database'
import {
  type At,
  ChoiceField,
  type FieldsProps,
  type Form,
  isId,
  makeForm,
  type Reading,
  reading,
  WordsField,
} from '#forms'
import { InsetText } from '#look'
import { workersCalled } from '#workforce'
import { items, SIGNED_AS } from '../codes-data.ts'
import { wantAnswers } from '../earlier-actions.ts'
import { caseloads, entryRows } from '../entries-store.ts'
import { isClosed, owing } from '../frequency.ts'
import { type Personal, personalOf, type Session, sessionBy, timeAhead, writeStaff } from '../staff-store.ts'
import { refused } from './entry-forms.tsx'

const HERE = '/supervision'
type Part = 'worker' | 'supervisor'
const partOf = ({ worker, supervisor }: Session, me: string): Part | undefined =>
  me === worker ? 'worker' : me === supervisor ? 'supervisor' : undefined

/** Of every child of the worker, spoken of this time or not: earlier actions that still want an answer. */
export async function unanswered(asking: Asking, session: Session): Promise<readonly Action[]> {
  const entries = await entryRows(asking, { session: session.line })
  const own = session.worker === null ? [] : await caseloads(asking, [session.worker], { on: session.held })
  const children = [...new Set([...entries, ...own].map(({ child }) => child))]
  if (children.length === 0) return []
  const actions = await openActionsOf(asking, children)
  return wantAnswers(actions, { held: session.held, own: new Set(entries.map(({ line }) => line)) })
}

type Given = {
  readonly session: Session
  readonly part: Part
  readonly name: string
  readonly waiting: readonly { readonly child: string; readonly name: string; readonly what: string }[]
}
async function load(asking: Asking, { about, me }: At): Promise<Given | undefined> {
  const session = about === null || !isId(about) ? undefined : await sessionBy(asking, about)
  const part = session && partOf(session, me)
  if (session === undefined || part === undefined || session.cancelled !== null) return undefined
  const actions = await unanswered(asking, session)
  const names = await childrenCalled(
    asking,
    actions.map(({ child }) => child),
  )
  const called = await workersCalled(asking, [session.worker ?? session.supervisor])
  return {
    ...{ session, part, name: called.get(session.worker ?? session.supervisor) ?? 'somebody' },
    waiting: actions.map(({ child, what }) => ({
      child,
      name: names.get(child) ?? 'a child',
      what: what ?? 'taken out of sight',
    })),
  }
}

const Fields: FC<FieldsProps<Given>> = (of) => {
  const { session, waiting } = of.given
  const by = session.signBy
  return (
    <>
      {waiting.length > 0 && (
        <InsetText>
          <p>Before this can be signed, each of these needs an answer:</p>
          <ul class="govuk-list govuk-list--bullet">
            {waiting.map(({ child, name, what }) => (
              <li>
                <a class="govuk-link" href={`/children/${child}/supervision`}>
                  {name}
                </a>
                : {what}
              </li>
            ))}
          </ul>
        </InsetText>
      )}
      <p>
        Held on {formatDay(session.held)}.{by && ` Both sign by ${formatDay(by)} (our own rule).`} After both have
        signed nothing of it changes any more, by anybody.
      </p>
      <ChoiceField of={of} name="answer" label="Do you agree?" items={items(SIGNED_AS)} />
      <WordsField
        of={of}
        name="why"
        label="With what do you disagree, and what do you see differently?"
        hint="It stands beside the record, in your words. Both of you and your managers read it. No child’s name."
        rows={4}
      />
    </>
  )
}
const sign: Form = makeForm<Given, { readonly answer: string; readonly why: string }>({
  ...{ name: 'supervision-sign', path: '/supervision/sessions/:about/sign', here: HERE, refused, load },
  lock: { may: 'worker', log: 'signed a supervision' },
  words: {
    ...{ thing: 'signing a supervision', button: 'Sign', done: 'Signed.' },
    title: ({ name, session }) => `Sign the supervision of ${dayWords(session.held)}: ${name}`,
    fields: { answer: 'Agreed', why: 'With what you disagree' },
  },
  start: () => ({}),
  decide: (typed, { session, part, waiting }, today) => {
    const read = reading(typed, today)
    if (!owing(session).some((one) => one === part)) read.fault('', 'You have signed this already.')
    for (const { name, what } of waiting) read.fault('', `${name}: say what became of “${what}”.`)
    const answer = read.choice('answer', ['agreed', 'disagreed'], 'Say whether you agree.')
    const why = typed.words('why')
    if (answer === 'disagreed' && why === '') read.fault('why', 'Say with what you disagree.')
    if (answer === 'agreed' && why !== '') read.fault('answer', 'You wrote with what you disagree, so choose that.')
    return read.result(() => ({ answer, why }))
  },
  Fields,
  save: async (asking, { answer, why }, { given, me, today }) => {
    const columns = { session: given.session.line, part: given.part, signer: me, answer, signed: today }
    return { kind: 'saved', id: await writeStaff(asking, 'kith.supervision_signature', { columns, words: { why } }) }
  },
  leadsTo: ({ about }) => `/supervision/sessions/${about}`,
})

type PersonalWords = { readonly being: string; readonly learning: string; readonly work: string }
type Standing = Pick<Personal, 'id' | 'line' | 'words' | 'written'> | undefined
type Own = { readonly session: Session; readonly standing: Standing }
const PERSONAL_NAMES = { being: 'How you are', learning: 'Learning', work: 'How the work goes' }
const asTyped = (standing: Standing) => ({
  being: [standing?.words?.being ?? ''],
  learning: [standing?.words?.learning ?? ''],
  work: [standing?.words?.work ?? ''],
})
function personalIn(read: Reading): PersonalWords {
  const { typed } = read
  const words = { being: typed.words('being'), learning: typed.words('learning'), work: typed.words('work') }
  if (Object.values(words).every((text) => text === '')) read.fault('being', 'Write something, or leave this page.')
  return words
}
const PersonalFields: FC<{ readonly of: FieldsProps<unknown> }> = ({ of }) => (
  <>
    <WordsField of={of} name="being" label="How are you, and what do the children’s lives do to you?" rows={4} />
    <WordsField of={of} name="learning" label="What do you learn, and what would help?" rows={4} />
    <WordsField of={of} name="work" label="How does the work go, and what is asked of you?" rows={4} />
  </>
)
const personal: Form = makeForm<Own, PersonalWords>({
  ...{ name: 'supervision-personal', path: '/supervision/sessions/:about/personal', here: HERE, refused },
  lock: { may: 'worker', log: 'wrote the personal part of a supervision' },
  words: {
    ...{ thing: 'the personal part of a supervision', button: 'Save', done: 'Saved, for the two of you.' },
    title: ({ session }) => `How you are, and what you learn: ${dayWords(session.held)}`,
    fields: PERSONAL_NAMES,
  },
  load: async (asking, { about, me }) => {
    const session = about === null || !isId(about) ? undefined : await sessionBy(asking, about)
    if (session === undefined || session.kind === 'group' || session.cancelled !== null) return undefined
    if (partOf(session, me) === undefined) return undefined
    const standing = (await personalOf(asking, [session.line])).find(({ by, written }) => by === me && written === null)
    return { session, standing }
  },
  start: ({ standing }) => asTyped(standing),
  decide: (typed, { session }, today: IsoDay) => {
    const read = reading(typed, today)
    if (isClosed(session))
      read.fault('', 'This time is signed by both, and nothing of it changes any more. Your text is kept.')
    const words = personalIn(read)
    return read.result(() => words)
  },
  Fields: (of) => (
    <>
      <InsetText>
        Only the two of you read this: not a manager above, not another team, and it is on no child’s record. It is kept
        apart from the rest, and the worker can take it with them. Write no child’s name here.
      </InsetText>
      <PersonalFields of={of} />
    </>
  ),
  save: async (asking, words, { given: { session, standing } }) => {
    const written = { columns: { session: session.line }, words }
    const of = standing && { id: standing.id, line: standing.line }
    return {
      kind: 'saved',
      id: await writeStaff(asking, 'kith.supervision_personal', of ? { ...written, of } : written),
    }
  },
  leadsTo: ({ about }) => `/supervision/sessions/${about}`,
})

/** `open`: a time that is begun and not signed by both, to which it would belong at once. */
type Ahead = { readonly standing: Standing; readonly open: Session | undefined }
const TO_OPEN =
  'A time together is open, and whoever leads it would read this at once. Write it at that time instead. Your text is kept.'
const AheadNote: FC<{ readonly open: Session | undefined }> = ({ open }) => (
  <InsetText>
    {open === undefined ? (
      'Nobody but you reads this now. Once a time together is begun, whoever leads it reads it too, and nobody else.'
    ) : (
      <>
        Your time together of {dayWords(open.held)} is open, so there is nothing to write before it. What you write for
        it is read by whoever leads it, at once:{' '}
        <a class="govuk-link" href={`/supervision/sessions/${open.line}/personal`}>
          write it at that time
        </a>
        .
      </>
    )}{' '}
    It is on no child’s record. Write no child’s name here.
  </InsetText>
)
/** Before there is a time: the worker's alone, until they are together with whoever leads it. */
const ahead: Form = makeForm<Ahead, PersonalWords>({
  ...{ name: 'supervision-personal-ahead', path: '/supervision/personal/record', here: HERE, refused },
  lock: { may: 'worker', log: 'wrote their personal part before a supervision' },
  words: {
    ...{ thing: 'your personal part before a supervision', button: 'Save', done: 'Saved, for you alone until then.' },
    title: () => 'How you are, before the next time together',
    fields: PERSONAL_NAMES,
  },
  load: async (asking, { today }) => {
    const standing = (await personalOf(asking, 'own')).find(({ session }) => session === null)
    const open = await timeAhead(asking, standing?.written ?? today)
    return { standing, open: open === null ? undefined : await sessionBy(asking, open) }
  },
  start: ({ standing }) => asTyped(standing),
  decide: (typed, { open }, today) => {
    const read = reading(typed, today)
    if (open !== undefined) read.fault('', TO_OPEN)
    const words = personalIn(read)
    return read.result(() => words)
  },
  Fields: (of) => (
    <>
      <AheadNote open={of.given.open} />
      <PersonalFields of={of} />
    </>
  ),
  save: async (asking, words, { given: { standing }, me, today }) => {
    const written = { columns: { session: null, worker: me, written: standing?.written ?? today }, words }
    const of = standing && { id: standing.id, line: standing.line }
    return {
      kind: 'saved',
      id: await writeStaff(asking, 'kith.supervision_personal', of ? { ...written, of } : written),
    }
  },
  leadsTo: () => '/supervision/personal',
})

export const signForms: readonly Form[] = [sign, personal, ahead]
