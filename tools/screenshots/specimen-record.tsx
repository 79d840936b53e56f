// An invented child's record: its head, the timeline, the story, numbers.
import type { FC } from 'hono/jsx'
import { day } from '#calendar'
import {
  Card,
  CardList,
  ChildHeader,
  type ChildHeaderProps,
  Chips,
  Columns,
  Facts,
  Stack,
  Timeline,
  type TimelineEntry,
} from '#look'

export const AALIYAH: Omit<ChildHeaderProps, 'here'> = {
  id: 'aaliyah',
  name: 'Aaliyah Bennett',
  likesToBeCalled: 'Lina',
  pronouns: 'she/her',
  age: '14 years 5 months',
  born: '8 June 2012',
  recordNumber: '40417',
  mustKnow: [
    {
      kind: 'wish',
      words: (
        <>
          Wants her <strong>brother Jaden</strong> told first about any move
        </>
      ),
    },
    {
      kind: 'harm',
      words: (
        <>
          <strong>Nut allergy</strong>, carries EpiPen
        </>
      ),
    },
    {
      kind: 'private',
      words: (
        <>
          Mum's address must not be shared with <strong>Mr D Cole</strong>
        </>
      ),
    },
  ],
  facts: {
    livesWith: { words: 'Sue and Mark Ellison', note: 'Foster home, Harrow Green · since Dec 2025' },
    legalStatus: { words: 'Care order (s31)', note: 'since 14 Mar 2024' },
    longTermPlan: { words: 'Long-term fostering', note: 'agreed 21 July 2026' },
    socialWorker: { words: 'Priya Nair', note: 'her third · since Feb 2025' },
    reviewingOfficer: { words: 'Helen Marsh', note: 'spoke to her 2 Nov' },
    school: { words: 'Harrow Green Academy', note: 'Year 10 · 94% attendance' },
  },
  record: ['Visit', 'Phone call or message', 'Meeting', 'Family time', 'Something happened', 'Good news'].map(
    (words) => ({ to: '#record', words }),
  ),
  more: ['Print', 'Who has looked', 'Correct something'].map((words) => ({ to: '#more', words })),
  tabs: [
    { to: '#overview', words: 'Overview' },
    { to: '#story', words: 'Her story' },
    { to: '#family', words: 'Family and people' },
    { to: '#lives', words: 'Where she lives' },
    { to: '#plan', words: 'Plan and reviews' },
    { to: '#learning', words: 'Learning' },
    { to: '#health', words: 'Health' },
    { to: '#visits', words: 'Visits and notes' },
    { to: '#documents', words: 'Documents' },
  ],
}

const EVENTS: readonly TimelineEntry[] = [
  {
    day: day('2026-11-20'),
    age: 'aged 14',
    title: 'What Lina told us',
    chip: { words: 'Her voice', tone: 'purple' },
    kind: 'voice',
    quote:
      "I don't want to move far. I want to see Jaden every week not every two weeks. And I want to keep Year 10 art.",
    meta: (
      <>
        Sent by Aaliyah from her page · read by Priya Nair 20 Nov 17:41 · <a href="#did">What we did about it</a>
      </>
    ),
  },
  {
    day: day('2026-11-02'),
    age: 'aged 14',
    title: 'Helen (reviewing officer) met Lina before her review',
    words: 'Helen and Lina talked about the long-term home and what would make a good one.',
    meta: (
      <>
        Helen Marsh · 2 Nov 2026 · <a href="#note">Read the full note</a>
      </>
    ),
  },
  {
    day: day('2026-07-21'),
    age: 'aged 14',
    title: 'Review agreed the plan: a long-term foster home near Jaden',
    chip: { words: 'Review decision', tone: 'blue' },
    kind: 'key',
    words: 'Three decisions. Two done, one open: find a home before July 2027.',
    meta: 'Review chaired by Helen Marsh · Lina came and spoke first',
  },
  {
    day: day('2025-12-11'),
    age: 'aged 13',
    title: 'Moved to live with Sue and Mark Ellison',
    chip: { words: 'Move' },
    kind: 'key',
    words: "A planned move. Four visits first. She chose the colour of her room. 1.2 miles from Jaden's home.",
    meta: 'Recorded by Priya Nair',
  },
  {
    day: day('2025-07-12'),
    age: 'aged 13',
    title: 'Won the under-14 prize at the county art show',
    chip: { words: 'Good news', tone: 'green' },
    words: 'Ruth and Ian took her to the prize-giving. Picture kept for her memory box.',
    meta: 'Written by Ruth (foster carer) · checked by Priya Nair',
  },
]

export const Record: FC = () => (
  <>
    <ChildHeader {...AALIYAH} here="#story" />
    <Columns>
      <Card title="What has happened" beside={<a href="#court">Chronology for court</a>} flush>
        <div class="kith-card__note">
          <Chips
            label="Show"
            chips={[
              { to: '#key', words: 'Key events', count: 31, current: true },
              { to: '#everything', words: 'Everything', count: 412 },
              { to: '#voice', words: 'Her voice', count: 18 },
              { to: '#good', words: 'Good news', count: 24 },
              { to: '#moves', words: 'Moves' },
            ]}
          />
        </div>
        <Timeline entries={EVENTS} />
      </Card>
      <Stack>
        <Card title="The story so far" tone="quiet" beside={<a href="#change">Change</a>}>
          <p>
            Lina, you came to live in foster care in March 2023, when you were 10. Home had stopped being safe for you
            and Jaden after Mum became very unwell.
          </p>
          <p>You stayed first with Pat, then with Ruth and Ian. In December 2025 you moved in with Sue and Mark.</p>
          <p class="kith-quiet">Written to Aaliyah by Priya Nair, 9 Nov 2026. She read it with Priya.</p>
        </Card>
        <Card title="In numbers">
          <Facts
            kind="down"
            facts={[
              { name: 'Homes since coming into care', fact: { words: '3' } },
              { name: 'Nights in this home', fact: { words: '348' } },
              { name: "Miles from Mum's home", fact: { words: '4.1' } },
              { name: 'Times missing this year', fact: 'not known' },
            ]}
          />
        </Card>
        <Card title="Gaps we could fill" flush>
          <CardList
            items={[
              <>
                No photo of Pat's house. <a href="#add">Add</a>
              </>,
              <>
                Nobody has written about Year 6. <a href="#ask">Ask Ruth and Ian</a>
              </>,
            ]}
          />
        </Card>
      </Stack>
    </Columns>
  </>
)
