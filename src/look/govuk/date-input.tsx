// A day in its three parts, for a day that one knows by heart.
import type { FC } from 'hono/jsx'
import { FieldOfMany, type FormGroupOfMany, type Told } from './field.tsx'
import type { FieldsetOptions } from './fieldset.tsx'
import { Input, type InputMode } from './input.tsx'
import { type Attributes, type Common, classNames, type Perhaps, written } from './options.ts'

type Value = string | number | undefined

export type DatePart = {
  readonly name?: string | undefined
  readonly id?: string | undefined
  readonly label?: string | undefined
  readonly value?: Value
  readonly classes?: string | undefined
  readonly error?: boolean | undefined
  readonly inputmode?: InputMode | undefined
  readonly autocomplete?: string | undefined
  readonly pattern?: string | undefined
  readonly attributes?: Attributes | undefined
}
export type DateInputProps = Common &
  Told & {
    readonly id: string
    readonly namePrefix?: string | undefined
    /** A part that is false is not asked for. */
    readonly day?: DatePart | false | undefined
    readonly month?: DatePart | false | undefined
    readonly year?: DatePart | false | undefined
    readonly items?: readonly Perhaps<DatePart>[] | undefined
    readonly values?: Readonly<Record<string, Value>> | undefined
    readonly fieldset?: FieldsetOptions | undefined
    readonly formGroup?: FormGroupOfMany | undefined
  }

type Kind = 'day' | 'month' | 'year'
const KINDS = ['day', 'month', 'year'] as const
const WIDTHS: Readonly<Record<Kind, 2 | 4>> = { day: 2, month: 2, year: 4 }

const standard = (kind: Kind, { values }: DateInputProps): DatePart => ({
  name: kind,
  value: values?.[kind],
  classes: `govuk-input--width-${WIDTHS[kind]}`,
})

const isWrong = ({ error, classes }: DatePart): boolean =>
  error === true || classes?.includes('govuk-input--error') === true

type Part = { readonly item: DatePart; readonly kind: Kind | undefined; readonly whole: DatePart | false | undefined }

/** The parts in order, each with what is said of that part of the day. */
function partsOf(props: DateInputProps): readonly Part[] {
  const whole = { day: props.day, month: props.month, year: props.year }
  if (props.items === undefined || props.items.length === 0)
    return KINDS.flatMap((kind) => {
      const item = whole[kind] === undefined ? standard(kind, props) : whole[kind]
      return item ? [{ item, kind, whole: item }] : []
    })
  return props.items.flatMap((item) => {
    if (!item) return []
    const kind = KINDS.find((one) => {
      const part = whole[one]
      return item.name !== undefined && (item.name === one || (part !== false && part?.name === item.name))
    })
    return [{ item, kind, whole: kind === undefined ? undefined : (whole[kind] ?? standard(kind, props)) }]
  })
}

function classesOf({ item, kind }: Part, alsoWrong: boolean): string {
  const { classes, error } = item
  const marked = classes?.includes('govuk-input--error') === true
  const wrong = !marked && (isWrong(item) || (error !== false && alsoWrong))
  const width = classes?.includes('govuk-input--width-') !== true && `govuk-input--width-${kind ? WIDTHS[kind] : 2}`
  return classNames('govuk-date-input__input', wrong && 'govuk-input--error', width, classes)
}

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase()

const PartOf: FC<{ readonly part: Part; readonly of: DateInputProps; readonly alsoWrong: boolean }> = (given) => {
  const { item, kind, whole } = given.part
  const { id, namePrefix, values } = given.of
  const own = item.name ?? kind ?? ''
  const name = namePrefix ? `${namePrefix}-${own}` : own
  return (
    <div class="govuk-date-input__item">
      <Input
        label={{ text: item.label || capital(own), classes: 'govuk-date-input__label' }}
        id={item.id || `${id}-${own}`}
        classes={classesOf(given.part, given.alsoWrong)}
        name={name}
        value={item.value ?? (whole ? whole.value : undefined) ?? values?.[name]}
        inputmode={item.inputmode || 'numeric'}
        autocomplete={item.autocomplete}
        pattern={item.pattern}
        attributes={item.attributes}
      />
    </div>
  )
}

export const DateInput: FC<DateInputProps> = (props) => {
  const { id, classes, attributes, hint, errorMessage, fieldset, formGroup } = props
  const parts = partsOf(props)
  const alsoWrong = Boolean(errorMessage) && !parts.some(({ item }) => isWrong(item))
  return (
    // Not a mere fieldset: some screen readers say the description of text fields only of a group.
    <FieldOfMany {...{ id, hint, errorMessage, fieldset, formGroup }} role="group">
      <div class={classNames('govuk-date-input', classes)} {...written(attributes)} id={id || undefined}>
        {formGroup?.beforeInputs}
        {parts.map((part) => (
          <PartOf part={part} of={props} alsoWrong={alsoWrong} />
        ))}
        {formGroup?.afterInputs}
      </div>
    </FieldOfMany>
  )
}
