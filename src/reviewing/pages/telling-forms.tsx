// That a child was told of a dispute, as a form: by whom, when and how, and what they said to it; or why not yet, and when it is asked again.
import type { FC } from 'hono/jsx'
import { dayWords, type IsoDay } from '#calendar'
import { type Asking, readParts, writeParts } from '#database'
import type { Typed } from '#drafts'
import {
  ChoiceField,
  DayField,
  type FieldsProps,
  type Form,
  itemsOf,
  LineField,
  PickField,
  type Reading,
  reading,
  WordsField,
} from '#forms'
import { InsetText } from '#look'
import { recordView, THEIR_WORDS_LABELS, TheirOwnWords, theirWordsOf } from '#views'
import { NOT_TOLD_YET, TELLING_ABOUT, TELLING_HOW } from '../telling.ts'
import { wordsOf } from '../words.ts'
import {
  chosen,
  colleague,
  DISPUTE_PAGE,
  type DisputeGiven,
  disputeGiven,
  notBefore,
  TheDispute,
} from './dispute-given.tsx'
import { hangingForms, type Row } from './hanging.tsx'

/** `first`: it is written, and not corrected: the child's words are asked too. */
type Given = DisputeGiven & { readonly first: boolean }
type Ok = Row<'kith.dispute_telling'> & { readonly view: ReturnType<typeof theirWordsOf>['view'] }
const PARTS = ['what', 'who', 'why'] as const

const WasTold: FC<FieldsProps<Given>> = (of) => (
  <>
    <PickField
      of={of}
      name="told_by"
      label="Who told them?"
      items={of.given.colleagues}
      none="Somebody who is not on this list"
    />
    <LineField of={of} name="who" label="Their name, if they are not on the list" />
    <ChoiceField of={of} name="told_how" label="How?" items={itemsOf(TELLING_HOW)} />
    <WordsField
      of={of}
      name="what"
      label={`To ${of.given.name}: what you were told`}
      hint={`Write it to ${of.given.name}, as it was said.`}
      rows={4}
    />
  </>
)
const Fields: FC<FieldsProps<Given>> = (of) => (
  <>
    <TheDispute given={of.given} />
    <ChoiceField of={of} name="of_what" label="What are they told of?" items={itemsOf(TELLING_ABOUT)} />
    <ChoiceField
      of={of}
      name="told"
      label={`Was ${of.given.name} told?`}
      items={[
        { value: 'yes', text: 'Yes' },
        { value: 'no', text: 'Not yet' },
      ]}
    />
    <DayField of={of} name="happened" label="When were they told, or was it decided not to yet?" looks="back" />
    <fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">If they were told</legend>
      <WasTold {...of} />
      {of.given.first ? (
        <TheirOwnWords of={of} name={of.given.name} />
      ) : (
        <p class="govuk-hint">What {of.given.name} said to it is put right on its own page.</p>
      )}
    </fieldset>
    <fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">If not yet</legend>
      <InsetText>They still have to be told. It stays on your start page until somebody has told them.</InsetText>
      <PickField of={of} name="not_told_why" label="Why not?" items={itemsOf(NOT_TOLD_YET)} none="Choose" />
      <WordsField of={of} name="why" label="What stands behind that?" rows={3} />
      <DayField of={of} name="ask_again" label="When is it asked again?" looks="ahead" />
    </fieldset>
  </>
)

/** What only belongs to the other answer is said beside its field, not dropped. */
function only(read: Reading, fields: readonly string[], says: string): void {
  for (const field of fields) if (read.typed.one(field) !== '') read.fault(field, says)
}
function toldIn(read: Reading, given: Given) {
  only(read, ['not_told_why', 'ask_again', 'why'], 'They were told, so leave this empty. Or say “Not yet” above.')
  const how = chosen(read, { field: 'told_how', of: TELLING_HOW, says: 'Say how they were told.' })
  const told_by = colleague(read, 'told_by', given)
  const who = read.typed.words('who')
  if (told_by === null && who === '') read.fault('told_by', 'Choose who told them, or write their name.')
  if (told_by !== null && who !== '') read.fault('who', 'Choose from the list, or write a name: not both.')
  const what = read.words('what', 'Say what they were told.')
  const columns = { told: true, how, told_by, not_told_why: null, ask_again: null }
  return { columns, words: writeParts({ what, who, why: '' }) }
}
function notToldIn(read: Reading, given: Given, happened: IsoDay) {
  const theirs = given.first ? ['theirWords'] : []
  only(read, ['told_by', 'who', 'told_how', 'what'], 'They were not told yet, so leave this empty.')
  only(read, theirs, 'They were not told yet. What they said of something else is written on its own page.')
  const not_told_why = chosen(read, { field: 'not_told_why', of: NOT_TOLD_YET, says: 'Say why not yet.' })
  const why = read.words('why', 'Say what stands behind that.')
  const ask_again = read.dayAhead('ask_again', 'the day on which it is asked again')
  if (ask_again <= happened) read.fault('ask_again', 'Give a day after the one above.')
  const columns = { told: false, how: null, told_by: null, not_told_why, ask_again }
  return { columns, words: writeParts({ what: '', who: '', why }) }
}
function notBeforeItsEnd(read: Reading, { dispute, name }: Given, typed: { about: string; happened: IsoDay }): void {
  notBefore(read, 'happened', { day: typed.happened, first: dispute.raised })
  if (typed.about !== 'what came of it') return
  if (dispute.end === undefined)
    read.fault('of_what', `The dispute is not over yet. ${name} can be told of an answer until then.`)
  else if (typed.happened < dispute.end.happened)
    read.fault('happened', `It was over on ${dayWords(dispute.end.happened)}: this cannot be before that.`)
}

function decide(typed: Typed, given: Given, today: IsoDay) {
  const read = reading(typed, today)
  const about = chosen(read, { field: 'of_what', of: TELLING_ABOUT, says: 'Say what they are told of.' })
  const happened = read.day('happened', 'the day')
  notBeforeItsEnd(read, given, { about, happened })
  const told = chosen(read, { field: 'told', of: { yes: '', no: '' }, says: 'Say whether they were told.' })
  const said = told === 'no' ? notToldIn(read, given, happened) : toldIn(read, given)
  const theirs = given.first && told === 'yes' ? theirWordsOf(typed, { toldTo: given.me, today }) : undefined
  for (const { field, says } of theirs?.faults ?? []) read.fault(field, says)
  const columns = { dispute: given.dispute.line, about, happened, ...said.columns }
  return read.result((): Ok => ({ columns, words: said.words, view: theirs?.view }))
}

export const tellingForms: readonly Form[] = hangingForms<Given, 'kith.dispute_telling', Ok>({
  ...{
    name: 'dispute-telling',
    table: 'kith.dispute_telling',
    path: 'disputes/:about/told',
    below: 'dispute-tellings',
  },
  lock: { may: ['write', 'reviews'], log: 'wrote what a child was told of a dispute' },
  leadsTo: DISPUTE_PAGE,
  words: {
    ...{ thing: 'what the child was told of a dispute', button: 'Save it', done: 'Saved.' },
    title: ({ name }) => `What ${name} is told of the dispute`,
    fields: {
      ...{ of_what: 'What it is of', told: 'Whether they were told', happened: 'When', told_by: 'Who told them' },
      ...{ who: 'Their name', told_how: 'How', what: 'What they were told', not_told_why: 'Why not' },
      ...{ why: 'What stands behind that', ask_again: 'When it is asked again', ...THEIR_WORDS_LABELS },
    },
  },
  load: async (asking: Asking, at, line) => {
    const given = await disputeGiven(asking, at, line)
    return given && { ...given, first: at.about === line }
  },
  hangsOn: ({ dispute }) => dispute,
  ...{ Fields, decide },
  start: ({ dispute }) => ({
    ...{ happened: ['today'], of_what: [dispute.end === undefined ? 'an answer' : 'what came of it'] },
  }),
  beside: async (asking, { view }, child) => {
    const written = view && (await recordView(asking, child, view))
    return written === undefined ? {} : { view: written.line }
  },
  asTyped: ({ about, told, happened, how, told_by, not_told_why, ask_again, words }) => {
    const said = readParts(words, PARTS)
    return {
      ...{ of_what: [about], told: [told ? 'yes' : 'no'], happened: [dayWords(happened)], told_how: [how ?? ''] },
      ...{ told_by: [told_by ?? ''], not_told_why: [not_told_why ?? ''], what: [said?.what ?? ''] },
      ...{ who: [said?.who ?? ''], why: [said?.why ?? ''], ask_again: [ask_again === null ? '' : dayWords(ask_again)] },
    }
  },
  shows: ({ about, told, happened, words }) => {
    const said = readParts(words, PARTS)
    return [
      ['What it is of', wordsOf(TELLING_ABOUT, about)],
      ['When', dayWords(happened)],
      [told ? 'What was said' : 'Why not yet', (told ? said?.what : said?.why) || 'Nothing'],
    ]
  },
})
