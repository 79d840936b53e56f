// A header without any crown: a logo that leads home.
import type { Child, FC } from 'hono/jsx'
import { type Common, classNames, written } from './options.ts'

export type GenericHeaderProps = Common & {
  readonly logo: Child
  readonly url?: string | undefined
  readonly containerClasses?: string | undefined
}

export const GenericHeader: FC<GenericHeaderProps> = ({ logo, url, containerClasses, classes, attributes }) => (
  <div class={classNames('govuk-generic-header', classes)} {...written(attributes)}>
    <div class={classNames('govuk-generic-header__container', containerClasses || 'govuk-width-container')}>
      <div class="govuk-generic-header__logo">
        <a href={url || '/'} class="govuk-generic-header__homepage-link">
          {logo}
        </a>
      </div>
    </div>
  </div>
)
