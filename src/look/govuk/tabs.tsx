// Parts of one page, of which a script shows one at a time; without it all stand below each other.
import type { Child, FC } from 'hono/jsx'
import {
  type Attributes,
  type Common,
  classNames,
  isPlainText,
  type Perhaps,
  type Worded,
  withOptions,
  written,
} from './options.ts'

export type Tab = {
  readonly label: string
  readonly id?: string | undefined
  readonly panel: Child | Worded
  readonly attributes?: Attributes | undefined
}
export type TabsProps = Common & {
  readonly id?: string | undefined
  readonly idPrefix?: string | undefined
  readonly title?: string | undefined
  readonly items?: readonly Perhaps<Tab>[] | undefined
}

const TabLink: FC<{ readonly tab: Tab; readonly id: string; readonly first: boolean }> = ({ tab, id, first }) => (
  <li class={classNames('govuk-tabs__list-item', first && 'govuk-tabs__list-item--selected')}>
    <a class="govuk-tabs__tab" href={`#${id}`} {...written(tab.attributes)}>
      {tab.label}
    </a>
  </li>
)

const Panel: FC<{ readonly tab: Tab; readonly id: string; readonly first: boolean }> = ({ tab, id, first }) => {
  const panel: Worded = withOptions(tab.panel)
  return (
    <div
      class={classNames('govuk-tabs__panel', !first && 'govuk-tabs__panel--hidden')}
      id={id}
      {...written(panel.attributes)}
    >
      {isPlainText(panel.text) ? <p class="govuk-body">{panel.text}</p> : panel.text}
    </div>
  )
}

export const Tabs: FC<TabsProps> = ({ id, idPrefix = '', title = 'Contents', items = [], classes, attributes }) => {
  const tabs = items.flatMap((tab, at) =>
    tab ? [{ tab, id: tab.id || `${idPrefix}-${at + 1}`, first: at === 0 }] : [],
  )
  return (
    <div
      id={id || undefined}
      class={classNames('govuk-tabs', classes)}
      {...written(attributes)}
      data-module="govuk-tabs"
    >
      <h2 class="govuk-tabs__title">{title}</h2>
      {items.length > 0 && (
        <ul class="govuk-tabs__list">
          {tabs.map((tab) => (
            <TabLink {...tab} />
          ))}
        </ul>
      )}
      {tabs.map((tab) => (
        <Panel {...tab} />
      ))}
    </div>
  )
}
