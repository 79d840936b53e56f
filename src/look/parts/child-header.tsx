// The head of a child's record: who they are, what must be known, where they stand, and the tabs of the record.
import type { Child, FC } from 'hono/jsx'
import { Facts, type FactWords } from './facts.tsx'
import { Menu, type MenuItem } from './menu.tsx'
import { MustKnow, type MustKnowItem } from './must-know.tsx'
import { Circle } from './person-chip.tsx'

export type TabLink = { readonly to: string; readonly words: string; readonly count?: number | undefined }

/** Facts that the reader may not see are left out; what nobody recorded is NOT_KNOWN. */
export type ChildFacts = {
  readonly livesWith?: FactWords | undefined
  readonly legalStatus?: FactWords | undefined
  readonly longTermPlan?: FactWords | undefined
  readonly socialWorker?: FactWords | undefined
  readonly reviewingOfficer?: FactWords | undefined
  readonly school?: FactWords | undefined
}
const FACT_NAMES = {
  livesWith: 'Lives with',
  legalStatus: 'Legal status',
  longTermPlan: 'Long-term plan',
  socialWorker: 'Social worker',
  reviewingOfficer: 'Reviewing officer',
  school: 'School',
} as const satisfies Readonly<Record<keyof ChildFacts, string>>
const FACTS = ['livesWith', 'legalStatus', 'longTermPlan', 'socialWorker', 'reviewingOfficer', 'school'] as const

export type ChildHeaderProps = {
  readonly id: string
  readonly name: string
  readonly likesToBeCalled?: string | undefined
  readonly pronouns?: string | undefined
  /** '14 years 5 months' */
  readonly age?: string | undefined
  /** '8 June 2012' */
  readonly born?: string | undefined
  readonly recordNumber?: string | undefined
  readonly mustKnow?: readonly MustKnowItem[] | undefined
  readonly allMustKnow?: string | undefined
  readonly facts: ChildFacts
  /** Where everything that can be recorded is listed; in place of a menu. */
  readonly recordAt?: string | undefined
  readonly record?: readonly MenuItem[] | undefined
  readonly more?: readonly MenuItem[] | undefined
  readonly tabs?: readonly TabLink[] | undefined
  /** The address of the tab that is open. */
  readonly here?: string | undefined
}

function KnownBy({ likesToBeCalled, pronouns, age, born, recordNumber }: ChildHeaderProps) {
  const called = likesToBeCalled && (
    <>
      Likes to be called <strong>{likesToBeCalled}</strong>
    </>
  )
  const aged = age === undefined ? born && `born ${born}` : `${age}${born === undefined ? '' : ` (born ${born})`}`
  const parts: readonly Child[] = [called, pronouns, aged, recordNumber && `Record ${recordNumber}`]
  return (
    <p class="kith-child__known">
      {parts.filter(Boolean).map((part, at) => (
        <>
          {at > 0 && ' · '}
          {part}
        </>
      ))}
    </p>
  )
}

export const ChildTabs: FC<{
  readonly name: string
  readonly tabs: readonly TabLink[]
  readonly here?: string | undefined
}> = ({ name, tabs, here }) => (
  <nav class="kith-tabs" aria-label={`${name}: record`}>
    <ul>
      {tabs.map(({ to, words, count }) => (
        <li>
          <a href={to} aria-current={to === here ? 'page' : undefined}>
            {words}
            {count !== undefined && count > 0 && <span class="kith-count">{count}</span>}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

export const ChildHeader: FC<ChildHeaderProps> = (props) => {
  const { id, name, mustKnow = [], allMustKnow, facts, recordAt, record = [], more = [], tabs = [], here } = props
  const shown = FACTS.flatMap((key) => {
    const fact = facts[key]
    return fact === undefined ? [] : [{ name: FACT_NAMES[key], fact }]
  })
  return (
    <header class="kith-child">
      <div class="kith-child__top">
        <Circle id={id} name={name} large />
        <div class="kith-child__who">
          <h1>{name}</h1>
          <KnownBy {...props} />
          <MustKnow items={mustKnow} all={allMustKnow} />
        </div>
        {(recordAt !== undefined || record.length + more.length > 0) && (
          <div class="kith-child__menus">
            {recordAt !== undefined && (
              <a class="govuk-button" href={recordAt}>
                Record
              </a>
            )}
            <Menu words="Record" items={record} group="child" />
            <Menu words="More" items={more} kind="secondary" group="child" />
          </div>
        )}
      </div>
      {shown.length > 0 && <Facts facts={shown} />}
      {tabs.length > 0 && <ChildTabs name={name} tabs={tabs} here={here} />}
    </header>
  )
}
