// What radios and checkboxes share: one choice with its label, hint and what opens below it.
import type { Child, FC } from 'hono/jsx'
import { Hint } from './hint.tsx'
import { Label } from './label.tsx'
import { type Attributes, type Common, classNames, type Worded, withOptions, written } from './options.ts'

export type Choice = {
  /** In place of a choice, words between two of them: 'or'. */
  readonly divider?: string | undefined
  readonly text?: Child
  readonly value?: string | number | undefined
  readonly id?: string | undefined
  readonly checked?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly hint?: Child | Worded
  readonly label?: Common | undefined
  /** Shown only while this is chosen, where scripts run; always where they do not. */
  readonly conditional?: Child
  readonly attributes?: Attributes | undefined
}

type ChoiceProps = {
  readonly kind: 'radios' | 'checkboxes'
  readonly item: Choice
  readonly id: string
  readonly name: string
  readonly checked: boolean
  readonly by?: string | undefined
  readonly behaviour?: string | undefined
}

const Input: FC<ChoiceProps & { readonly hinted: boolean }> = (props) => {
  const { kind, item, id, name, checked, hinted } = props
  return (
    <input
      class={`govuk-${kind}__input`}
      id={id}
      name={name}
      type={kind === 'radios' ? 'radio' : 'checkbox'}
      value={item.value ?? ''}
      checked={checked}
      disabled={item.disabled}
      data-aria-controls={item.conditional ? `conditional-${id}` : undefined}
      data-behaviour={props.behaviour}
      aria-describedby={classNames(props.by, hinted && `${id}-item-hint`) || undefined}
      {...written(item.attributes)}
    />
  )
}

export const ChoiceOf: FC<ChoiceProps> = (props) => {
  const { kind, item, id, checked } = props
  if (item.divider) return <div class={`govuk-${kind}__divider`}>{item.divider}</div>
  const hint: Worded = withOptions(item.hint)
  return (
    <>
      <div class={`govuk-${kind}__item`}>
        <Input {...props} hinted={Boolean(hint.text)} />
        <Label
          for={id}
          classes={classNames(`govuk-${kind}__label`, item.label?.classes)}
          attributes={item.label?.attributes}
        >
          {item.text}
        </Label>
        {hint.text && (
          <Hint
            id={`${id}-item-hint`}
            classes={classNames(`govuk-${kind}__hint`, hint.classes)}
            attributes={hint.attributes}
          >
            {hint.text}
          </Hint>
        )}
      </div>
      {item.conditional && (
        <div
          class={classNames(`govuk-${kind}__conditional`, !checked && `govuk-${kind}__conditional--hidden`)}
          id={`conditional-${id}`}
        >
          {item.conditional}
        </div>
      )}
    </>
  )
}

/** The first has no number, so that an error summary finds it by the name of the question. */
export const choiceId = (item: Choice, prefix: string, at: number): string =>
  item.id || (at === 0 ? prefix : `${prefix}-${at + 1}`)
