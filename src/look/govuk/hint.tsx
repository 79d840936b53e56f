// A hint: what helps to answer, below the question.
import type { Child, FC } from 'hono/jsx'
import { type Common, classNames, written } from './options.ts'

export type HintProps = Common & { readonly id?: string | undefined; readonly children?: Child }

export const Hint: FC<HintProps> = ({ id, classes, attributes, children }) => (
  <div id={id || undefined} class={classNames('govuk-hint', classes)} {...written(attributes)}>
    {children}
  </div>
)
