// An invented home of a social worker: what to do next, every child with what is due, what children said.
import type { FC } from 'hono/jsx'
import {
  ActionRows,
  Button,
  Card,
  CardList,
  Columns,
  DueMark,
  type DutyCell,
  DutyTable,
  PageHead,
  PersonChip,
  Stack,
  Voice,
} from '#look'

const small = (words: string) => (
  <Button kind="secondary" classes="kith-button--small" href="#">
    {words}
  </Button>
)

const NEXT = [
  {
    mark: <DueMark mark="late" words="5 days late" note="was Thu 19 Nov" />,
    title: <a href="#1">Ayo's school plan (PEP) meeting</a>,
    why: 'Was due last Thursday. Virtual school has offered Wed 25 or Fri 27 Nov',
    who: 'Ayo Adeyemi',
    action: small('Pick a date'),
  },
  {
    mark: <DueMark mark="late" words="4 days late" note="was Fri 20 Nov" />,
    title: <a href="#2">Visit Connor and see his room</a>,
    why: 'At least every 6 weeks. You last saw him Fri 9 Oct. A draft from 17 Nov is waiting',
    who: 'Connor Walsh',
    action: small('Finish visit'),
  },
  {
    mark: <DueMark mark="soon" words="Today" />,
    title: <a href="#3">Choose from 3 possible homes</a>,
    why: 'Sue and Mark retire in July. Placement team needs your view today',
    who: 'Aaliyah Bennett',
    action: small('See homes'),
  },
  {
    mark: <DueMark mark="soon" words="Wed 25 Nov" />,
    title: <a href="#4">Report for Zofia's first review</a>,
    why: 'Helen, the reviewing officer, needs it 3 working days before Mon 30 Nov',
    who: 'Zofia Nowak',
    action: small('Write'),
  },
]

const late = (words: string, note: string): DutyCell => ({ content: <DueMark mark="late" words={words} note={note} /> })
const soon = (words: string, note?: string): DutyCell => ({
  content: <DueMark mark="soon" words={words} note={note} />,
})
const later = (words: string, note?: string): DutyCell => ({
  content: <DueMark mark="later" words={words} note={note} />,
  calm: true,
})
const far = (words: string): DutyCell => ({ content: <DueMark mark="far" words={words} />, calm: true })
const done = (words: string): DutyCell => ({ content: <DueMark mark="done" words={words} />, calm: true })
const unknown: DutyCell = { content: <DueMark mark="unknown" words="Not known" /> }

const ROWS: readonly (readonly [string, string, string, readonly DutyCell[]])[] = [
  [
    'Connor Walsh',
    '9 years',
    'Ashby, 4 months',
    [
      late('4 days late', 'was 20 Nov'),
      later('15 Dec', 'second review'),
      later('11 Dec'),
      far('2 Apr'),
      done('Agreed 2 Nov'),
    ],
  ],
  [
    'Ayo Adeyemi',
    '16 years',
    'Supported lodgings, 6 weeks',
    [
      soon('Wed 25 Nov'),
      later('2 Dec'),
      late('5 days late', 'was 19 Nov'),
      later('30 Dec'),
      later('16 Dec', 'pathway plan'),
    ],
  ],
  [
    'Aaliyah Bennett',
    '14 years',
    'Harrow Green, 11 months',
    [
      soon('Thu 26 Nov'),
      far('19 Jan'),
      later('11 Dec'),
      soon('Fri 27 Nov', 'annual'),
      soon('Today', 'home search open'),
    ],
  ],
  [
    'Zofia Nowak',
    '12 years',
    'Fernleigh House, 3 weeks',
    [
      soon('Fri 27 Nov'),
      soon('Mon 30 Nov', 'first review'),
      done('Done 13 Nov'),
      soon('Mon 30 Nov', 'first health'),
      done('Agreed 13 Nov'),
    ],
  ],
  [
    'Freya Lindqvist',
    '3 years',
    'With her aunt Maria, 7 weeks',
    [soon('Tue 1 Dec', 'every 4 weeks'), later('6 Jan'), done('Nursery plan done'), unknown, done('Agreed 19 Oct')],
  ],
  [
    'Rahim Ahmadzai',
    '17 years',
    'Shared house, 5 months',
    [later('14 Dec'), far('11 Feb'), later('11 Dec'), done('Done 30 Sep'), far('12 Jan')],
  ],
]

export const Home: FC = () => (
  <>
    <PageHead
      title="Your children"
      lead={
        <>
          Tuesday 24 November · 12 children · <strong>2 things late</strong>, 9 due in the next 7 days
        </>
      }
      actions={
        <>
          <Button kind="secondary" href="#">
            Record something else
          </Button>
          <Button href="#">Record a visit</Button>
        </>
      }
    />
    <Columns>
      <Stack>
        <Card title="Do next" beside={<a href="#week">Your whole week</a>} flush>
          <ActionRows rows={NEXT} />
        </Card>
        <Card title="Everything due, child by child" beside={<a href="#print">Print</a>} flush>
          <DutyTable
            caption="Everything due, child by child"
            columns={['Child', 'Seen by you', 'Review', 'School plan (PEP)', 'Health check', 'Plan']}
            rows={ROWS.map(([name, age, note, cells]) => ({
              head: <PersonChip id={name} name={name} to="#child" after={age} note={note} />,
              cells,
            }))}
          />
        </Card>
      </Stack>
      <Stack>
        <Card title="From your children" tone="good" beside={<a href="#all">All 3</a>}>
          <Voice
            who="Tyler"
            when="Saturday, from his page"
            words="I got picked for the team!!! Can you come on 5 December?"
            further={<a href="#reply">Reply to Tyler</a>}
          />
          <p>
            <strong>Ayo</strong> feels <strong>worried</strong> about money. He asked to talk. <a href="#read">Read</a>
          </p>
        </Card>
        <Card title="Your unfinished writing" flush>
          <CardList
            items={[
              ['Visit to Connor, 17 Nov', 'Started on your phone. Saved Friday 16:52'],
              ['Care plan for Ellis', '6 of 9 parts done. Saved yesterday 12:08'],
            ].map(([words, note]) => (
              <>
                <a href="#draft">{words}</a>
                <span class="kith-note">{note}</span>
              </>
            ))}
          />
        </Card>
        <Card title="Waiting for other people" tone="quiet" flush>
          <CardList
            items={[
              <>
                Aaliyah's home search: <strong>3 possible homes</strong> found. <a href="#see">See them</a>
              </>,
              <>
                Rahim's Home Office letter: asked 4 Nov, <a href="#chase">chase</a>
              </>,
            ]}
          />
        </Card>
      </Stack>
    </Columns>
  </>
)
