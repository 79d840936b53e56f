// What only some readers need, folded until they ask.
import type { Child, FC } from 'hono/jsx'
import { type Common, classNames, written } from './options.ts'

export type DetailsProps = Common & {
  readonly id?: string | undefined
  readonly summary: Child
  readonly open?: boolean | undefined
  readonly children?: Child
}

export const Details: FC<DetailsProps> = ({ id, summary, open, classes, attributes, children }) => (
  <details id={id || undefined} class={classNames('govuk-details', classes)} {...written(attributes)} open={open}>
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">{summary}</span>
    </summary>
    <div class="govuk-details__text">{children}</div>
  </details>
)
