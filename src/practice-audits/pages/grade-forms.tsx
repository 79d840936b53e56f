// The grade of the whole: handed in by the auditor, who moderates, and the second grade, given blind.
import type { FC } from 'hono/jsx'
import { dayWords, type IsoDay, parseDay } from '#calendar'
import { correct, recordFirst, retract, writeParts } from '#database'
import { ChoiceField, DayField, type Form, itemsOf, PickField, reading, WordsField } from '#forms'
import { InsetText } from '#look'
import { type AuditNumbers, moderationDue } from '../loop.ts'
import { titleOf } from '../questions.ts'
import { asked } from '../questions-data.ts'
import { GRADES, overallRefusals } from '../scale.ts'
import { auditForm, type Fields, type Given, picked } from './audit-form.tsx'

const scaled = ({ audit }: Given): boolean => audit.round?.scale !== 'none'
const partsOf = ({ audit }: Given): ReadonlyMap<string, string> =>
  new Map(audit.themes.map(({ theme, grade }) => [theme, grade ?? '']))
const titles = (parts: readonly string[], name: string): string =>
  parts.map((part) => asked(titleOf(part), name)).join(', ')

const HandInFields: Fields = (of) => (
  <>
    {scaled(of.given) && (
      <ChoiceField
        of={of}
        name="grade"
        label="Practice as a whole"
        hint="It is not an average. It cannot be good where voice, plans, safety or oversight is inadequate."
        items={itemsOf(of.given.asks.scale.words)}
      />
    )}
    <WordsField of={of} name="why" label={`Why, and what difference did we make to ${of.given.name}?`} />
    <WordsField of={of} name="strengths" label="What was done well, and by whom?" rows={3} />
    <WordsField of={of} name="child" label={`What would ${of.given.name} say of it?`} rows={3} />
  </>
)
const handIn = auditForm({
  ...{ name: 'hand-in', at: 'hand-in', thing: 'the grade of an audit', button: 'Hand in', log: 'handed in an audit' },
  done: 'Handed in. Somebody else grades it blind; your grade stays in the record.',
  title: ({ name }) => `Hand in the audit: ${name}`,
  fields: { grade: 'Practice as a whole', why: 'Why', strengths: 'Done well', child: 'What the child would say' },
  opens: ({ audit, me }) => audit.audit.auditor === me,
  Fields: HandInFields,
  decide: (typed, given, today) => {
    const read = reading(typed, today)
    const grade = scaled(given) ? read.choice('grade', GRADES, 'Choose the grade of the whole.') : null
    for (const one of overallRefusals(grade ?? undefined, partsOf(given), [...given.asks.questions.keys()]))
      read.fault(
        'missing' in one ? '' : 'grade',
        'missing' in one
          ? `Not written yet: ${titles(one.missing, given.name)}.`
          : `It cannot be good: inadequate in ${titles(one.inadequate, given.name)}.`,
      )
    if (given.audit.first !== undefined) read.fault('', 'This audit was handed in already. Its grade stays.')
    const words = writeParts({
      why: read.words('why', 'Say why.'),
      strengths: typed.words('strengths'),
      child: typed.words('child'),
    })
    return read.result(() => ({ columns: { stage: 'first', grade, given: today }, words }))
  },
  save: async (asking, { columns, words }, { given }) => {
    const { child, audit } = given
    const first = { child, columns: { ...columns, audit: audit.audit.line }, words }
    return (await recordFirst(asking, 'kith.audit_grade', first)).id
  },
})

const ModeratorFields: Fields = (of) => (
  <>
    <PickField of={of} name="moderator" label="Who grades it a second time?" items={of.given.colleagues} />
    <p class="govuk-hint">
      They have no part in the case and did not audit it. They see neither the first grade nor its themes until they
      have graded.
    </p>
    <DayField of={of} name="due" label="By when?" looks="ahead" />
  </>
)
/** By the rule, and not before today. */
function secondBy(handedIn: string | undefined, numbers: AuditNumbers, today: IsoDay): IsoDay {
  const by = moderationDue(parseDay(handedIn ?? '') ?? today, numbers)
  return by === undefined || by < today ? today : by
}
const moderator = auditForm({
  ...{ name: 'moderator', at: 'moderator', thing: 'who moderates an audit', button: 'Save', log: 'said who moderates' },
  ...{ done: 'Saved.', title: () => 'Who moderates this audit?', fields: { moderator: 'Who', due: 'By when' } },
  opens: ({ lead }) => lead,
  start: ({ audit, numbers }, today) => ({
    moderator: [audit.moderation?.moderator ?? ''],
    due: [dayWords(audit.moderation?.due ?? secondBy(audit.first?.given, numbers, today))],
  }),
  Fields: ModeratorFields,
  decide: (typed, given, today) => {
    const read = reading(typed, today)
    const who = picked(read, 'moderator', { of: given.colleagues, says: 'Choose who grades it.' })
    const due = read.dayAhead('due', 'the day')
    if (given.audit.second !== undefined) read.fault('', 'The second grade is in the record already.')
    return read.result(() => ({ moderator: who, due }))
  },
  save: async (asking, columns, { given: { child, audit } }) => {
    const whole = { ...columns, audit: audit.audit.line }
    const { moderation } = audit
    if (moderation === undefined)
      return (await recordFirst(asking, 'kith.audit_moderation', { child, columns: whole })).id
    const done = await correct(asking, 'kith.audit_moderation', { id: moderation.id, columns: whole })
    return 'ok' in done ? done.ok.id : moderation.id
  },
})

const Blind: FC = () => (
  <InsetText>
    Read the record yourself and grade it. The first grade and what was written to it are kept from you until you have
    saved yours. Afterwards both stand side by side, and the second is the one that is reported.
  </InsetText>
)
const SecondFields: Fields = (of) => (
  <>
    <Blind />
    {scaled(of.given) && (
      <ChoiceField of={of} name="grade" label="Practice as a whole" items={itemsOf(of.given.asks.scale.words)} />
    )}
    <WordsField of={of} name="why" label="Why? What in the record tells you so?" />
    <WordsField of={of} name="feedback" label="What should the auditor know for next time?" rows={3} />
  </>
)
const second = auditForm({
  ...{ name: 'second', at: 'second-grade', thing: 'the second grade of an audit', button: 'Save the second grade' },
  ...{ log: 'graded an audit a second time', done: 'Saved. Both grades are shown now.' },
  title: ({ name }) => `Second grade: ${name}`,
  fields: { grade: 'Practice as a whole', why: 'Why', feedback: 'For the auditor' },
  opens: ({ audit, me }) => audit.moderation?.moderator === me,
  Fields: SecondFields,
  decide: (typed, given, today) => {
    const read = reading(typed, today)
    const grade = scaled(given) ? read.choice('grade', GRADES, 'Choose the grade of the whole.') : null
    if (given.audit.second !== undefined) read.fault('', 'You graded this already. The grade stays.')
    const words = writeParts({ why: read.words('why', 'Say why.'), feedback: typed.words('feedback') })
    return read.result(() => ({ columns: { stage: 'second', grade, given: today }, words }))
  },
  save: async (asking, { columns, words }, { given: { child, audit } }) => {
    const first = { child, columns: { ...columns, audit: audit.audit.line }, words }
    return (await recordFirst(asking, 'kith.audit_grade', first)).id
  },
})

const sendBack = auditForm({
  ...{ name: 'send-back', at: 'send-back', thing: 'sending an audit back', button: 'Send it back' },
  ...{ log: 'sent an audit back for more work', done: 'Sent back. Its first grade is taken back, with your reason.' },
  title: ({ name }) => `Send the audit back: ${name}`,
  fields: { why: 'What is missing', due: 'By when' },
  opens: ({ audit, lead }) => lead && audit.first !== undefined && audit.second === undefined,
  Fields: (of) => (
    <>
      <p>
        Before the second grade only. The first grade is taken back and stays in the history; its themes can be written
        again, and the auditor hands it in anew. It is not asked for because the grade is another than expected.
      </p>
      <WordsField of={of} name="why" label="What is missing, and what should they read again?" rows={4} />
      <DayField of={of} name="due" label="By when is it handed in again?" looks="ahead" />
    </>
  ),
  decide: (typed, _, today) => {
    const read = reading(typed, today)
    const why = read.words('why', 'Say what is missing: the auditor reads this.')
    const due = read.dayAhead('due', 'the day')
    return read.result(() => ({ why, due }))
  },
  save: async (asking, { why: reason, due }, { given: { audit } }) => {
    const id = audit.first?.id ?? ''
    const done = await retract(asking, 'kith.audit_grade', { id, reason })
    const { id: of, round, drawn, place, stratum, again, auditor } = audit.audit
    const columns = { round, drawn, place, stratum, again, auditor, due }
    await correct(asking, 'kith.practice_audit', { id: of, columns, words: writeParts({ why: reason }) ?? null })
    return 'ok' in done ? done.ok.id : id
  },
})

export const gradeForms: readonly Form[] = [handIn, moderator, second, sendBack]
