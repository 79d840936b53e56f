// How the loop closes: a finding with its action, the action verified by somebody else, what differs for the child, audited again, closed.
import { mayRecordAction, recordAction } from '#actions'
import { dayWords } from '#calendar'
import { recordFirst, writeParts } from '#database'
import {
  ChoiceField,
  DayField,
  type Form,
  itemsOf,
  LineField,
  PickField,
  type Reading,
  reading,
  WordsField,
} from '#forms'
import { InsetText } from '#look'
import { TAGS } from '../questions-data.ts'
import { auditForm, type Fields, type Given, picked } from './audit-form.tsx'

const ActionFields: Fields = (of) => (
  <>
    <LineField of={of} name="what" label="What is to be done?" />
    <LineField of={of} name="intended" label={`What is it meant to change for ${of.given.name}?`} />
    <PickField of={of} name="owner" label="Whose is it?" hint="One person." items={of.given.colleagues} />
    <DayField of={of} name="due" label="By when?" looks="ahead" />
  </>
)
/** undefined: a field is at fault. */
function actionIn(read: Reading, { colleagues }: Given) {
  const owner = picked(read, 'owner', { of: colleagues, says: 'Choose one person.' })
  const due = read.dayAhead('due', 'the day by which it is done')
  const what = read.words('what', 'Say what is to be done.')
  const intended = read.words('intended', 'Say what it is meant to change for the child.')
  const asked = {
    what,
    intended,
    due,
    noDueWhy: '',
    owner: { worker: owner, service: '' },
    origin: 'audit',
    from: null,
    whoMayKnow: null,
  }
  if (due < read.today) read.fault('due', 'That day is over.')
  const may = mayRecordAction(asked, read.today)
  return 'ok' in may ? may.ok : undefined
}

const FindingFields: Fields = (of) => (
  <>
    <ChoiceField
      of={of}
      name="kind"
      label="What is it?"
      items={[
        { value: 'to improve', text: 'Something to improve' },
        { value: 'strength', text: 'A strength, to be told and learned from' },
      ]}
    />
    <WordsField of={of} name="found" label="What did you find?" hint={`What it means for ${of.given.name}.`} rows={4} />
    <PickField of={of} name="tag" label="What is it about?" items={itemsOf(TAGS)} />
    <h2 class="govuk-heading-m">What is done about it</h2>
    <p class="govuk-hint">Of something to improve. It stands on the one list of actions; somebody else verifies it.</p>
    <ActionFields {...of} />
  </>
)
const finding = auditForm({
  ...{ name: 'finding', at: 'finding', thing: 'a finding of an audit', button: 'Save', done: 'Saved.' },
  ...{ log: 'recorded a finding of an audit', undoes: 'kith.audit_finding' as const },
  title: ({ name }) => `A finding: ${name}`,
  fields: {
    ...{ kind: 'What it is', found: 'What you found', tag: 'What it is about', what: 'What is to be done' },
    ...{ intended: 'What it is meant to change', owner: 'Whose', due: 'By when' },
  },
  start: () => ({ kind: ['to improve'] }),
  Fields: FindingFields,
  decide: (typed, given, today) => {
    const read = reading(typed, today)
    const kind = read.choice('kind', ['to improve', 'strength'], 'Say what it is.')
    const tag = picked(read, 'tag', { of: itemsOf(TAGS), says: 'Choose what it is about.' })
    const words = writeParts({ found: read.words('found', 'Say what you found.') })
    const action = kind === 'strength' ? undefined : actionIn(read, given)
    return read.result(() => ({ columns: { kind, tag }, words, action }))
  },
  save: async (asking, { columns, words, action }, { given: { child, audit } }) => {
    const made = await recordFirst(asking, 'kith.audit_finding', {
      child,
      columns: { ...columns, audit: audit.audit.line },
      words,
    })
    if (action !== undefined)
      await recordAction(asking, child, { ...action, from: { table: 'audit_finding', line: made.line } })
    return made.id
  },
})

type Waiting = { readonly value: string; readonly text: string }
const waitingIn = ({ audit }: Given): readonly Waiting[] =>
  audit.findings.flatMap(({ actions }) =>
    actions
      .filter(({ checks, ended }) => ended !== undefined && !checks.some(({ result }) => result === 'verified'))
      .map(({ line, what }) => ({ value: line, text: what ?? 'Taken out of sight' })),
  )
const VerifyFields: Fields = (of) => {
  const waiting = waitingIn(of.given)
  return (
    <>
      <InsetText>
        Read the record again, not the answer to the action. Whoever wrote, owns or closed an action does not verify it.
      </InsetText>
      <ChoiceField of={of} name="action" label="Which action?" items={waiting} />
      <DayField of={of} name="read" label="When did you read the record again?" looks="back" />
      <WordsField of={of} name="found" label="What did you read, where, and what is there now?" />
      <ChoiceField
        of={of}
        name="result"
        label="Is it done, in the record?"
        items={[
          { value: 'verified', text: 'Yes, I verify it' },
          { value: 'not yet', text: 'Not yet' },
        ]}
      />
    </>
  )
}
const verify = auditForm({
  ...{ name: 'verify', at: 'verify', thing: 'the check of an action', button: 'Save', done: 'Saved.' },
  ...{ log: 'verified an action of an audit', title: ({ name }: Given) => `Verify an action: ${name}` },
  fields: { action: 'Which action', read: 'When', found: 'What you read', result: 'Whether it is done' },
  lock: ['see', 'audit'],
  start: (given, today) => ({ read: [dayWords(today)], action: [waitingIn(given)[0]?.value ?? ''] }),
  Fields: VerifyFields,
  decide: (typed, given, today) => {
    const read = reading(typed, today)
    const action = picked(read, 'action', {
      of: waitingIn(given),
      says: 'Choose an action that is closed and not verified.',
    })
    const result = read.choice('result', ['verified', 'not yet'], 'Say whether it is done.')
    const mine = given.audit.findings
      .flatMap(({ actions }) => actions)
      .some(
        (one) =>
          one.line === action &&
          [one.wrote.by, one.ended?.by, 'worker' in one.owner ? one.owner.worker : ''].includes(given.me),
      )
    if (mine) read.fault('action', 'You wrote, own or closed this action: somebody else verifies it.')
    const columns = { action, result, read: read.day('read', 'the day'), evidence: [] }
    const words = writeParts({ found: read.words('found', 'Say what you read, and what is there now.') })
    return read.result(() => ({ columns, words }))
  },
  save: async (asking, { columns, words }, { given: { child, audit } }) =>
    (
      await recordFirst(asking, 'kith.action_verification', {
        child,
        columns: { ...columns, audit: audit.audit.line },
        words,
      })
    ).id,
})

const DIFFERENCES = {
  clear: 'Clearly different, and you can see it',
  some: 'Somewhat different',
  'too early': 'Too early to tell',
  none: 'Nothing is different yet',
} as const
export const differenceWords = (value: string): string =>
  itemsOf(DIFFERENCES).find((one) => one.value === value)?.text ?? value
const ImpactFields: Fields = (of) => (
  <>
    <ChoiceField
      of={of}
      name="difference"
      label={`Is life different for ${of.given.name} because of this audit?`}
      items={itemsOf(DIFFERENCES)}
    />
    <WordsField
      of={of}
      name="impact"
      label={`What is different for ${of.given.name}, and how do you know?`}
      hint="Not what was filled in."
    />
    <DayField of={of} name="seen" label="When did you see it?" looks="back" />
  </>
)
const impact = auditForm({
  ...{ name: 'impact', at: 'impact', thing: 'what an audit changed', button: 'Save', done: 'Saved.' },
  ...{ log: 'recorded what an audit changed', undoes: 'kith.audit_impact' as const },
  title: ({ name }) => `What is different for ${name}?`,
  fields: { difference: 'Is it different', impact: 'What is different', seen: 'When' },
  start: (_, today) => ({ seen: [dayWords(today)] }),
  Fields: ImpactFields,
  decide: (typed, given, today) => {
    const read = reading(typed, today)
    const difference = read.choice('difference', ['clear', 'some', 'too early', 'none'], 'Say whether it is different.')
    const seen = read.day('seen', 'the day')
    const words = writeParts({ impact: read.words('impact', `Say what is different for ${given.name}.`) })
    if (given.audit.impact !== undefined) read.fault('', 'This is in the record already.')
    return read.result(() => ({ columns: { difference, seen, evidence: [] }, words }))
  },
  save: async (asking, { columns, words }, { given: { child, audit } }) =>
    (await recordFirst(asking, 'kith.audit_impact', { child, columns: { ...columns, audit: audit.audit.line }, words }))
      .id,
})

export const loopForms: readonly Form[] = [finding, verify, impact]
