// Beside the list: where homes are as a map and as a table, how far the search went, and what the child needs.
import type { FC } from 'hono/jsx'
import type { IsoDay } from '#calendar'
import { counted, type Frame, firstName } from '#child-frame'
import { Card, InsetText } from '#look'
import { type MatchingPolicy, stepsWords } from '#matching'
import { areaMap, type Spot } from '../area-map.ts'
import { areaWords, farWords, homeFar } from '../distances.ts'
import type { Filled } from '../filling-store.ts'
import { type Listed, widerSteps } from '../sorting.ts'
import { MapCard } from './area-map.tsx'

export const NOTHING_HERE =
  'Homes are shown to those who work with homes across children, once a home is asked for. Ask the placement team.'
export type FindingFacts = {
  readonly filled: Filled
  readonly list: Listed
  readonly widened: number | undefined
  readonly page: number
}
export type Props = FindingFacts & { readonly frame: Frame; readonly today: IsoDay }

/** The family home, the school, places that matter, and the homes that are shown. */
function spotsOf({ list, filled: { asked, homes } }: Props): readonly Spot[] {
  const known = new Map(homes.map((home) => [home.id, home]))
  const place = { kind: 'place', protected: false } as const
  const { from, school } = asked
  return [
    ...(from === 'none' ? [] : [{ ...from, label: 'F', words: 'the family home', kind: 'from' as const }]),
    ...(school === undefined ? [] : [{ ...place, label: 'S', words: school.called, at: school.at }]),
    ...asked.visits.map(({ to, at, protected: hidden = false }, n) => ({
      ...{ ...place, at, protected: hidden, label: String.fromCodePoint('a'.charCodeAt(0) + n), words: to },
    })),
    ...list.shown.map(({ home, called }, n) => ({
      ...{ label: String(n + 1), words: called, at: known.get(home)?.at, kind: 'home' as const },
      protected: known.get(home)?.protected ?? true,
    })),
  ]
}
export const Where: FC<Props> = (props) => {
  const { list, filled } = props
  const all = [...list.shown, ...list.waiting]
  return (
    <>
      <MapCard
        map={areaMap(spotsOf(props))}
        columns={['Home', 'Family home', ...(all[0]?.journeys ?? []).map(({ to }) => to), 'Area']}
        rows={all.map((one, n) => ({
          head: n < list.shown.length ? `${n + 1}. ${one.called}` : one.called,
          cells: [homeFar(one), ...one.journeys.map(({ far }) => farWords(far)), areaWords(one)],
        }))}
      />
      {filled.unplaced.length > 0 && (
        <InsetText>
          Where {filled.unplaced.map(({ called }) => called).join(', ')} is, is not known, so no home here is known to
          be far enough from it.
        </InsetText>
      )}
      {filled.places.length === 0 && <p class="kith-note">No places that matter are named in the request yet.</p>}
    </>
  )
}
type Widening = { readonly own: MatchingPolicy; readonly widened: number | undefined; readonly at: string }
const withinWords = (miles: number): string => (miles === 0 ? 'Anywhere' : `Within ${miles} miles first`)
export const Widen: FC<Widening & { readonly list: Listed }> = ({ list, own, widened, at }) => (
  <Card title="How far we looked">
    <p>{stepsWords(list.sorted)}</p>
    <p class="kith-note">
      The search widens by itself until {counted(own.enough, 'home fits', 'homes fit')}. Widen it further:
    </p>
    <p class="kith-no-print">
      {widerSteps(own).map((within, n) => (
        <>
          {n > 0 && ' · '}
          {within === widened ? (
            <strong>{withinWords(within)}</strong>
          ) : (
            <a href={`${at}/finding-home?within=${within}`}>{withinWords(within)}</a>
          )}
        </>
      ))}
      {widened !== undefined && (
        <>
          {' · '}
          <a href={`${at}/finding-home`}>As at first</a>
        </>
      )}
    </p>
    <p class="kith-note">
      Settings of this list: <a href="/homes/settings">{list.policy.version}</a>. They and a mark of all it was made of
      are kept with the decision.
    </p>
  </Card>
)
export const Needs: FC<Props> = ({ filled, frame }) => {
  const { request } = filled
  return (
    <Card title={`What ${firstName(frame.called) ?? 'the child'} needs`}>
      <p>
        <strong>Must have: </strong>
        {[...request.must_have, ...request.needs].join(', ') || 'nothing named'}
      </p>
      <p>
        <strong>Hopes: </strong>
        {[...request.hopes, ...filled.asked.likes].join(', ') || 'nothing named'}
      </p>
      {request.words.own !== '' && <p class="kith-written">“{request.words.own}”</p>}
      <p>
        <a href={`/children/${frame.id}/home-request`}>The whole request</a>
      </p>
    </Card>
  )
}
