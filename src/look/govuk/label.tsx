// The label of a field; nothing where there are no words.
import type { Child, FC } from 'hono/jsx'
import { type Common, classNames, type Worded, written } from './options.ts'

export type LabelOptions = Worded & { readonly isPageHeading?: boolean | undefined }
export type LabelProps = Common & {
  readonly for?: string | undefined
  readonly isPageHeading?: boolean | undefined
  readonly children?: Child
}

export const Label: FC<LabelProps> = ({ for: id, classes, attributes, isPageHeading, children }) => {
  if (!children) return null
  const label = (
    <label class={classNames('govuk-label', classes)} {...written(attributes)} for={id || undefined}>
      {children}
    </label>
  )
  return isPageHeading === true ? <h1 class="govuk-label-wrapper">{label}</h1> : label
}
