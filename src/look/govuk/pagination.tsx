// The pages of a list, or the one before and after.
import type { Child, FC } from 'hono/jsx'
import { type Attributes, type Common, classNames, type Perhaps, present, written } from './options.ts'

export type PageLink = {
  readonly href: string
  readonly text?: Child
  readonly labelText?: string | undefined
  readonly attributes?: Attributes | undefined
}
export type PageItem = {
  readonly number?: number | string | undefined
  readonly href?: string | undefined
  readonly current?: boolean | undefined
  readonly ellipsis?: boolean | undefined
  readonly visuallyHiddenText?: string | undefined
  readonly attributes?: Attributes | undefined
}
export type PaginationProps = Common & {
  readonly items?: readonly Perhaps<PageItem>[] | undefined
  readonly previous?: PageLink | undefined
  readonly next?: PageLink | undefined
  readonly landmarkLabel?: string | undefined
}

type Way = 'prev' | 'next'
const ARROWS: Readonly<Record<Way, string>> = {
  prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
}
const WORDS: Readonly<Record<Way, string>> = { prev: 'Previous', next: 'Next' }

const Arrow: FC<{ readonly way: Way }> = ({ way }) => (
  <svg
    class={`govuk-pagination__icon govuk-pagination__icon--${way}`}
    xmlns="http://www.w3.org/2000/svg"
    height="13"
    width="15"
    aria-hidden="true"
    focusable="false"
    viewBox="0 0 15 13"
  >
    <path d={ARROWS[way]}></path>
  </svg>
)

const Beside: FC<{ readonly way: Way; readonly link: PageLink; readonly block: boolean }> = ({ way, link, block }) => {
  const { href, text, labelText, attributes } = link
  const decorated = block && !labelText && 'govuk-pagination__link-title--decorated'
  return (
    <div class={`govuk-pagination__${way}`}>
      <a class="govuk-link govuk-pagination__link" href={href} rel={way} {...written(attributes)}>
        {(block || way === 'prev') && <Arrow way={way} />}
        <span class={classNames('govuk-pagination__link-title', decorated)}>
          {text || (
            <>
              {WORDS[way]}
              <span class="govuk-visually-hidden"> page</span>
            </>
          )}
        </span>
        {block && labelText && (
          <>
            <span class="govuk-visually-hidden">:</span>
            <span class="govuk-pagination__link-label">{labelText}</span>
          </>
        )}
        {!block && way === 'next' && <Arrow way={way} />}
      </a>
    </div>
  )
}

const Item: FC<{ readonly item: PageItem }> = ({ item }) => {
  const { number, href, current, ellipsis, visuallyHiddenText, attributes } = item
  if (ellipsis === true) return <li class="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>
  return (
    <li class={classNames('govuk-pagination__item', current === true && 'govuk-pagination__item--current')}>
      <a
        class="govuk-link govuk-pagination__link"
        href={href}
        aria-label={visuallyHiddenText ?? `Page ${number}`}
        aria-current={current === true ? 'page' : undefined}
        {...written(attributes)}
      >
        {number}
      </a>
    </li>
  )
}

export const Pagination: FC<PaginationProps> = ({ items, previous, next, landmarkLabel, classes, attributes }) => {
  const block = items === undefined && (next !== undefined || previous !== undefined)
  return (
    <nav
      class={classNames('govuk-pagination', block && 'govuk-pagination--block', classes)}
      aria-label={landmarkLabel || 'Pagination'}
      {...written(attributes)}
    >
      {previous && <Beside way="prev" link={previous} block={block} />}
      {items && (
        <ul class="govuk-pagination__list">
          {present(items)
            .filter((item) => Object.keys(item).length > 0)
            .map((item) => (
              <Item item={item} />
            ))}
        </ul>
      )}
      {next && <Beside way="next" link={next} block={block} />}
    </nav>
  )
}
