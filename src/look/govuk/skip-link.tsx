// The first stop of a page, by which the keyboard passes over the navigation.
import type { Child, FC } from 'hono/jsx'
import { type Common, classNames, written } from './options.ts'

export type SkipLinkProps = Common & { readonly href?: string | undefined; readonly children?: Child }

export const SkipLink: FC<SkipLinkProps> = ({ href, classes, attributes, children }) => (
  <a
    href={href || '#content'}
    class={classNames('govuk-skip-link', classes)}
    {...written(attributes)}
    data-module="govuk-skip-link"
  >
    {children}
  </a>
)
