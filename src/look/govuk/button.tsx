// A button, or with an address a link that looks like one.
import type { Child, FC } from 'hono/jsx'
import { type Common, classNames, written } from './options.ts'

export type ButtonProps = Common & {
  readonly id?: string | undefined
  readonly href?: string | undefined
  readonly type?: 'submit' | 'button' | 'reset' | undefined
  readonly name?: string | undefined
  readonly value?: string | undefined
  readonly disabled?: boolean | undefined
  readonly isStartButton?: boolean | undefined
  readonly preventDoubleClick?: boolean | undefined
  /** A shorter way to the modifiers that this product uses. */
  readonly kind?: 'secondary' | 'warning' | 'inverse' | undefined
  readonly children?: Child
}

const StartIcon: FC = () => (
  <svg
    class="govuk-button__start-icon"
    xmlns="http://www.w3.org/2000/svg"
    width="17.5"
    height="19"
    viewBox="0 0 33 40"
    aria-hidden="true"
    focusable="false"
  >
    <path fill="currentColor" d="M0 0h13l20 20-20 20H0l20-20z" />
  </svg>
)

const Words: FC<{ start: boolean; children?: Child }> = ({ start, children }) => (
  <>
    {start && typeof children !== 'string' ? <span>{children}</span> : children}
    {start && <StartIcon />}
  </>
)

export const Button: FC<ButtonProps> = (props) => {
  const { id, href, type, name, value, disabled, isStartButton: start = false, kind, children } = props
  const shared = {
    class: classNames('govuk-button', kind && `govuk-button--${kind}`, props.classes, start && 'govuk-button--start'),
    'data-module': 'govuk-button',
    ...written(props.attributes),
    ...(id ? { id } : {}),
  }
  if (href)
    return (
      // biome-ignore lint/a11y/useSemanticElements: it goes somewhere, so it is a link; it is called a button
      <a href={href} role="button" draggable={false} {...shared}>
        <Words start={start}>{children}</Words>
      </a>
    )
  return (
    <button
      type={type ?? 'submit'}
      value={value || undefined}
      name={name || undefined}
      disabled={disabled}
      aria-disabled={disabled === true ? 'true' : undefined}
      data-prevent-double-click={props.preventDoubleClick}
      {...shared}
    >
      <Words start={start}>{children}</Words>
    </button>
  )
}
