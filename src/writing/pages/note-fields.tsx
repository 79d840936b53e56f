// The fields of notes: when and who was there, paragraph by paragraph whom each is about, a key event, and where it comes from.
import type { FC } from 'hono/jsx'
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
  TicksField,
  TimeField,
  WordsField,
} from '#forms'
import { Details } from '#look'
import { ABOUT_WHOM, CAME_FROM, type NoteKind, PRESENT, TERMS, WordsToRead } from '#notes'
import { wordItems } from '#views'
import type { NoteGiven } from './note-form.ts'

export const KIND_WORDS: Readonly<Record<NoteKind, string>> = {
  'call or message': 'A call or message',
  meeting: 'A meeting',
  'strategy meeting': 'A strategy meeting',
  'disruption meeting': 'A disruption meeting',
  'placement planning meeting': 'A placement planning meeting',
  'family meeting': 'A family or network meeting',
  "professionals' meeting": 'A professionals’ meeting',
  'family time': 'Family time',
  'something happened': 'Something that happened',
  'direct work': 'Direct work',
  'out of hours': 'Out of hours',
  other: 'Something else',
  'good news': 'Good news',
  'life story': 'Life story',
  'goodbye and hello': 'Goodbye and hello',
  goodbye: 'Goodbye',
  hello: 'Hello',
}

type Fields = FieldsProps<NoteGiven>

export const Kind: FC<Fields> = (of) =>
  of.given.kinds.length < 2 ? null : (
    <ChoiceField
      of={of}
      name="kind"
      label="What is it?"
      items={of.given.kinds.map((value) => ({ value, text: KIND_WORDS[value] }))}
    />
  )

export const WhenAndWho: FC<Fields> = (of) => (
  <>
    <DayField of={of} name="happened" label="When was it?" looks="back" />
    <TimeField of={of} name="began" label="What time, if you know" />
    <TicksField
      of={of}
      name="present"
      label="Who was there, or on the line?"
      items={PRESENT.map((value) =>
        value === 'child' ? { value, text: of.given.name } : { value, text: wordItems([value])[0]?.text ?? value },
      )}
    />
    <LineField of={of} name="presentNames" label="Their names, if it helps" />
  </>
)

export const With: FC<Fields> = (of) =>
  of.given.others.length === 0 ? null : (
    <Details summary="It is about a brother or sister too" open={of.typed.all('with').length > 0}>
      <TicksField
        of={of}
        name="with"
        label="Write it for these children as well"
        hint="Each record gets the paragraphs about that child, and no others."
        items={of.given.others.map(({ child, name }) => ({ value: child, text: name }))}
      />
    </Details>
  )

const WhoReads: FC<{ readonly of: Parameters<typeof PickField>[0]['of'] }> = ({ of }) => (
  <PickField
    of={of}
    name="keep"
    label="Who may read this paragraph"
    hint="Text kept to few stands on one record only."
    none="As usual in this part of the record"
    items={[{ value: 'few', text: 'Few: told in confidence' }]}
  />
)

/** `label`: of the first. `choose`: whose record each stands on, where it is written for several. */
export const Paragraphs: FC<{ readonly of: Fields; readonly label: string; readonly choose: boolean }> = (props) => {
  const { of, label, choose } = props
  const { child, name, others } = of.given
  const rows = rowsIn(of, 'text')
  const whose = [{ child, name }, ...others].map((one) => ({ value: one.child, text: `Only ${one.name}’s` }))
  return (
    <fieldset class="govuk-fieldset kith-rows">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{label}</legend>
      <WordsToRead name={name} />
      {rows.map((at) => (
        <div class="kith-row">
          <WordsField of={inRow(of, at)} name="text" label={at === 0 ? label : `Paragraph ${at + 1}`} rows={6} />
          <PickField
            of={inRow(of, at)}
            name="who"
            label="Whom is it about?"
            none={name}
            items={wordItems(ABOUT_WHOM.filter((one) => one !== 'this child'))}
          />
          {choose && others.length > 0 && (
            <PickField of={inRow(of, at)} name="whose" label="On whose record?" none="Everybody chosen" items={whose} />
          )}
          <WhoReads of={inRow(of, at)} />
          {rows.length > 1 && <RemoveRow row="text" at={at} what={`paragraph ${at + 1}`} />}
        </div>
      ))}
      <AddRow row="text">Add another paragraph</AddRow>
    </fieldset>
  )
}

export const KeyEvent: FC<Fields> = (of) => (
  <Details
    summary="This is a key event in their life"
    open={of.typed.ticked('key') || of.fault('keyWhat') !== undefined || of.fault('keyWhy') !== undefined}
  >
    <TicksField
      of={of}
      name="key"
      label={`A key event for ${of.given.name}`}
      items={[{ value: 'yes', text: 'Mark it as a key event' }]}
    />
    <LineField of={of} name="keyWhat" label="What happened, in a sentence for the story" />
    <LineField of={of} name="keyWhy" label={`Why it matters for ${of.given.name}`} />
    <PickField
      of={of}
      name="keyFor"
      label="Kept for"
      none="Story and chronology"
      items={wordItems(['story', 'chronology'])}
    />
  </Details>
)

export const SourceAndTerms: FC<Fields> = (of) => (
  <Details summary="Where this comes from, and how it may be used">
    <PickField
      of={of}
      name="cameFrom"
      label="Where does it come from?"
      none="I saw or heard it"
      items={wordItems(CAME_FROM.filter((one) => one !== 'seen or heard by the writer'))}
    />
    <PickField
      of={of}
      name="terms"
      label="How may it be used?"
      hint="Anything but our own record is left out of copies and prints."
      none="Our own record"
      items={wordItems(TERMS.filter((one) => one !== 'own record'))}
    />
  </Details>
)
