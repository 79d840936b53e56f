// One of a few.
import type { FC } from 'hono/jsx'
import { type Choice, ChoiceOf, choiceId } from './choices.tsx'
import { FieldOfMany, type FormGroupOfMany, type Told } from './field.tsx'
import type { FieldsetOptions } from './fieldset.tsx'
import { type Common, classNames, type Perhaps, written } from './options.ts'

export type RadiosProps = Common &
  Told & {
    readonly name: string
    readonly idPrefix?: string | undefined
    readonly items: readonly Perhaps<Choice>[]
    readonly value?: string | number | undefined
    readonly fieldset?: FieldsetOptions | undefined
    readonly formGroup?: FormGroupOfMany | undefined
  }

const isChecked = ({ checked, value }: Choice, chosen: string | number | undefined): boolean =>
  checked === true || (Boolean(chosen) && checked !== false && String(value) === String(chosen))

export const Radios: FC<RadiosProps> = (props) => {
  const { name, items, value, classes, attributes, fieldset, formGroup } = props
  const prefix = props.idPrefix || name
  return (
    <FieldOfMany
      id={prefix}
      hint={props.hint}
      errorMessage={props.errorMessage}
      fieldset={fieldset}
      formGroup={formGroup}
    >
      <div class={classNames('govuk-radios', classes)} {...written(attributes)} data-module="govuk-radios">
        {formGroup?.beforeInputs}
        {items.map(
          (item, at) =>
            item && (
              <ChoiceOf
                kind="radios"
                item={item}
                id={choiceId(item, prefix, at)}
                name={name}
                checked={isChecked(item, value)}
              />
            ),
        )}
        {formGroup?.afterInputs}
      </div>
    </FieldOfMany>
  )
}
