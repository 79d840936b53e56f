// What people say in an audit: the talk with the worker, and the child, carer and parent, asked by somebody else; and another auditor.
import { dayWords } from '#calendar'
import { correct, recordFirst, writeParts } from '#database'
import { ChoiceField, DayField, type Form, itemsOf, PickField, type Reading, reading, WordsField } from '#forms'
import { InsetText } from '#look'
import { auditForm, type Fields, type Given, picked } from './audit-form.tsx'

const TALK_STATES = { held: 'We met', 'not held': 'It could not be held' } as const
export const TalkFields: Fields = (of) => (
  <>
    <PickField of={of} name="worker" label="With whom?" items={of.given.colleagues} />
    <ChoiceField of={of} name="state" label="What is it?" items={itemsOf(TALK_STATES)} />
    <DayField of={of} name="happens" label="On which day?" looks="back" />
    <WordsField
      of={of}
      name="says"
      label="What do they say, and what do they want to do differently?"
      hint="In their words; or why it could not be held. They read it here."
    />
  </>
)
export function talkIn(read: Reading, { colleagues }: Given) {
  const worker = picked(read, 'worker', { of: colleagues, says: 'Choose with whom.' })
  const state = read.choice('state', ['held', 'not held'], 'Say whether you met.')
  const happens = read.day('happens', 'the day')
  const says = read.typed.words('says')
  if (says === '') read.fault('says', state === 'held' ? 'Write what they say.' : 'Say why not.')
  return { columns: { worker, state, happens }, says }
}
export const TALK_NAMES = { worker: 'With whom', state: 'What it is', happens: 'Which day', says: 'What they say' }
const talk = auditForm({
  ...{ name: 'talk', at: 'talk', thing: 'the talk of an audit', button: 'Save', done: 'Saved.' },
  ...{ log: 'recorded the talk of an audit', undoes: 'kith.audit_talk' as const },
  title: ({ name }) => `Talk with the worker of ${name}`,
  fields: TALK_NAMES,
  start: ({ audit }, today) => ({ happens: [dayWords(today)], worker: [audit.invitations[0]?.worker ?? ''] }),
  Fields: TalkFields,
  decide: (typed, given, today) => {
    const read = reading(typed, today)
    const { columns, says } = talkIn(read, given)
    return read.result(() => ({ columns, words: writeParts({ says }) }))
  },
  save: async (asking, { columns, words }, { given: { child, audit } }) =>
    (await recordFirst(asking, 'kith.audit_talk', { child, columns: { ...columns, audit: audit.audit.line }, words }))
      .id,
})

export const VoiceFields: Fields = (of) => (
  <>
    <InsetText>
      Say first who will read it: their worker and manager, the reviewing officer, and people who check our work. They
      choose whether it shows whose words these are. Whoever works with {of.given.name} does not ask.
    </InsetText>
    <ChoiceField
      of={of}
      name="whose"
      label="Who was asked?"
      items={[
        { value: 'child', text: of.given.name },
        { value: 'carer', text: 'A carer' },
        { value: 'parent', text: 'A parent' },
      ]}
    />
    <PickField of={of} name="asked_by" label="Who asked?" items={of.given.colleagues} />
    <DayField of={of} name="asked" label="When?" looks="back" />
    <ChoiceField
      of={of}
      name="part"
      label="And then?"
      items={[
        { value: 'said', text: 'They told us' },
        { value: 'chose not to', text: 'They chose to say nothing' },
        { value: 'could not be asked', text: 'They could not be asked' },
      ]}
    />
    <WordsField of={of} name="words" label="Their words; or why they could not be asked" />
    <ChoiceField
      of={of}
      name="named"
      label="May it show whose words these are?"
      items={[
        { value: 'yes', text: 'Yes' },
        { value: 'no', text: 'No: somebody around the child' },
      ]}
    />
  </>
)
export function voiceIn(read: Reading, { colleagues }: Given) {
  const whose = read.choice('whose', ['child', 'carer', 'parent'], 'Say who was asked.')
  const part = read.choice('part', ['said', 'chose not to', 'could not be asked'], 'Say what came of it.')
  const named = read.choice('named', ['yes', 'no'], 'Say what they chose.') === 'yes'
  const asked_by = picked(read, 'asked_by', { of: colleagues, says: 'Choose who asked.' })
  const asked = read.day('asked', 'the day')
  const words = read.typed.words('words')
  if (part !== 'chose not to' && words === '') read.fault('words', 'Write their words, or why they could not be asked.')
  return { columns: { whose, part, named, asked_by, asked }, words }
}
export const VOICE_NAMES = {
  ...{ whose: 'Who', asked_by: 'Who asked', asked: 'When', part: 'And then', words: 'Their words' },
  named: 'Whose it shows',
}
const voice = auditForm({
  ...{ name: 'voice', at: 'said', thing: 'what somebody says of our work', button: 'Save', done: 'Saved.' },
  ...{ log: 'recorded what somebody says of our work', undoes: 'kith.audit_voice' as const },
  title: ({ name }) => `What do people say of our work with ${name}?`,
  fields: VOICE_NAMES,
  start: (_, today) => ({ asked: [dayWords(today)] }),
  Fields: VoiceFields,
  decide: (typed, given, today) => {
    const read = reading(typed, today)
    const { columns, words } = voiceIn(read, given)
    return read.result(() => ({ columns, words: writeParts({ words }) }))
  },
  save: async (asking, { columns, words }, { given: { child, audit } }) =>
    (await recordFirst(asking, 'kith.audit_voice', { child, columns: { ...columns, audit: audit.audit.line }, words }))
      .id,
})

const AuditorFields: Fields = (of) => (
  <>
    <PickField of={of} name="auditor" label="Who audits?" items={of.given.colleagues} />
    <DayField of={of} name="due" label="By when?" looks="ahead" />
    <WordsField of={of} name="why" label="Why is it changed?" rows={2} />
  </>
)
const auditor = auditForm({
  ...{ name: 'auditor', at: 'auditor', thing: 'another auditor or day', button: 'Save', done: 'Saved.' },
  ...{ log: 'changed the auditor or the day of an audit', title: () => 'Another auditor, or another day' },
  fields: { auditor: 'Who audits', due: 'By when', why: 'Why' },
  opens: ({ lead }) => lead,
  start: ({ audit }) => ({ auditor: [audit.audit.auditor], due: [dayWords(audit.audit.due)] }),
  Fields: AuditorFields,
  decide: (typed, given, today) => {
    const read = reading(typed, today)
    const who = picked(read, 'auditor', { of: given.colleagues, says: 'Choose who audits.' })
    const due = read.dayAhead('due', 'the day')
    const why = read.words('why', 'Say why.')
    if (given.audit.first !== undefined) read.fault('', 'It is handed in: who audited it stays.')
    return read.result(() => ({ auditor: who, due, why }))
  },
  save: async (asking, { why, ...columns }, { given: { audit } }) => {
    const { id, round, drawn, place, stratum, again } = audit.audit
    const whole = { round, drawn, place, stratum, again, ...columns }
    const done = await correct(asking, 'kith.practice_audit', {
      id,
      columns: whole,
      words: writeParts({ why }) ?? null,
    })
    return 'ok' in done ? done.ok.id : id
  },
})

export const peopleForms: readonly Form[] = [talk, voice, auditor]
