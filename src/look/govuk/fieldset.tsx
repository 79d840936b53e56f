// Fields that belong together, under one legend.
import type { Child, FC } from 'hono/jsx'
import { type Common, classNames, type Worded, withOptions, written } from './options.ts'

export type LegendOptions = Worded & { readonly isPageHeading?: boolean | undefined }
export type FieldsetOptions = Common & {
  readonly legend?: Child | LegendOptions
  readonly describedBy?: string | undefined
}
export type FieldsetProps = FieldsetOptions & { readonly role?: string | undefined; readonly children?: Child }

const Legend: FC<{ given: Child | LegendOptions }> = ({ given }) => {
  const legend: LegendOptions = withOptions(given)
  if (!legend.text) return null
  return (
    <legend class={classNames('govuk-fieldset__legend', legend.classes)}>
      {legend.isPageHeading === true ? <h1 class="govuk-fieldset__heading">{legend.text}</h1> : legend.text}
    </legend>
  )
}

export const Fieldset: FC<FieldsetProps> = ({ legend, classes, role, describedBy, attributes, children }) => (
  <fieldset
    class={classNames('govuk-fieldset', classes)}
    role={role || undefined}
    aria-describedby={describedBy || undefined}
    {...written(attributes)}
  >
    <Legend given={legend} />
    {children}
  </fieldset>
)
