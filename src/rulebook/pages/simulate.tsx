// What would fall due if this child came into care today: a child who does not exist, and every date explains itself.

import type { FC } from 'hono/jsx'
import { formatDay, type IsoDay, numberOf } from '#calendar'
import { choicesKnown } from '#clock'
import { DueExplained } from '#due-dates'
import { readingsOn, type Simulated, simulate } from '#duties'
import { itemsOf } from '#forms'
import type { Duty } from '#ledger'
import { BackLink, Button, Card, Checkboxes, DutyTable, ErrorSummary, Input, PageHead, Select, Stack } from '#look'
import { type Answer, page, type Visit } from '#web'
import { ALSO, arrivalAsked, type Faults, PLACES, STATUSES, type TypedArrival } from '../simulation.ts'

const FIELDS = ['on', 'born', 'age', 'place', 'status'] as const

function typedIn(visit: Visit): { readonly typed: TypedArrival; readonly asked: boolean } {
  const [on, born, age, place, status] = FIELDS.map((name) => visit.query(name)?.trim() ?? '')
  const also = Object.keys(ALSO).filter((name) => visit.query(name) !== undefined)
  const typed = {
    on: on ?? '',
    born: born ?? '',
    age: age ?? '',
    place: place ?? '',
    status: status ?? '',
    also: also.join(' '),
  }
  return { typed, asked: FIELDS.some((name) => visit.query(name) !== undefined) }
}

/** GET /rules/simulate */
export async function showSimulation(visit: Visit): Promise<Answer> {
  const { typed, asked } = typedIn(visit)
  const read = arrivalAsked(typed, visit.today)
  const faults = 'faults' in read ? read.faults : {}
  const choices = await visit.door.as(visit.who, async (asking) => await choicesKnown(asking))
  const found =
    asked && 'ok' in read
      ? { on: read.on, simulated: simulate(read.ok, readingsOn(choices, numberOf(read.on))) }
      : undefined
  const title = 'What would fall due'
  const wrong = Object.keys(faults).length > 0
  return page({
    title: wrong ? `Error: ${title}` : title,
    here: '/rules',
    status: wrong ? 422 : 200,
    main: <Simulation typed={typed} faults={faults} found={found} today={visit.today} />,
  })
}

type Found = { readonly on: IsoDay; readonly simulated: Simulated }
type Shown = {
  readonly typed: TypedArrival
  readonly faults: Faults
  readonly found: Found | undefined
  readonly today: IsoDay
}

const Simulation: FC<Shown> = (shown) => {
  const { found, faults } = shown
  const errors = Object.entries(faults).map(([name, text]) => ({ href: `#${name}`, text }))
  return (
    <>
      {errors.length > 0 && <ErrorSummary errorList={errors} />}
      <BackLink href="/rules">All rules</BackLink>
      <PageHead
        title="What would fall due if a child came into care"
        lead={
          found === undefined
            ? 'Nothing is recorded. Nobody is named.'
            : `On ${formatDay(found.on)}. Nothing is recorded.`
        }
      />
      <Stack>
        <Ask {...shown} />
        {found !== undefined && (
          <>
            <Dates title="Owed from that day" duties={found.simulated.first} on={found.on} />
            <Dates
              title="Next, had each of these been done on its last day"
              duties={found.simulated.next}
              on={found.on}
            />
          </>
        )}
      </Stack>
    </>
  )
}

const Also: FC<Pick<Shown, 'typed'>> = ({ typed }) => (
  <>
    {Object.entries(ALSO).map(([name, text]) => (
      <Checkboxes
        name={name}
        classes="govuk-checkboxes--small"
        values={typed.also.split(' ').includes(name) ? ['yes'] : []}
        items={[{ value: 'yes', text }]}
        formGroup={{ classes: 'kith-flat' }}
      />
    ))}
  </>
)

const Ask: FC<Shown> = ({ typed, faults }) => (
  <div class="kith-no-print">
    <Card title="The child">
      <form method="get" action="/rules/simulate" novalidate>
        <Input
          name="on"
          label="Comes into care on"
          hint="For example today, or 27 Nov"
          classes="govuk-input--width-10"
          value={typed.on || 'today'}
          errorMessage={faults.on}
        />
        <Input
          name="age"
          label="Age in years"
          hint="Or the birth date below. Without either, what turns on age is not known."
          classes="govuk-input--width-3"
          inputmode="numeric"
          value={typed.age}
          errorMessage={faults.age}
        />
        <Input
          name="born"
          label="Birth date"
          hint="For example 8 Jun 2012"
          classes="govuk-input--width-10"
          value={typed.born}
          errorMessage={faults.born}
        />
        <Select
          name="place"
          label="Where they would live"
          value={typed.place || 'U6'}
          items={itemsOf(PLACES)}
          errorMessage={faults.place}
        />
        <Select
          name="status"
          label="By which order or agreement"
          value={typed.status || 'V2'}
          items={itemsOf(STATUSES)}
          errorMessage={faults.status}
        />
        <Also typed={typed} />
        <Button>Show what would fall due</Button>
      </form>
    </Card>
  </div>
)

const Dates: FC<{ readonly title: string; readonly duties: readonly Duty[]; readonly on: IsoDay }> = ({
  title,
  duties,
  on,
}) => (
  <Card title={title} count={duties.length} flush>
    {duties.length === 0 ? (
      <p class="kith-card__note">Nothing that Kith has a rule for.</p>
    ) : (
      <DutyTable
        caption={title}
        columns={['What', 'By when, and why']}
        rows={duties.map((duty) => ({
          head: duty.basis.name,
          cells: [<DueExplained duty={duty} reading={{ on: numberOf(on) }} />],
        }))}
      />
    )}
  </Card>
)
