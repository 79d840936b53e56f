// The fields that forms are made of: each shows what was typed, what is wrong with it, and in words what a day was read as.
import type { Child, FC } from 'hono/jsx'
import { formatDay, type Looks, spokenDay } from '#calendar'
import { Checkboxes, FileUpload, Input, Radios, Select, Textarea } from '#look'
import type { FieldsProps } from '../form.ts'
import { fieldInRow, type InRow } from '../row.ts'

/** What every field reads from: the props of the form's own component. */
export type Of = Pick<FieldsProps<unknown>, 'typed' | 'fault' | 'today'> & InRow
const idOf = ({ rowAt = 0 }: Of, name: string): string => fieldInRow(name, rowAt)
type Asked = { readonly of: Of; readonly name: string; readonly label: string; readonly hint?: Child }

export type Item = { readonly value: string; readonly text: string; readonly hint?: string }
/** Codes with their words as what is chosen from, in their order. */
export const itemsOf = (words: Readonly<Record<string, string>>): readonly Item[] =>
  Object.entries(words).map(([value, text]) => ({ value, text }))

/** One box that takes '27 nov', '27/11/26' or 'tomorrow', and says which day it was read as. */
export const DayField: FC<Asked & { readonly looks: Looks }> = ({ of, name, label, hint, looks }) => {
  const text = of.typed.one(name)
  const read = spokenDay(text, of.today, looks)
  return (
    <Input
      id={idOf(of, name)}
      name={name}
      label={label}
      classes="govuk-input--width-10"
      hint={
        hint ??
        (looks === 'back' ? 'For example 27 Nov, 27/11/26 or yesterday' : 'For example 27 Nov, 27/11/26 or tomorrow')
      }
      value={text}
      autocomplete="off"
      errorMessage={of.fault(name)}
      formGroup={
        read !== undefined && read !== text
          ? { afterInput: <span class="kith-read-as">{formatDay(read)}</span> }
          : undefined
      }
    />
  )
}

export const TimeField: FC<Asked> = ({ of, name, label, hint = 'For example 14:30 or 2.30pm' }) => (
  <Input
    id={idOf(of, name)}
    name={name}
    label={label}
    classes="govuk-input--width-5"
    hint={hint}
    value={of.typed.one(name)}
    autocomplete="off"
    errorMessage={of.fault(name)}
  />
)

export const LineField: FC<Asked & { readonly width?: string }> = ({ of, name, label, hint, width }) => (
  <Input
    id={idOf(of, name)}
    name={name}
    label={label}
    classes={width}
    hint={hint}
    value={of.typed.one(name)}
    autocomplete="off"
    errorMessage={of.fault(name)}
  />
)

export const WordsField: FC<Asked & { readonly rows?: number }> = ({ of, name, label, hint, rows = 5 }) => (
  <Textarea
    id={idOf(of, name)}
    name={name}
    label={{ text: label, classes: 'govuk-label--s' }}
    hint={hint}
    rows={rows}
    value={of.typed.all(name)[0] ?? ''}
    spellcheck
    errorMessage={of.fault(name)}
  />
)

const legend = (text: string) => ({ legend: { text, classes: 'govuk-fieldset__legend--s' } })

export const ChoiceField: FC<Asked & { readonly items: readonly Item[]; readonly inline?: boolean }> = (props) => {
  const { of, name, label, hint, items, inline = false } = props
  return (
    <Radios
      name={name}
      fieldset={legend(label)}
      hint={hint}
      classes={inline ? 'govuk-radios--inline govuk-radios--small' : 'govuk-radios--small'}
      value={of.typed.one(name)}
      items={items.map(({ value, text, hint: below }) => ({ value, text, hint: below }))}
      errorMessage={of.fault(name)}
    />
  )
}

export const TicksField: FC<Asked & { readonly items: readonly Item[] }> = ({ of, name, label, hint, items }) => (
  <Checkboxes
    name={name}
    fieldset={legend(label)}
    hint={hint}
    classes="govuk-checkboxes--small"
    values={[...of.typed.all(name)]}
    items={items.map(({ value, text, hint: below }) => ({ value, text, hint: below }))}
    errorMessage={of.fault(name)}
  />
)

/** The first entry stands for nothing chosen yet. */
export const PickField: FC<Asked & { readonly items: readonly Item[]; readonly none?: string }> = (props) => {
  const { of, name, label, hint, items, none = 'Choose' } = props
  return (
    <Select
      id={idOf(of, name)}
      name={name}
      label={label}
      hint={hint}
      value={of.typed.one(name)}
      items={[{ value: '', text: none }, ...items.map(({ value, text }) => ({ value, text }))]}
      errorMessage={of.fault(name)}
    />
  )
}

/** No draft keeps a file: it is chosen again whenever the page comes back. */
export const FileField: FC<Asked> = ({ of, name, label, hint }) => (
  <FileUpload
    name={name}
    label={{ text: label, classes: 'govuk-label--s' }}
    hint={
      <>{hint} Choose it last: it is not kept while you write, and has to be chosen again if this page comes back.</>
    }
    errorMessage={of.fault(name)}
  />
)
