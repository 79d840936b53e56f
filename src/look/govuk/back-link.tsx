// The link back to where one came from.
import type { Child, FC } from 'hono/jsx'
import { type Common, classNames, written } from './options.ts'

export type BackLinkProps = Common & { readonly href?: string | undefined; readonly children?: Child }

export const BackLink: FC<BackLinkProps> = ({ href, classes, attributes, children }) => (
  <a href={href || '#'} class={classNames('govuk-back-link', classes)} {...written(attributes)}>
    {children || 'Back'}
  </a>
)
