// Facts by name, each with what can be done about it; as a card where a title is given.
import type { Child, FC } from 'hono/jsx'
import { Heading } from './heading.tsx'
import {
  type Attributes,
  type Common,
  classNames,
  type Perhaps,
  present,
  type Worded,
  withOptions,
  written,
} from './options.ts'

export type SummaryAction = {
  readonly href: string
  readonly text: Child
  /** Said after the words by a screen reader: of what. */
  readonly visuallyHiddenText?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}
type Actions = { readonly items?: readonly SummaryAction[] | undefined; readonly classes?: string | undefined }
type Title = Worded & { readonly headingLevel?: number | undefined }
export type SummaryRow = {
  readonly key: Child | Worded
  readonly value: Child | Worded
  readonly actions?: Actions | undefined
  readonly classes?: string | undefined
}
export type SummaryCard = Common & { readonly title?: Child | Title; readonly actions?: Actions | undefined }
export type SummaryListProps = Common & {
  readonly rows: readonly Perhaps<SummaryRow>[]
  readonly card?: SummaryCard | undefined
}

const ActionLink: FC<{ readonly action: SummaryAction; readonly of: Child }> = ({ action, of }) => (
  <a class={classNames('govuk-link', action.classes)} href={action.href} {...written(action.attributes)}>
    {action.text}
    {(action.visuallyHiddenText || of) && (
      <span class="govuk-visually-hidden">
        {action.visuallyHiddenText && ` ${action.visuallyHiddenText}`}
        {of && <> ({of})</>}
      </span>
    )}
  </a>
)

const RowActions: FC<{ readonly actions: Actions; readonly of: Child }> = ({
  actions: { items = [], classes },
  of,
}) => {
  const [only] = items
  if (only === undefined) return null
  return (
    <dd class={classNames('govuk-summary-list__actions', classes)}>
      {items.length === 1 ? (
        <ActionLink action={only} of={of} />
      ) : (
        <ul class="govuk-summary-list__actions-list">
          {items.map((action) => (
            <li class="govuk-summary-list__actions-list-item">
              <ActionLink action={action} of={of} />
            </li>
          ))}
        </ul>
      )}
    </dd>
  )
}

const CardActions: FC<{ readonly actions: Actions; readonly of: Child }> = ({
  actions: { items = [], classes },
  of,
}) => {
  const [only] = items
  const named = classNames('govuk-summary-card__actions', classes)
  if (only === undefined) return null
  if (items.length === 1)
    return (
      <div class={named}>
        <ActionLink action={only} of={of} />
      </div>
    )
  return (
    <ul class={named}>
      {items.map((action) => (
        <li class="govuk-summary-card__action">
          <ActionLink action={action} of={of} />
        </li>
      ))}
    </ul>
  )
}

const Row: FC<{ readonly row: SummaryRow; readonly others: boolean; readonly of: Child }> = ({ row, others, of }) => {
  const key: Worded = withOptions(row.key)
  const value: Worded = withOptions(row.value)
  const none = others && row.actions?.items === undefined && 'govuk-summary-list__row--no-actions'
  return (
    <div class={classNames('govuk-summary-list__row', none, row.classes)}>
      <dt class={classNames('govuk-summary-list__key', key.classes)}>{key.text}</dt>
      <dd class={classNames('govuk-summary-list__value', value.classes)}>{value.text}</dd>
      {row.actions && <RowActions actions={row.actions} of={of} />}
    </div>
  )
}

export const SummaryList: FC<SummaryListProps> = ({ rows, card, classes, attributes }) => {
  const title: Title = withOptions(card?.title)
  const shown = present(rows)
  const others = shown.some(({ actions }) => (actions?.items?.length ?? 0) > 0)
  const list = (
    <dl class={classNames('govuk-summary-list', classes)} {...written(attributes)}>
      {shown.map((row) => (
        <Row row={row} others={others} of={title.text} />
      ))}
    </dl>
  )
  if (card === undefined) return list
  return (
    <div class={classNames('govuk-summary-card', card.classes)} {...written(card.attributes)}>
      <div class="govuk-summary-card__title-wrapper">
        {title.text && (
          <Heading level={title.headingLevel ?? 2} class={classNames('govuk-summary-card__title', title.classes)}>
            {title.text}
          </Heading>
        )}
        {card.actions && <CardActions actions={card.actions} of={title.text} />}
      </div>
      <div class="govuk-summary-card__content">{list}</div>
    </div>
  )
}
