// The fields of a meeting: how and where it was, who was asked and came, the child's part in it, what was decided, and the next one.
import type { FC } from 'hono/jsx'
import { DECIDED_AS } from '#decisions'
import {
  AddRow,
  ChoiceField,
  DayField,
  type FieldsProps,
  inRow,
  LineField,
  PickField,
  RemoveRow,
  rowsIn,
  TimeField,
  WordsField,
} from '#forms'
import { capital } from '#look'
import { CHILD_PARTS, GUEST_PARTS, GUESTS, HOW_MET } from '#meetings'
import { wordItems } from '#views'
import type { MeetingGiven } from './meeting-form.ts'
import type { NoteGiven } from './note-form.ts'

export const WhenAndHow: FC<FieldsProps<NoteGiven>> = (of) => (
  <>
    <DayField of={of} name="happened" label="When was it?" looks="back" />
    <TimeField of={of} name="began" label="What time, if you know" />
    <ChoiceField of={of} name="met_how" label="How did you meet?" items={wordItems(HOW_MET)} />
    <LineField of={of} name="met_place" label="Where, if it matters" />
    <LineField of={of} name="met_chair" label="Who chaired it" />
  </>
)

export const Guests: FC<FieldsProps<NoteGiven>> = (of) => {
  const rows = rowsIn(of, 'guest_who')
  const { child, name, others } = of.given
  // Also where nobody else is offered any more, so that what was chosen can be chosen anew.
  const saysWhose = of.typed.all('guest_for').some((one) => one !== '' && one !== child)
  const whose = [{ child, name }, ...others].map((one) => ({ value: one.child, text: `Only ${one.name}’s` }))
  return (
    <fieldset class="govuk-fieldset kith-rows">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">Who was asked, and who came</legend>
      {rows.map((at) => (
        <div class="kith-row kith-row--across">
          <PickField
            of={inRow(of, at)}
            name="guest_who"
            label="Who"
            items={GUESTS.map((value) => ({ value, text: value === 'the child' ? of.given.name : capital(value) }))}
          />
          <LineField of={inRow(of, at)} name="guest_name" label="Their name" />
          <PickField of={inRow(of, at)} name="guest_part" label="Did they come?" items={wordItems(GUEST_PARTS)} />
          {(others.length > 0 || saysWhose) && (
            <PickField
              of={inRow(of, at)}
              name="guest_for"
              label="On whose record?"
              none="Everybody chosen"
              items={whose}
            />
          )}
          {rows.length > 1 && <RemoveRow row="guest_who" at={at} what={`number ${at + 1}`} />}
        </div>
      ))}
      <AddRow row="guest_who">Add another</AddRow>
    </fieldset>
  )
}

export const ChildPartFields: FC<FieldsProps<NoteGiven>> = (of) => (
  <>
    <ChoiceField
      of={of}
      name="child_part"
      label={`What part did ${of.given.name} have in it?`}
      items={wordItems(CHILD_PARTS)}
    />
    <WordsField
      of={of}
      name="child_part_words"
      label="How, or why not"
      hint="Needed where they chose not to, or were not asked"
      rows={2}
    />
  </>
)

/** Each other child's own part: no record says what another child did. */
export const PartsOfOthers: FC<FieldsProps<NoteGiven>> = (of) => {
  const { others } = of.given
  if (others.length === 0) return null
  const rows = rowsIn(of, 'other_child')
  return (
    <fieldset class="govuk-fieldset kith-rows">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">What part the others had in it</legend>
      {rows.map((at) => (
        <div class="kith-row">
          <PickField
            of={inRow(of, at)}
            name="other_child"
            label="Whose part"
            none="Nobody else"
            items={others.map((one) => ({ value: one.child, text: one.name }))}
          />
          <PickField of={inRow(of, at)} name="other_part" label="Their part" items={wordItems(CHILD_PARTS)} />
          <WordsField of={inRow(of, at)} name="other_part_words" label="How, or why not" rows={2} />
          {rows.length > 1 && <RemoveRow row="other_child" at={at} what={`part ${at + 1}`} />}
        </div>
      ))}
      <AddRow row="other_child">Add another child’s part</AddRow>
    </fieldset>
  )
}

export const About: FC<FieldsProps<MeetingGiven>> = (of) =>
  of.given.lines.length === 0 ? null : (
    <PickField
      of={of}
      name="met_about"
      label="Was it about one of these?"
      none="No"
      items={of.given.lines.map(({ table, line, words }) => ({ value: `${table}:${line}`, text: words }))}
    />
  )

const OTHERS = DECIDED_AS.filter((one) => one !== 'worker')
export const Decisions: FC<FieldsProps<MeetingGiven>> = (of) => {
  const rows = rowsIn(of, 'dec_what')
  return (
    <fieldset class="govuk-fieldset kith-rows">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">What was decided, if anything</legend>
      {rows.map((at) => (
        <div class="kith-row">
          <WordsField of={inRow(of, at)} name="dec_what" label={`Decision ${at + 1}`} rows={2} />
          <WordsField of={inRow(of, at)} name="dec_why" label="Why" rows={2} />
          <PickField of={inRow(of, at)} name="dec_as" label="Who decided?" none="I did" items={wordItems(OTHERS)} />
          {rows.length > 1 && <RemoveRow row="dec_what" at={at} what={`decision ${at + 1}`} />}
        </div>
      ))}
      <AddRow row="dec_what">Add another decision</AddRow>
    </fieldset>
  )
}

export const NextOne: FC<FieldsProps<NoteGiven>> = (of) => (
  <DayField of={of} name="next_on" label="When is the next one, if there is one?" looks="ahead" />
)
