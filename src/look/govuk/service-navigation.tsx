// The places of the service; on a phone a script may fold them.
import type { Child, FC } from 'hono/jsx'
import { type Attributes, type Common, classNames, type Perhaps, present, written } from './options.ts'

export type NavigationItem = {
  readonly text?: Child
  readonly href?: string | undefined
  /** This page. */
  readonly current?: boolean | undefined
  /** A place that this page lies in. */
  readonly active?: boolean | undefined
  readonly attributes?: Attributes | undefined
}
export type ServiceNavigationProps = Common & {
  readonly navigation?: readonly Perhaps<NavigationItem>[] | undefined
  readonly serviceName?: string | undefined
  readonly serviceUrl?: string | undefined
  readonly ariaLabel?: string | undefined
  readonly menuButtonText?: string | undefined
  readonly menuButtonLabel?: string | undefined
  readonly navigationId?: string | undefined
  readonly navigationLabel?: string | undefined
  readonly navigationClasses?: string | undefined
  readonly collapseNavigationOnMobile?: boolean | undefined
  readonly slots?: Slots | undefined
}
type Slots = {
  readonly start?: Child
  readonly end?: Child
  /** On the line of the navigation rather than below it. */
  readonly endIsInline?: boolean | undefined
  readonly navigationStart?: Child
  readonly navigationEnd?: Child
}

const ServiceName: FC<{ readonly name: string; readonly url: string | undefined }> = ({ name, url }) => (
  <span class="govuk-service-navigation__service-name">
    {url ? (
      <a href={url} class="govuk-service-navigation__link">
        {name}
      </a>
    ) : (
      <span class="govuk-service-navigation__text">{name}</span>
    )}
  </span>
)

const Item: FC<{ readonly item: NavigationItem }> = ({ item: { text, href, current, active, attributes } }) => {
  const here = current === true || active === true
  const at = here ? (current === true ? 'page' : 'true') : undefined
  // Strong, so that those who override colours still see where they are.
  const words = here ? <strong class="govuk-service-navigation__active-fallback">{text}</strong> : text
  return (
    <li class={classNames('govuk-service-navigation__item', here && 'govuk-service-navigation__item--active')}>
      {href ? (
        <a class="govuk-service-navigation__link" href={href} aria-current={at} {...written(attributes)}>
          {words}
        </a>
      ) : (
        text && (
          <span class="govuk-service-navigation__text" aria-current={at}>
            {words}
          </span>
        )
      )}
    </li>
  )
}

const Navigation: FC<ServiceNavigationProps> = (props) => {
  const items = present(props.navigation)
  const { slots, menuButtonLabel } = props
  if (items.length === 0 && !slots?.navigationStart && !slots?.navigationEnd) return null
  const menu = props.menuButtonText || 'Menu'
  const id = props.navigationId || 'navigation'
  return (
    <nav
      aria-label={props.navigationLabel || menu}
      class={classNames('govuk-service-navigation__wrapper', props.navigationClasses)}
    >
      {(props.collapseNavigationOnMobile ?? items.length > 1) && (
        // biome-ignore lint/a11y/noAriaHiddenOnFocusable: hidden, so not focusable, until a script shows it
        <button
          type="button"
          class="govuk-service-navigation__toggle govuk-js-service-navigation-toggle"
          aria-controls={id}
          aria-label={menuButtonLabel && menuButtonLabel !== menu ? menuButtonLabel : undefined}
          hidden
          aria-hidden="true"
        >
          {menu}
        </button>
      )}
      <ul class="govuk-service-navigation__list" id={id}>
        {slots?.navigationStart}
        {items.map((item) => (
          <Item item={item} />
        ))}
        {slots?.navigationEnd}
      </ul>
    </nav>
  )
}

export const ServiceNavigation: FC<ServiceNavigationProps> = (props) => {
  const { serviceName, slots, classes, attributes } = props
  const inline = slots?.endIsInline === true && 'govuk-service-navigation__inlining-container'
  const shared = {
    class: classNames('govuk-service-navigation', classes),
    'data-module': 'govuk-service-navigation',
    ...written(attributes),
  }
  const inside = (
    <div class={classNames('govuk-width-container', inline)}>
      {slots?.start}
      <div class="govuk-service-navigation__container">
        {serviceName && <ServiceName name={serviceName} url={props.serviceUrl} />}
        <Navigation {...props} />
      </div>
      {slots?.end}
    </div>
  )
  // With a name it is a landmark of its own; without, the nav inside is one.
  return serviceName || slots?.start || slots?.end ? (
    <section aria-label={props.ariaLabel ?? 'Service information'} {...shared}>
      {inside}
    </section>
  ) : (
    <div {...shared}>{inside}</div>
  )
}
