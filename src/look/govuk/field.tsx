// The frame that every field stands in: its group, label, hint and error, and the ids by which the field names them.
import type { Child, FC } from 'hono/jsx'
import { ErrorMessage, type ErrorMessageOptions } from './error-message.tsx'
import { Fieldset, type FieldsetOptions } from './fieldset.tsx'
import { Hint } from './hint.tsx'
import { Label, type LabelOptions } from './label.tsx'
import { type Common, classNames, type Worded, withOptions, written } from './options.ts'

export type Told = {
  readonly hint?: Child | Worded
  readonly errorMessage?: Child | ErrorMessageOptions
}
export type FormGroup = Common & { readonly beforeInput?: Child; readonly afterInput?: Child }
export type FormGroupOfMany = Common & { readonly beforeInputs?: Child; readonly afterInputs?: Child }

/** What a field with one input takes. */
export type FieldProps = Common &
  Told & {
    /** The name of the field, where no id is given. */
    readonly id?: string | undefined
    readonly name: string
    readonly label: Child | LabelOptions
    readonly describedBy?: string | undefined
    readonly formGroup?: FormGroup | undefined
  }

export const idOf = ({ id, name }: { readonly id?: string | undefined; readonly name: string }): string => id || name

export const describedBy = (id: string, { hint, errorMessage }: Told, by?: string): string | undefined =>
  classNames(by, Boolean(hint) && `${id}-hint`, Boolean(errorMessage) && `${id}-error`) || undefined

const ToldOf: FC<Told & { readonly id: string }> = ({ id, hint, errorMessage }) => {
  const told: Worded = withOptions(hint)
  const wrong: ErrorMessageOptions = withOptions(errorMessage)
  return (
    <>
      {hint && (
        <Hint id={`${id}-hint`} classes={told.classes} attributes={told.attributes}>
          {told.text}
        </Hint>
      )}
      {errorMessage && (
        <ErrorMessage
          id={`${id}-error`}
          classes={wrong.classes}
          attributes={wrong.attributes}
          visuallyHiddenText={wrong.visuallyHiddenText}
        >
          {wrong.text}
        </ErrorMessage>
      )}
    </>
  )
}

type GroupProps = { readonly group: Common | undefined; readonly wrong: boolean; readonly children?: Child }

const Group: FC<GroupProps> = ({ group, wrong, children }) => (
  <div
    class={classNames('govuk-form-group', wrong && 'govuk-form-group--error', group?.classes)}
    {...written(group?.attributes)}
  >
    {children}
  </div>
)

/** Label, hint and error, and then the input. */
export const Field: FC<{ readonly of: FieldProps; readonly children?: Child }> = ({ of, children }) => {
  const id = idOf(of)
  const label: LabelOptions = withOptions(of.label)
  return (
    <Group group={of.formGroup} wrong={Boolean(of.errorMessage)}>
      <Label for={id} classes={label.classes} isPageHeading={label.isPageHeading} attributes={label.attributes}>
        {label.text}
      </Label>
      <ToldOf id={id} hint={of.hint} errorMessage={of.errorMessage} />
      {children}
    </Group>
  )
}

type Several = Told & {
  readonly id: string
  readonly fieldset?: FieldsetOptions | undefined
  readonly formGroup?: FormGroupOfMany | undefined
  readonly by?: string | undefined
  readonly role?: string | undefined
  readonly children?: Child
}

/** A question with several inputs; in a fieldset where one is asked for. */
export const FieldOfMany: FC<Several> = ({ id, hint, errorMessage, fieldset, formGroup, by, role, children }) => {
  const inside = (
    <>
      <ToldOf id={id} hint={hint} errorMessage={errorMessage} />
      {children}
    </>
  )
  return (
    <Group group={formGroup} wrong={Boolean(errorMessage)}>
      {fieldset === undefined ? (
        inside
      ) : (
        <Fieldset
          describedBy={describedBy(id, { hint, errorMessage }, fieldset.describedBy || by)}
          classes={fieldset.classes}
          attributes={fieldset.attributes}
          legend={fieldset.legend}
          role={role}
        >
          {inside}
        </Fieldset>
      )}
    </Group>
  )
}
