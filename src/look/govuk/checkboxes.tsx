// Any of a few.
import type { FC } from 'hono/jsx'
import { type Choice, ChoiceOf, choiceId } from './choices.tsx'
import { describedBy, FieldOfMany, type FormGroupOfMany, type Told } from './field.tsx'
import type { FieldsetOptions } from './fieldset.tsx'
import { type Common, classNames, type Perhaps, written } from './options.ts'

export type Checkbox = Choice & { readonly name?: string | undefined; readonly behaviour?: 'exclusive' | undefined }
export type CheckboxesProps = Common &
  Told & {
    readonly name: string
    readonly idPrefix?: string | undefined
    readonly items: readonly Perhaps<Checkbox>[]
    readonly values?: readonly (string | number)[] | undefined
    readonly describedBy?: string | undefined
    readonly fieldset?: FieldsetOptions | undefined
    readonly formGroup?: FormGroupOfMany | undefined
  }

const isChecked = ({ checked, value }: Checkbox, values: CheckboxesProps['values']): boolean =>
  checked === true || (checked !== false && value !== undefined && values?.includes(value) === true)

export const Checkboxes: FC<CheckboxesProps> = (props) => {
  const { name, items, values, classes, attributes, fieldset, formGroup } = props
  const prefix = props.idPrefix || name
  // Without a fieldset to carry them, each box names hint and error itself.
  const by = fieldset === undefined ? describedBy(prefix, props, props.describedBy) : undefined
  return (
    <FieldOfMany
      id={prefix}
      hint={props.hint}
      errorMessage={props.errorMessage}
      fieldset={fieldset}
      formGroup={formGroup}
      by={props.describedBy}
    >
      <div class={classNames('govuk-checkboxes', classes)} {...written(attributes)} data-module="govuk-checkboxes">
        {formGroup?.beforeInputs}
        {items.map(
          (item, at) =>
            item && (
              <ChoiceOf
                kind="checkboxes"
                item={item}
                id={choiceId(item, prefix, at)}
                name={item.name || name}
                checked={isChecked(item, values)}
                by={by}
                behaviour={item.behaviour}
              />
            ),
        )}
        {formGroup?.afterInputs}
      </div>
    </FieldOfMany>
  )
}
