// One of a list, folded.
import type { FC } from 'hono/jsx'
import { describedBy, Field, type FieldProps, idOf } from './field.tsx'
import { type Attributes, classNames, type Perhaps, present, written } from './options.ts'

type Value = string | number | boolean

export type SelectItem = {
  readonly text?: string | undefined
  /** Where there is none, the words are the value. */
  readonly value?: Value | undefined
  readonly selected?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly attributes?: Attributes | undefined
}
export type SelectProps = FieldProps & {
  readonly items: readonly Perhaps<SelectItem>[]
  readonly value?: Value | undefined
  readonly disabled?: boolean | undefined
}

const Choice: FC<{ readonly item: SelectItem; readonly chosen: Value | undefined }> = ({ item, chosen }) => {
  const { text, value, selected, disabled, attributes } = item
  const isChosen = Boolean(chosen) && selected !== false && String(value ?? text) === String(chosen)
  return (
    <option
      value={value === undefined ? undefined : String(value)}
      selected={selected === true || isChosen}
      disabled={disabled}
      {...written(attributes)}
    >
      {text}
    </option>
  )
}

export const Select: FC<SelectProps> = (props) => (
  <Field of={props}>
    {props.formGroup?.beforeInput}
    <select
      class={classNames('govuk-select', props.classes, Boolean(props.errorMessage) && 'govuk-select--error')}
      id={idOf(props)}
      name={props.name}
      disabled={props.disabled}
      aria-describedby={describedBy(idOf(props), props, props.describedBy)}
      {...written(props.attributes)}
    >
      {present(props.items).map((item) => (
        <Choice item={item} chosen={props.value} />
      ))}
    </select>
    {props.formGroup?.afterInput}
  </Field>
)
