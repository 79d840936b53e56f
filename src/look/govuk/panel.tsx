// That something is done, or, as an interruption, that something wants a second look before it is.
import type { Child, FC } from 'hono/jsx'
import { Button } from './button.tsx'
import { Heading } from './heading.tsx'
import { type Attributes, type Common, classNames, written } from './options.ts'

export type PanelAction = {
  readonly text: Child
  readonly href?: string | undefined
  readonly type?: 'submit' | 'button' | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}
export type PanelProps = Common & {
  readonly title: Child
  readonly headingLevel?: number | undefined
  readonly actions?: (Common & { readonly items?: readonly PanelAction[] | undefined }) | undefined
  readonly children?: Child
}

const Action: FC<{ readonly action: PanelAction }> = ({ action: { text, href, type, classes, attributes } }) =>
  !href || type === 'button' ? (
    <Button
      type={type ?? 'button'}
      classes={classNames('govuk-button--inverse', classes)}
      href={href}
      attributes={attributes}
    >
      {text}
    </Button>
  ) : (
    <a class={classNames('govuk-link', 'govuk-link--inverse', classes)} href={href} {...written(attributes)}>
      {text}
    </a>
  )

export const Panel: FC<PanelProps> = ({ title, headingLevel, actions, classes, attributes, children }) => {
  const interrupts = classes?.includes('govuk-panel--interruption') === true
  return (
    <div
      class={classNames('govuk-panel', !interrupts && 'govuk-panel--confirmation', classes)}
      {...written(attributes)}
    >
      <Heading level={headingLevel ?? 1} class="govuk-panel__title">
        {title}
      </Heading>
      {children && <div class="govuk-panel__body">{children}</div>}
      {interrupts && actions && (
        <div class={classNames('govuk-panel__actions', actions.classes)} {...written(actions.attributes)}>
          {actions.items !== undefined && actions.items.length > 0 && (
            <div class="govuk-button-group">
              {actions.items.map((action) => (
                <Action action={action} />
              ))}
            </div>
          )}
        </div>
      )}
    </div>
  )
}
