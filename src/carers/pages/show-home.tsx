// One home: its places with why, the children who live there, its approval, who lives there, reviews and visits, skills, its address.
import type { Child, FC } from 'hono/jsx'
import { standsAs } from '#access'
import { day, dayWords, type IsoDay } from '#calendar'
import { wordOf } from '#drafts'
import { isId } from '#forms'
import {
  Beside,
  Card,
  CardList,
  Columns,
  EmptyState,
  type Fact,
  Facts,
  NOT_KNOWN,
  PageHead,
  RowLinks,
  Stack,
} from '#look'
import { type Answer, notFound, page, redirect, type Visit } from '#web'
import {
  DECIDED_BY,
  HOLDS,
  KINDS,
  LEVELS,
  PARTS_OF_HOME,
  PETS,
  PREFERS,
  READER_WORDS,
  SKILLS,
  WRITERS,
} from '../home-codes-data.ts'
import { type WholeHome, wholeHome } from '../home-store.ts'
import { termsWords } from '../listing.ts'
import { holds as holdsOn } from '../vacancies.ts'
import { ChildrenCard } from './children-card.tsx'
import { DuesCard } from './dues-card.tsx'
import { putRight } from './home-links.tsx'
import { FreeMark, OverMarks } from './show-homes.tsx'

export type HomeProps = { readonly whole: WholeHome; readonly writes: boolean; readonly today: IsoDay }

/** GET /homes/:about */
export async function showHome({ door, who, part, today }: Visit): Promise<Answer> {
  const about = part('about')
  if (!isId(about)) return notFound
  const found = await door.as(who, async (asking) => {
    const whole = await wholeHome(asking, about, today)
    return whole && { whole, writes: await standsAs(asking, WRITERS), today }
  })
  if (found === undefined) return notFound
  const { line, words } = found.whole.home
  // By the address of what was just written, to the one address of the home.
  if (about !== line) return redirect(`/homes/${line}`)
  return page({ title: words.name, here: '/homes', main: <Home {...found} /> })
}

const Home: FC<HomeProps> = (props) => {
  const { home } = props.whole
  const lead = [wordOf(KINDS, home.kind), home.words.provider, home.number && `number ${home.number}`]
  return (
    <>
      <PageHead
        title={home.words.name || 'A home without a name'}
        lead={lead.filter(Boolean).join(' · ')}
        actions={<a href="/homes">All homes</a>}
      />
      <Columns>
        <Stack>
          <Places {...props} />
          <ChildrenCard {...props} />
          <Approvals {...props} />
          <DuesCard {...props} />
        </Stack>
        <Stack>
          <About {...props} />
          <Address {...props} />
          <People {...props} />
          <Skills {...props} />
        </Stack>
      </Columns>
    </>
  )
}

const adds = ({ whole, writes }: HomeProps, at: string, does: string): Child =>
  writes && <Beside links={[{ to: `/homes/${whole.home.line}/${at}/record`, does }]} />
type Lines = { readonly items: readonly Child[]; readonly empty: string }
const Listed: FC<Lines> = ({ items, empty }) =>
  items.length === 0 ? <EmptyState>{empty}</EmptyState> : <CardList items={items} />
const spanWords = ({ since, until }: { readonly since: string | null; readonly until: string | null }): string =>
  [since === null ? '' : `from ${dayWords(since)}`, until === null ? '' : `until ${dayWords(until)}`]
    .filter(Boolean)
    .join(' ')

const holdsNow = (
  { since, until }: { readonly since: string; readonly until: string | null },
  today: IsoDay,
): boolean => holdsOn({ since: day(since), until: until === null ? null : day(until) }, today)

const heldRows = ({ whole, writes, today }: HomeProps): readonly Child[] =>
  whole.holds.map((one) => (
    <>
      <strong>{wordOf(HOLDS, one.kind)}</strong>: {one.places === null ? 'every place' : one.places}
      {!holdsNow(one, today) && ' (not now)'}
      <span class="kith-note">
        {spanWords(one)} · {one.words.why}
      </span>
      {writes && <RowLinks of={wordOf(HOLDS, one.kind)} links={putRight('holds', one.id)} />}
    </>
  ))

const Places: FC<HomeProps> = (props) => {
  const { whole } = props
  return (
    <Card title="Places" beside={adds(props, 'holds', 'Places cannot be offered')}>
      <p>
        <FreeMark vacancies={whole.on.vacancies} /> <OverMarks vacancies={whole.on.vacancies} />
      </p>
      <p>{whole.on.vacancies.says}</p>
      {whole.on.vacancies.over.includes('the usual limit') && (
        <p class="kith-note">
          Children Act 1989 Sch 7 paras 2 to 4 (unconfirmed: we have not read the text): not more than three children
          unless all are brothers and sisters, or an exemption names them.
        </p>
      )}
      {whole.holds.length > 0 && <CardList items={heldRows(props)} />}
    </Card>
  )
}

const Approvals: FC<HomeProps> = (props) => {
  const { whole, writes, today } = props
  const items = whole.approvals.map((one) => (
    <>
      <strong>
        {one.places} {one.places === 1 ? 'place' : 'places'}
      </strong>
      : {termsWords(one)}
      <span class="kith-note">
        {spanWords(one)}
        {holdsNow(one, today) ? '' : ', not now'} · {wordOf(DECIDED_BY, one.decided_by)}, {dayWords(one.decided)}
      </span>
      <span class="kith-note">{one.words.decision}</span>
      {writes && <RowLinks of={`approval ${spanWords(one)}`} links={putRight('approvals', one.id)} />}
    </>
  ))
  return (
    <Card title="Approval" beside={adds(props, 'approvals', 'New terms')} flush>
      <Listed items={items} empty="No terms are recorded, so nobody can say how many places there are, or for whom." />
    </Card>
  )
}

const People: FC<HomeProps> = (props) => {
  const { whole, writes } = props
  const items = whole.people.map((one) => (
    <>
      <strong>{one.words.name || 'Somebody'}</strong>
      <span class="kith-note">
        {[wordOf(PARTS_OF_HOME, one.part), one.born && `born ${dayWords(one.born)}`, spanWords(one)]
          .filter(Boolean)
          .join(' · ')}
      </span>
      {one.words.about !== '' && <span class="kith-note">{one.words.about}</span>}
      {writes && <RowLinks of={one.words.name} links={putRight('people', one.id)} />}
    </>
  ))
  return (
    <Card title="Who lives there" beside={adds(props, 'people', 'Add somebody')} flush>
      <Listed items={items} empty="Nobody is recorded yet, carers neither." />
    </Card>
  )
}

const Skills: FC<HomeProps> = (props) => {
  const { whole, writes, today } = props
  const items = whole.skills.map((one) => (
    <>
      <strong>{wordOf(SKILLS, one.kind)}</strong>: {wordOf(LEVELS, one.level)?.toLowerCase()}
      <span class="kith-note">
        {[
          one.learned && dayWords(one.learned),
          one.renew_by && `${one.renew_by < today ? 'ran out' : 'renew by'} ${dayWords(one.renew_by)}`,
          one.words.about,
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      {writes && <RowLinks of={wordOf(SKILLS, one.kind)} links={putRight('skills', one.id)} />}
    </>
  ))
  return (
    <Card title="Skills and training" beside={adds(props, 'skills', 'Add one')} flush>
      <Listed items={items} empty="Nothing is recorded yet." />
    </Card>
  )
}

const Address: FC<HomeProps> = (props) => {
  const { whole, writes } = props
  const items = whole.addresses.map((one) => (
    <>
      <strong>{one.postcode}</strong>
      <span class="kith-note">{one.words.address}</span>
      <span class="kith-note">since {dayWords(one.since)}</span>
      {one.audience !== null && (
        <span class="kith-note">
          Protected: for {one.audience.map((to) => wordOf(READER_WORDS, to)?.toLowerCase()).join(', ')}. {one.words.why}
          {one.words.must_not !== '' && ` Must not know: ${one.words.must_not}.`}
        </span>
      )}
      {writes && <RowLinks of={one.postcode} links={putRight('address', one.id)} />}
    </>
  ))
  return (
    <Card title="Address" beside={adds(props, 'address', 'Add an address')} flush>
      <Listed items={items} empty="No address is recorded, or it is protected and not for you." />
    </Card>
  )
}

const listed = (codes: readonly string[], words: Readonly<Record<string, string>> = {}): string =>
  codes.map((one) => words[one] ?? one).join(', ')
const fact = (name: string, words: string | null | undefined): Fact => ({
  name,
  fact: words === null || words === undefined || words === '' ? NOT_KNOWN : { words },
})
function factsOf({ home, supervisor }: WholeHome): readonly Fact[] {
  const { pets, languages, step_free: free } = home
  const words = home.words
  return [
    fact('Telephone', words.phone),
    fact('Supervising worker', supervisor),
    fact('Languages', languages && listed(languages)),
    fact('Pets', pets && (pets.length === 0 ? 'None' : listed(pets, PETS))),
    fact('Bedrooms for children', home.bedrooms === null ? null : String(home.bedrooms)),
    fact('Wheelchair', free === null ? null : free ? 'Somebody in one can live there' : 'Nobody in one can live there'),
    fact('Most want to care for', home.prefers.length === 0 ? null : listed(home.prefers, PREFERS)),
    fact('What they hope for', words.hopes),
    fact('What they like to do', words.enjoy),
    ...(words.about === '' ? [] : [fact('Also', words.about)]),
    ...(home.closed === null ? [] : [fact('No home any more from', dayWords(home.closed))]),
  ]
}
const About: FC<HomeProps> = ({ whole, writes }) => (
  <Card
    title="About this home"
    beside={
      writes && <Beside links={[{ to: `/homes/household/${whole.home.id}/correct`, does: 'Put right or go on' }]} />
    }
  >
    <Facts kind="down" facts={factsOf(whole)} />
    {writes && (
      <p class="kith-note kith-no-print">
        <a href={`/homes/rows/${whole.home.id}/retract`}>Take this home back</a>
      </p>
    )}
  </Card>
)
