// Asking the worker, and the manager where the council does so, to be part of an audit; and their answer, by nobody but them.
import { dayWords, formatDay, parseInstant, timeInLondon } from '#calendar'
import { retract, writeParts } from '#database'
import { ChoiceField, DayField, type Form, itemsOf, LineField, PickField, reading, TimeField, WordsField } from '#forms'
import { capital, InsetText } from '#look'
import { HOW_MET, timeOn } from '#meetings'
import { ANSWERS, answerDue, type InvitationAnswer } from '../invitations.ts'
import { answerInvitation, type Invitation, invite } from '../invitations-store.ts'
import { auditForm, type Fields, type Given, picked } from './audit-form.tsx'

const PART_WORDS = { worker: 'the worker', manager: 'the manager' } as const
const people = ({ invitable }: Given) =>
  invitable.map(({ id, name, part }) => ({ value: id, text: `${name}, ${PART_WORDS[part]}` }))
const hows = HOW_MET.map((value) => ({ value, text: capital(value) }))

const InviteFields: Fields = (of) => (
  <>
    <InsetText>
      It stands on their start page and on the page of this audit until they answer. Kith sends no message: nothing
      about {of.given.name} leaves in an e-mail.
    </InsetText>
    {of.given.invitable.length === 0 ? (
      <InsetText>
        Nobody works with {of.given.name} now, as far as the record says. Then there is nobody to ask.
      </InsetText>
    ) : (
      <PickField
        of={of}
        name="worker"
        label="Who is asked?"
        hint="One at a time. Whoever is asked already is asked to another time."
        items={people(of.given)}
      />
    )}
    <DayField of={of} name="meets" label="When do you look at it together?" looks="ahead" />
    <TimeField of={of} name="at" label="What time, if it is set" />
    <ChoiceField of={of} name="met_how" label="How will you meet?" items={hows} />
    <LineField of={of} name="place" label="Where, if it matters" />
    <WordsField
      of={of}
      name="about"
      label="What would you like to look at together?"
      hint="They can think about it before. It is about our work, not about them."
      rows={3}
    />
  </>
)
const inviting = auditForm({
  ...{ name: 'invite', at: 'invite', thing: 'an invitation to an audit', button: 'Ask them' },
  done: 'Asked. It stands on their start page until they answer.',
  ...{ log: 'asked somebody to be part of an audit', undoes: 'kith.audit_invitation' as const },
  title: ({ name }) => `Look at our work with ${name} together`,
  fields: { worker: 'Who', meets: 'When', at: 'What time', met_how: 'How', place: 'Where', about: 'What about' },
  opens: ({ audit }) => audit.first === undefined,
  start: ({ invitable }) => ({ met_how: ['in person'], worker: [invitable[0]?.id ?? ''] }),
  Fields: InviteFields,
  decide: (typed, given, today) => {
    const read = reading(typed, today)
    const worker = picked(read, 'worker', { of: people(given), says: 'Choose who is asked.' })
    const part = given.invitable.find(({ id }) => id === worker)?.part ?? 'worker'
    const meets = read.dayAhead('meets', 'the day')
    if (meets < today) read.fault('meets', `That day is over. Today is ${formatDay(today)}.`)
    const begins = timeOn(typed.one('at'), meets)
    if (begins === undefined) read.fault('at', 'Write the time of day, for example 14:30 or 2.30pm.')
    const how = read.choice('met_how', HOW_MET, 'Say how you will meet.')
    const words = writeParts({ place: typed.one('place').trim(), about: typed.words('about') })
    return read.result(() => ({
      invitation: { worker, part, invited: today, meets, begins: begins ?? null, how },
      words,
    }))
  },
  save: async (asking, { invitation, words }, { given: { child, audit } }) =>
    (await invite(asking, invitation, { child, audit: audit.audit.line, words })) ?? '',
})

/** What stands of it and is this person's to answer. */
const askedOf = ({ audit, me }: Pick<Given, 'audit' | 'me'>): Invitation | undefined =>
  audit.first === undefined ? audit.invitations.find(({ worker }) => worker === me) : undefined
/** 'Thu 2 Apr 2027, 14:30' */
export function whenWords({ meets, begins }: Pick<Invitation, 'meets' | 'begins'>): string {
  const moment = begins === null ? undefined : parseInstant(begins)
  return moment === undefined ? dayWords(meets) : `${dayWords(meets)}, ${timeInLondon(moment)}`
}
const AnswerFields: Fields = (of) => (
  <>
    <ChoiceField of={of} name="answer" label="Do you come?" items={itemsOf(ANSWERS)} />
    <DayField of={of} name="instead" label="If another time: which day would do?" looks="ahead" />
    <WordsField
      of={of}
      name="why"
      label="Why, if you do not come then"
      hint="A reason is asked for with another time, and with no. The auditor and your manager read it."
      rows={3}
    />
  </>
)
const ANSWER_KINDS = ['comes', 'another time', 'does not come'] as const satisfies readonly InvitationAnswer[]
const answering = auditForm({
  ...{ name: 'answer', at: 'answer', thing: 'an answer to an invitation', button: 'Answer', done: 'Answered.' },
  ...{ log: 'answered an invitation to an audit', undoes: 'kith.audit_invitation_answer' as const },
  lock: ['see', 'audit'],
  title: (given) => {
    const asked = askedOf(given)
    return asked === undefined
      ? 'Nothing is asked'
      : `You are asked to look at our work with ${given.name} together on ${whenWords(asked)}`
  },
  fields: { answer: 'Answer', instead: 'Which day would do', why: 'Why' },
  opens: (given) => askedOf(given) !== undefined,
  Fields: AnswerFields,
  decide: (typed, given, today) => {
    const read = reading(typed, today)
    const asked = askedOf(given)
    if (asked === undefined) read.fault('', 'You are not asked any more. Your text is kept.')
    const answer = read.choice('answer', ANSWER_KINDS, 'Say whether you come.')
    const instead = answer === 'another time' ? read.dayAheadIfAny('instead', 'the day') : null
    if (instead !== null && instead < today) read.fault('instead', `That day is over. Today is ${formatDay(today)}.`)
    const why = typed.words('why')
    if (answer !== 'comes' && why === '') read.fault('why', 'Say why, in a line: then it can be arranged.')
    return read.result(() => ({ asked, said: { answer, answered: today, instead, words: writeParts({ why }) } }))
  },
  save: async (asking, { asked, said }) =>
    asked === undefined ? '' : ((await answerInvitation(asking, asked, said)) ?? ''),
})
const askedPeople = ({ audit, colleagues }: Given) =>
  audit.invitations.map((one) => ({
    value: one.id,
    text: `${colleagues.find(({ value }) => value === one.worker)?.text ?? 'Somebody'}, ${whenWords(one)}`,
  }))
/** It is on nobody's start page any more; that they were asked, and why not any longer, stays in the history. */
const withdrawing = auditForm({
  ...{ name: 'withdraw', at: 'withdraw', thing: 'withdrawing an invitation to an audit', button: 'Withdraw it' },
  ...{ log: 'withdrew an invitation to an audit', done: 'Withdrawn. The history holds your reason.' },
  title: ({ name }) => `Withdraw an invitation: our work with ${name}`,
  fields: { asked: 'Whom', why: 'Why' },
  opens: ({ audit }) => audit.first === undefined && audit.invitations.length > 0,
  start: ({ audit }) => ({ asked: [audit.invitations.at(-1)?.id ?? ''] }),
  Fields: (of) => (
    <>
      <p>
        It goes from their start page, and what they answered goes with it. To ask them to another time, ask them anew.
      </p>
      <ChoiceField of={of} name="asked" label="Whom do you not ask any more?" items={askedPeople(of.given)} />
      <WordsField of={of} name="why" label="Why?" hint="It stays in the history, with your name." rows={3} />
    </>
  ),
  decide: (typed, given, today) => {
    const read = reading(typed, today)
    const id = picked(read, 'asked', { of: askedPeople(given), says: 'Choose whom.' })
    const reason = read.words('why', 'Say why.')
    return read.result(() => ({ id, reason }))
  },
  save: async (asking, { id, reason }) => {
    const done = await retract(asking, 'kith.audit_invitation', { id, reason })
    return 'ok' in done ? done.ok.id : id
  },
})
/** 'by Wed 31 Mar 2027' */
export const answerBy = (one: Parameters<typeof answerDue>[0], days: number): string =>
  `by ${dayWords(answerDue(one, days))}`

export const invitationForms: readonly Form[] = [inviting, answering, withdrawing]
