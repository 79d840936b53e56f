// What is wrong with a page of answers, at its top, each line a link to its field.
import type { Child, FC } from 'hono/jsx'
import { type Attributes, type Common, classNames, written } from './options.ts'

export type ErrorLine = {
  readonly text: Child
  readonly href?: string | undefined
  readonly attributes?: Attributes | undefined
}
export type ErrorSummaryProps = Common & {
  readonly title?: Child
  readonly errorList?: readonly ErrorLine[] | undefined
  readonly disableAutoFocus?: boolean | undefined
  /** The description, above the list. */
  readonly children?: Child
}

export const ErrorSummary: FC<ErrorSummaryProps> = (props) => {
  const { title = 'There is a problem', errorList = [], classes, attributes, children } = props
  return (
    <div
      class={classNames('govuk-error-summary', classes)}
      data-disable-auto-focus={props.disableAutoFocus}
      {...written(attributes)}
      data-module="govuk-error-summary"
    >
      <div role="alert">
        <h2 class="govuk-error-summary__title">{title}</h2>
        <div class="govuk-error-summary__body">
          {children && <p>{children}</p>}
          {errorList.length > 0 && (
            <ul class="govuk-list govuk-error-summary__list">
              {errorList.map(({ text, href, attributes: own }) => (
                <li>
                  {href ? (
                    <a href={href} {...written(own)}>
                      {text}
                    </a>
                  ) : (
                    text
                  )}
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </div>
  )
}
