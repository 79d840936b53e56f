// A field of several lines.
import type { FC } from 'hono/jsx'
import { describedBy, Field, type FieldProps, idOf } from './field.tsx'
import { classNames, written } from './options.ts'

export type TextareaProps = FieldProps & {
  readonly rows?: number | string | undefined
  readonly value?: string | undefined
  readonly disabled?: boolean | undefined
  readonly spellcheck?: boolean | undefined
  readonly autocomplete?: string | undefined
}

// A browser drops the first line break of a textarea: what was typed keeps its own.
const kept = (value: string | undefined) => (value?.startsWith('\n') === true ? `\n${value}` : value)

export const Textarea: FC<TextareaProps> = (props) => (
  <Field of={props}>
    {props.formGroup?.beforeInput}
    <textarea
      class={classNames('govuk-textarea', Boolean(props.errorMessage) && 'govuk-textarea--error', props.classes)}
      id={idOf(props)}
      name={props.name}
      rows={Number(props.rows || 5)}
      spellcheck={props.spellcheck}
      disabled={props.disabled}
      aria-describedby={describedBy(idOf(props), props, props.describedBy)}
      autocomplete={props.autocomplete || undefined}
      {...written(props.attributes)}
    >
      {kept(props.value)}
    </textarea>
    {props.formGroup?.afterInput}
  </Field>
)
