// What happened, or what matters on every page for a while; text alone becomes its heading.
import type { Child, FC } from 'hono/jsx'
import { Heading } from './heading.tsx'
import { type Common, classNames, isPlainText, written } from './options.ts'

export type NotificationBannerProps = Common & {
  readonly type?: 'success' | undefined
  readonly title?: Child
  readonly titleId?: string | undefined
  readonly titleHeadingLevel?: number | string | undefined
  readonly role?: string | undefined
  readonly disableAutoFocus?: boolean | undefined
  readonly children?: Child
}

export const NotificationBanner: FC<NotificationBannerProps> = (props) => {
  const { type, classes, attributes, children, disableAutoFocus } = props
  const success = type === 'success'
  const id = props.titleId || 'govuk-notification-banner-title'
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: the role is always one that takes a label
    <div
      class={classNames('govuk-notification-banner', success && 'govuk-notification-banner--success', classes)}
      role={props.role || (success ? 'alert' : 'region')}
      aria-labelledby={id}
      data-module="govuk-notification-banner"
      data-disable-auto-focus={disableAutoFocus}
      {...written(attributes)}
    >
      <div class="govuk-notification-banner__header">
        <Heading level={props.titleHeadingLevel || 2} class="govuk-notification-banner__title" id={id}>
          {props.title || (success ? 'Success' : 'Important')}
        </Heading>
      </div>
      <div class="govuk-notification-banner__content">
        {isPlainText(children) ? <p class="govuk-notification-banner__heading">{children}</p> : children}
      </div>
    </div>
  )
}
