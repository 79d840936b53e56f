// An audit closed, where nothing of it stands open; and looked at again by its days.
import { day as dayOf, dayWords, type IsoDay } from '#calendar'
import { type Asking, recordFirst } from '#database'
import { DayField, type Form, PickField, reading, TicksField } from '#forms'
import { InsetText } from '#look'
import { type OpenBecause, openBecause, reAuditDue } from '../loop.ts'
import { isGrade } from '../scale.ts'
import { stateOf } from '../store.ts'
import { auditForm, type Fields, type Given, picked } from './audit-form.tsx'

export const OPEN_WORDS: Readonly<Record<OpenBecause, string>> = {
  'not submitted': 'It is not handed in.',
  'not moderated': 'Nobody has given a second grade.',
  'a finding without an action': 'A finding has no action.',
  'an action that is not verified': 'An action is not verified by somebody else.',
  'no impact statement': 'Nobody has said what is different for the child.',
  'a worry without an answer': 'A worry has no answer.',
}
const CloseFields: Fields = (of) => {
  const open = openBecause(stateOf(of.given.audit))
  return (
    <>
      {open.length > 0 && (
        <InsetText>
          It cannot be closed yet:
          <ul class="govuk-list govuk-list--bullet">
            {open.map((why) => (
              <li>{OPEN_WORDS[why]}</li>
            ))}
          </ul>
        </InsetText>
      )}
      <TicksField
        of={of}
        name="sure"
        label="Before you close it"
        items={[
          {
            value: 'yes',
            text: 'Both grades, every finding and what changed stay readable. Nothing of it can be taken back afterwards.',
          },
        ]}
      />
    </>
  )
}
const close = auditForm({
  ...{ name: 'close', at: 'close', thing: 'the closing of an audit', button: 'Close the audit', done: 'Closed.' },
  ...{
    log: 'closed an audit',
    title: ({ name }: Given) => `Close the audit: ${name}`,
    fields: { sure: 'Before you close it' },
  },
  Fields: CloseFields,
  decide: (typed, given, today) => {
    const read = reading(typed, today)
    for (const why of openBecause(stateOf(given.audit))) read.fault('', OPEN_WORDS[why])
    if (given.audit.closing !== undefined) read.fault('', 'It is closed already.')
    if (!typed.ticked('sure')) read.fault('sure', 'Tick that you have read this.')
    return read.result(() => ({ closed: today }))
  },
  save: async (asking, columns, { given: { child, audit } }) =>
    (await recordFirst(asking, 'kith.audit_closing', { child, columns: { ...columns, audit: audit.audit.line } })).id,
})

const dueAgain = ({ audit, numbers }: Given, today: IsoDay): IsoDay => {
  const { second } = audit
  const due =
    isGrade(second?.grade) && second !== undefined ? reAuditDue(second.grade, dayOf(second.given), numbers) : undefined
  return due === undefined || due < today ? today : due
}
const AgainFields: Fields = (of) => (
  <>
    <InsetText>
      Inadequate is looked at again after {of.given.numbers.inadequateAgain} weeks, requires improvement after{' '}
      {of.given.numbers.improvementAgain}. It stands apart from what is drawn at random: some would improve by chance.
    </InsetText>
    <PickField of={of} name="auditor" label="Who looks again?" items={of.given.colleagues} />
    <DayField of={of} name="due" label="By when?" looks="ahead" />
  </>
)
async function startAgain(
  asking: Asking,
  columns: { auditor: string; due: IsoDay },
  { child, audit }: Given,
): Promise<string> {
  const { round, stratum, line } = audit.audit
  const again = { round, stratum, drawn: 're-audit', place: 0, again: line }
  return (await recordFirst(asking, 'kith.practice_audit', { child, columns: { ...again, ...columns } })).line
}
const again = auditForm({
  ...{ name: 'again', at: 'again', thing: 'an audit that looks again', button: 'Start it', done: 'Started.' },
  ...{
    log: 'started an audit that looks again',
    title: ({ name }: Given) => `Audit again: ${name}`,
    fields: { auditor: 'Who', due: 'By when' },
  },
  opens: ({ lead }) => lead,
  start: (given, today) => ({ due: [dayWords(dueAgain(given, today))] }),
  Fields: AgainFields,
  decide: (typed, given, today) => {
    const read = reading(typed, today)
    const auditor = picked(read, 'auditor', { of: given.colleagues, says: 'Choose who looks again.' })
    const due = read.dayAhead('due', 'the day')
    if (given.audit.second === undefined) read.fault('', 'Give it a second grade first.')
    return read.result(() => ({ auditor, due }))
  },
  save: async (asking, columns, { given }) => await startAgain(asking, columns, given),
  leadsTo: ({ child }, id) => `/children/${child}/audits/${id}`,
})

export const closingForms: readonly Form[] = [close, again]
