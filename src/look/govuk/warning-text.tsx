// What the reader must not miss.
import type { Child, FC } from 'hono/jsx'
import { type Common, classNames, written } from './options.ts'

export type WarningTextProps = Common & { readonly iconFallbackText?: string | undefined; readonly children?: Child }

export const WarningText: FC<WarningTextProps> = ({ iconFallbackText, classes, attributes, children }) => (
  <div class={classNames('govuk-warning-text', classes)} {...written(attributes)}>
    <span class="govuk-warning-text__icon" aria-hidden="true">
      !
    </span>
    <strong class="govuk-warning-text__text">
      <span class="govuk-visually-hidden">{iconFallbackText || 'Warning'}</span> {children}
    </strong>
  </div>
)
