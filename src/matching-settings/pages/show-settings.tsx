// The settings of matching: what is in force, as it ships, its bounds and its source; and every version with who wrote it and why.
import type { FC } from 'hono/jsx'
import { formatDay, londonDay, parseInstant } from '#calendar'
import { Button, Card, DutyTable, EmptyState, InsetText, PageHead, Stack } from '#look'
import { type Answer, page, type Visit } from '#web'
import { workersCalled } from '#workforce'
import { AS_IT_SHIPS, changesOf, ownWords, stepsText, type Values, versionOf } from '../settings.ts'
import { OWN_OVER, OWN_SOURCE, PARTS, type Part, type Setting, STEPS_SHIP, STEPS_SOURCE } from '../settings-data.ts'
import { everyVersion, type Version } from '../store.ts'
import { SETTINGS_AT } from './settings-form.tsx'

export { SETTINGS_AT } from './settings-form.tsx'

type Shown = {
  readonly versions: readonly Version[]
  readonly names: ReadonlyMap<string, string>
  readonly writes: boolean
}
/** GET /homes/settings */
export async function showSettings({ door, who, me }: Visit): Promise<Answer> {
  const shown = await door.as(who, async (asking): Promise<Shown> => {
    const versions = await everyVersion(asking)
    const names = await workersCalled(
      asking,
      versions.map(({ recorded_by }) => recorded_by),
    )
    return { versions, names, writes: me.parts.includes('director') }
  })
  return page({ title: 'Settings of matching', here: '/homes', main: <SettingsPage {...shown} /> })
}

const sinceOf = ({ recorded }: Version): string => {
  const at = parseInstant(recorded)
  return at === undefined ? '' : formatDay(londonDay(at))
}
const unitOf = ({ unit }: Setting, value: number): string => (unit === '' ? String(value) : `${value} ${unit}`)
type Row = { readonly head: string; readonly cells: string[] }
function rowsOf(values: Values, { settings, title }: Part): readonly Row[] {
  const far: readonly Row[] =
    title === 'How far a search goes'
      ? [
          {
            head: 'Steps, in miles',
            cells: [stepsText(values.steps), stepsText(STEPS_SHIP), 'One to four, each further', STEPS_SOURCE],
          },
          {
            head: 'Our own rule of miles',
            cells: [ownWords(values), 'None', `${OWN_OVER.from} to ${OWN_OVER.to} miles, or none`, OWN_SOURCE],
          },
        ]
      : []
  const own = settings.map((setting): Row => {
    const { name, words, ships, from, to, source } = setting
    return { head: words, cells: [unitOf(setting, values[name]), String(ships), `${from} to ${to}`, source] }
  })
  return [...far, ...own]
}

const SettingsPage: FC<Shown> = ({ versions, names, writes }) => {
  const [now] = versions
  const values = now?.values ?? AS_IT_SHIPS
  const lead =
    now === undefined
      ? `As they ship with Kith: ${versionOf(0)}.`
      : `In force: ${versionOf(now.number)}, by ${names.get(now.recorded_by) ?? 'somebody'}, ${sinceOf(now)}.`
  return (
    <>
      <PageHead
        title="Settings of matching"
        lead={lead}
        actions={writes && <Button href={`${SETTINGS_AT}/change`}>Change them</Button>}
      />
      <Stack>
        <InsetText>
          What the law asks is no setting and stands on no list here: approvals, terms, the usual limit, and who decides
          out of our area. The director sets these; every list and decision keeps the name of the version that it read.
        </InsetText>
        {PARTS.map((part) => (
          <Card title={part.title} flush>
            <p class="kith-card__note">{part.says}</p>
            <DutyTable
              caption={part.title}
              columns={['What', 'In force', 'As it ships', 'Bounds', 'Where it comes from']}
              rows={rowsOf(values, part).map(({ head, cells }) => ({ head, cells }))}
            />
          </Card>
        ))}
        <History versions={versions} names={names} />
      </Stack>
    </>
  )
}
const History: FC<Pick<Shown, 'versions' | 'names'>> = ({ versions, names }) => (
  <Card title="Every version" count={versions.length} flush>
    {versions.length === 0 ? (
      <EmptyState>The council has changed nothing: lists read what ships with Kith, {versionOf(0)}.</EmptyState>
    ) : (
      <DutyTable
        caption="Every version, the latest first"
        columns={['Version', 'Since', 'By', 'Why', 'What changed']}
        rows={versions.map((one, at) => ({
          head: versionOf(one.number),
          cells: [
            sinceOf(one),
            names.get(one.recorded_by) ?? 'somebody',
            <span class="kith-written">{one.why}</span>,
            changesOf(versions[at + 1]?.values ?? AS_IT_SHIPS, one.values).map(({ words, before, now }) => (
              <span class="kith-note">
                {words}: {before}, now {now}
              </span>
            )),
          ],
        }))}
      />
    )}
  </Card>
)
