// What is wrong with an answer, beside the field.
import type { Child, FC } from 'hono/jsx'
import { type Common, classNames, type Worded, written } from './options.ts'

export type ErrorMessageOptions = Worded & { readonly visuallyHiddenText?: string | undefined }
export type ErrorMessageProps = Common & {
  readonly id?: string | undefined
  /** Said before the words by a screen reader; empty for nothing. */
  readonly visuallyHiddenText?: string | undefined
  readonly children?: Child
}

export const ErrorMessage: FC<ErrorMessageProps> = (props) => {
  const { id, classes, attributes, visuallyHiddenText = 'Error', children } = props
  return (
    <p id={id || undefined} class={classNames('govuk-error-message', classes)} {...written(attributes)}>
      {visuallyHiddenText && (
        <>
          <span class="govuk-visually-hidden">{visuallyHiddenText}:</span>{' '}
        </>
      )}
      {children}
    </p>
  )
}
