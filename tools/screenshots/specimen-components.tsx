// Every component that no other invented page shows.
import type { FC } from 'hono/jsx'
import {
  Breadcrumbs,
  Button,
  Card,
  Columns,
  Details,
  DueMark,
  EmptyState,
  FileUpload,
  FilterForm,
  FoldedCard,
  Input,
  InsetText,
  NotificationBanner,
  PageHead,
  Paging,
  Panel,
  ReasonsList,
  Select,
  Stack,
  SummaryList,
  Table,
  Tabs,
  Tag,
  Textarea,
  Voice,
  WarningText,
} from '#look'

const TONES = ['grey', 'green', 'blue', 'purple', 'yellow', 'red'] as const

export const Components: FC = () => (
  <>
    <Breadcrumbs
      items={[
        { text: 'Homes and matching', href: '#1' },
        { text: 'Home searches', href: '#2' },
        { text: 'Aaliyah Bennett' },
      ]}
    />
    <PageHead title="Components" lead="All that is not on another of these pages" />
    <NotificationBanner type="success" title="Done">
      The visit is recorded. <a href="#undo">Undo</a>
    </NotificationBanner>
    <Columns kind="even">
      <Stack>
        <Card title="States and tags">
          <p>
            <DueMark mark="late" words="4 days late" /> <DueMark mark="soon" words="Wed 25 Nov" />{' '}
            <DueMark mark="later" words="15 Dec" /> <DueMark mark="far" words="2 Apr" />{' '}
            <DueMark mark="done" words="Done 13 Nov" /> <DueMark mark="unknown" words="Not known" />
          </p>
          <p>
            {TONES.map((tone) => (
              <>
                <Tag classes={`govuk-tag--${tone}`}>{tone}</Tag>{' '}
              </>
            ))}
          </p>
        </Card>
        <Card title="Reasons">
          <ReasonsList
            reasons={[
              { kind: 'yes', words: '2.3 miles from Jaden, who could walk or cycle' },
              { kind: 'think', words: 'A boy of 16 lives there. Plan how they meet' },
              { kind: 'unknown', words: 'Would they have Jaden to stay at weekends?' },
              { kind: 'no', words: '12.4 miles from Jaden (must be 5 or less)' },
            ]}
          />
        </Card>
        <Card title="Buttons">
          <div class="govuk-button-group">
            <Button>Save</Button>
            <Button kind="secondary">Save for later</Button>
            <Button kind="warning">Restrict this record</Button>
            <Button disabled>Sent</Button>
            <Button kind="secondary" classes="kith-button--small">
              Pick a date
            </Button>
          </div>
        </Card>
        <Card title="Filter">
          <FilterForm action="#" label="Filter" reset={{ to: '#', words: 'Show all' }}>
            <Input name="name" label="Name or id" />
            <Select name="team" label="Team" items={[{ text: 'All teams' }, { text: 'Leaving care' }]} />
          </FilterForm>
          <Paging page={4} pages={12} from={151} to={200} of={1342} address={(page) => `#${page}`} />
        </Card>
        <EmptyState title="Nothing waiting" action={<a href="#done">See what you decided</a>}>
          Approvals come here when somebody asks you.
        </EmptyState>
        <FoldedCard title="Done" count={31} beside="2 done late">
          <p>Folded until asked.</p>
        </FoldedCard>
      </Stack>
      <Stack>
        <Card title="A summary" flush>
          <div class="kith-card__body">
            <SummaryList
              rows={[
                {
                  key: 'Day',
                  value: 'Tue 24 Nov 2026',
                  actions: { items: [{ href: '#', text: 'Change', visuallyHiddenText: 'day' }] },
                },
                {
                  key: 'Seen alone',
                  value: 'Yes',
                  actions: { items: [{ href: '#', text: 'Change', visuallyHiddenText: 'seen alone' }] },
                },
              ]}
            />
          </div>
        </Card>
        <Table
          caption="Moves"
          head={['From', 'To', { text: 'Nights', format: 'numeric' }]}
          rows={[
            ['9 Mar 2023', '26 Apr 2023', { text: 48, format: 'numeric' }],
            ['26 Apr 2023', '11 Dec 2025', { text: 960, format: 'numeric' }],
          ]}
        />
        <Tabs
          idPrefix="tab"
          items={[
            { label: 'This week', panel: 'Two visits.' },
            { label: 'Next week', panel: 'One review.' },
          ]}
        />
        <InsetText>A lawyer has not checked these rules.</InsetText>
        <WarningText>Ring before you share this address.</WarningText>
        <Details summary="What counts as seen alone">Out of sight and hearing of everybody in the household.</Details>
        <FileUpload name="photo" label="A photo for her memory box" hint="JPEG or PNG, 10 MB at most" />
        <Panel title="Plan agreed" headingLevel={2}>
          Helen has been told.
        </Panel>
      </Stack>
    </Columns>
  </>
)

/** What carers and children will have: large, narrow, few things on a page. */
export const Portal: FC = () => (
  <>
    <PageHead title="Hi Lina" lead="Only you and Priya see what you write here." />
    <Stack>
      <Card title="How are things today?">
        <Textarea name="say" label="Want to say more? You don't have to." />
        <Button>Send to Priya</Button>
      </Card>
      <Card title="You asked. We answered.">
        <Voice words="I want to see Jaden every week." who="You" when="20 November" />
        <p>
          <strong>Yes.</strong> From 5 December it is every Saturday.
        </p>
      </Card>
    </Stack>
  </>
)
