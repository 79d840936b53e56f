// Where a page lies: the way down to it; the last item without an address is the page itself.
import type { Child, FC } from 'hono/jsx'
import { type Attributes, type Common, classNames, written } from './options.ts'

export type Breadcrumb = {
  readonly text: Child
  readonly href?: string | undefined
  readonly attributes?: Attributes | undefined
}
export type BreadcrumbsProps = Common & {
  readonly items: readonly Breadcrumb[]
  readonly collapseOnMobile?: boolean | undefined
  readonly labelText?: string | undefined
}

export const Breadcrumbs: FC<BreadcrumbsProps> = ({
  items,
  classes,
  attributes,
  collapseOnMobile,
  labelText = 'Breadcrumb',
}) => (
  <nav
    class={classNames(
      'govuk-breadcrumbs',
      classes,
      collapseOnMobile === true && 'govuk-breadcrumbs--collapse-on-mobile',
    )}
    {...written(attributes)}
    aria-label={labelText}
  >
    <ol class="govuk-breadcrumbs__list">
      {items.map(({ text, href, attributes: own }) =>
        href ? (
          <li class="govuk-breadcrumbs__list-item">
            <a class="govuk-breadcrumbs__link" href={href} {...written(own)}>
              {text}
            </a>
          </li>
        ) : (
          <li class="govuk-breadcrumbs__list-item" aria-current="page">
            {text}
          </li>
        ),
      )}
    </ol>
  </nav>
)
