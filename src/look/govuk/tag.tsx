// A tag: the state of a thing in one or two words.
import type { Child, FC } from 'hono/jsx'
import { type Common, classNames, written } from './options.ts'

export const Tag: FC<Common & { readonly children?: Child }> = ({ classes, attributes, children }) => (
  <strong class={classNames('govuk-tag', classes)} {...written(attributes)}>
    {children}
  </strong>
)
