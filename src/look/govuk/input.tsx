// A field of one line.
import type { Child, FC } from 'hono/jsx'
import { describedBy, Field, type FieldProps, idOf } from './field.tsx'
import { type Common, classNames, type Worded, withOptions, written } from './options.ts'

export type InputMode = 'decimal' | 'email' | 'none' | 'numeric' | 'search' | 'tel' | 'text' | 'url'

export type InputProps = FieldProps & {
  readonly type?: string | undefined
  readonly value?: string | number | undefined
  readonly disabled?: boolean | undefined
  readonly spellcheck?: boolean | undefined
  readonly autocomplete?: string | undefined
  readonly autocapitalize?: 'characters' | 'none' | 'off' | 'on' | 'sentences' | 'words' | undefined
  readonly inputmode?: InputMode | undefined
  readonly pattern?: string | undefined
  readonly prefix?: Child | Worded
  readonly suffix?: Child | Worded
  readonly inputWrapper?: Common | undefined
}

const Affix: FC<{ readonly kind: 'prefix' | 'suffix'; readonly given: Child | Worded }> = ({ kind, given }) => {
  const affix: Worded = withOptions(given)
  return affix.text ? (
    <div class={classNames(`govuk-input__${kind}`, affix.classes)} aria-hidden="true" {...written(affix.attributes)}>
      {affix.text}
    </div>
  ) : null
}

const Control: FC<InputProps> = (props) => (
  <input
    class={classNames('govuk-input', props.classes, Boolean(props.errorMessage) && 'govuk-input--error')}
    id={idOf(props)}
    name={props.name}
    type={props.type || 'text'}
    spellcheck={props.spellcheck}
    value={props.value}
    disabled={props.disabled}
    aria-describedby={describedBy(idOf(props), props, props.describedBy)}
    autocomplete={props.autocomplete}
    autocapitalize={props.autocapitalize}
    pattern={props.pattern}
    inputmode={props.inputmode}
    {...written(props.attributes)}
  />
)

export const Input: FC<InputProps> = (props) => {
  const { prefix, suffix, formGroup, inputWrapper } = props
  const { text: before }: Worded = withOptions(prefix)
  const { text: after }: Worded = withOptions(suffix)
  const around = [before, after, formGroup?.beforeInput, formGroup?.afterInput].some(Boolean)
  return (
    <Field of={props}>
      {around ? (
        <div class={classNames('govuk-input__wrapper', inputWrapper?.classes)} {...written(inputWrapper?.attributes)}>
          {formGroup?.beforeInput}
          <Affix kind="prefix" given={prefix} />
          <Control {...props} />
          <Affix kind="suffix" given={suffix} />
          {formGroup?.afterInput}
        </div>
      ) : (
        <Control {...props} />
      )}
    </Field>
  )
}
