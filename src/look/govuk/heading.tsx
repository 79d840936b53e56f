// A heading whose level is chosen by the page that it stands on.
import { type Child, type FC, jsx } from 'hono/jsx'

export type HeadingProps = {
  readonly level: number | string
  readonly class?: string | undefined
  readonly id?: string | undefined
  readonly children?: Child
}

export const Heading: FC<HeadingProps> = ({ level, children, ...attributes }) => jsx(`h${level}`, attributes, children)
