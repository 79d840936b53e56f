// Words set apart from those around them.
import type { Child, FC } from 'hono/jsx'
import { type Common, classNames, written } from './options.ts'

export type InsetTextProps = Common & { readonly id?: string | undefined; readonly children?: Child }

export const InsetText: FC<InsetTextProps> = ({ id, classes, attributes, children }) => (
  <div id={id || undefined} class={classNames('govuk-inset-text', classes)} {...written(attributes)}>
    {children}
  </div>
)
