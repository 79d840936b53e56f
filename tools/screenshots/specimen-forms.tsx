// Invented forms: a visit being recorded with a mistake in it, and a plan that two people wrote at once.
import type { FC } from 'hono/jsx'
import {
  Button,
  Card,
  CharacterCount,
  Checkboxes,
  ChildHeader,
  Columns,
  ConflictDiff,
  DateInput,
  ErrorSummary,
  Facts,
  FactWithSource,
  Input,
  Notice,
  PageHead,
  Radios,
  SaveStatus,
  Select,
  Stack,
  Steps,
  StickyBar,
  Textarea,
  Voice,
} from '#look'
import { AALIYAH } from './specimen-record.tsx'

const keep = (value: string, text: string) => (
  <Radios name="keep" idPrefix={`keep-${value}`} items={[{ value, text }]} formGroup={{ classes: 'kith-flat' }} />
)

export const Conflict: FC = () => (
  <>
    <ChildHeader {...AALIYAH} here="#plan" />
    <Notice title="Ana Costa saved this plan at 14:06, while you were writing" tone="warn" role="alert">
      <p>
        Nothing you typed is lost. We kept <a href="#copy">a copy of your whole draft</a>. You both changed{' '}
        <strong>1 part</strong>. Choose what to keep.
      </p>
    </Notice>
    <form method="post">
      <Card title="Time with family: brothers and sisters" beside="Part 4 of 9" flush>
        <div class="kith-card__body">
          <ConflictDiff
            theirs={{
              heading: 'Saved now, by Ana Costa',
              parts: [
                { text: 'Aaliyah sees Jaden every two weeks on Saturday, ', kind: 'same' },
                { text: 'at the leisure centre. Sue takes her.', kind: 'added' },
              ],
              below: keep('theirs', "Keep Ana's"),
            }}
            yours={{
              heading: 'Yours, not saved yet',
              parts: [
                { text: 'Aaliyah sees Jaden ', kind: 'same' },
                { text: 'every two weeks', kind: 'removed' },
                { text: ' ', kind: 'same' },
                { text: 'every week from 5 December', kind: 'added' },
                { text: ' on Saturday', kind: 'same' },
                { text: ', because she asked for this on 20 November', kind: 'added' },
                { text: '.', kind: 'same' },
              ],
              below: keep('yours', 'Keep yours'),
            }}
          />
          {keep('both', 'Put both together')}
          <Textarea
            name="both"
            label="Both together"
            rows={3}
            value="Aaliyah sees Jaden every week from 5 December, on Saturday at the leisure centre, because she asked for this on 20 November. Sue takes her."
          />
        </div>
        <StickyBar>
          <Button>Save the plan</Button>
          <a href="#message">Message Ana first</a>
          <a href="#who">See who changed what</a>
        </StickyBar>
      </Card>
    </form>
  </>
)

export const VisitForm: FC = () => (
  <>
    <ErrorSummary errorList={[{ href: '#day', text: 'Say on which day you saw Connor' }]} />
    <PageHead title="Visit to Connor" lead="Tuesday 24 November 2026" actions={<SaveStatus>Saved 15:12</SaveStatus>} />
    <Columns kind="steps">
      <Steps
        label="Parts of this visit"
        steps={[
          { to: '#1', words: 'About the visit', state: 'Done', done: true },
          { to: '#2', words: 'His words', state: 'Now', current: true },
          { to: '#3', words: 'His room', state: 'To do', inner: true },
          { to: '#4', words: 'Worries', state: 'To do' },
        ]}
      />
      <form method="post">
        <Card title="Connor Walsh, 9" beside="6 questions" flush>
          <div class="kith-card__body">
            <Input
              name="day"
              label="Which day?"
              hint="Such as 24 Nov, or yesterday"
              classes="govuk-input--width-10"
              errorMessage="Say on which day you saw Connor"
            />
            <DateInput id="born" fieldset={{ legend: 'When was he born?' }} values={{ day: 3, month: 5, year: 2017 }} />
            <Checkboxes
              name="who"
              fieldset={{ legend: 'Who did you see?' }}
              values={['connor', 'alone']}
              items={[
                { value: 'connor', text: 'Connor' },
                { value: 'alone', text: 'Connor on his own', hint: 'Out of the hearing of anyone else' },
                { value: 'jo', text: 'Jo (carer)' },
              ]}
            />
            <Radios
              name="room"
              classes="govuk-radios--inline"
              fieldset={{ legend: 'Did you see his bedroom?' }}
              value="yes"
              items={[
                { value: 'yes', text: 'Yes' },
                { value: 'no', text: 'No' },
              ]}
            />
            <Textarea
              name="words"
              label="Connor, in his own words or play"
              value="“I growed 14 carrots.” Drew the allotment with Nan in it."
            />
            <CharacterCount
              name="to"
              label="To Connor: what we did and talked about"
              hint="Write it to him. He may read this one day."
              maxlength={20000}
            />
            <Select name="where" label="Where" items={[{ text: 'At home' }, { text: 'At school' }]} />
          </div>
          <StickyBar note="Draft saved as you type. Nothing is shared until you finish.">
            <Button>Finish visit</Button>
            <Button kind="secondary" name="later" value="yes">
              Save and carry on later
            </Button>
          </StickyBar>
        </Card>
      </form>
      <Beside />
    </Columns>
  </>
)

const Beside: FC = () => (
  <Stack>
    <Card title="From the record" tone="quiet">
      <Facts
        kind="down"
        facts={[
          { name: 'Last seen by Priya', fact: { words: '9 Oct' } },
          {
            name: 'Seen alone',
            fact: {
              words: (
                <FactWithSource source="visit 9 Oct" to="#v">
                  Yes
                </FactWithSource>
              ),
            },
          },
          { name: 'Attendance', fact: 'not known' },
        ]}
      />
    </Card>
    <Card title="Connor's words">
      <Voice
        words="I growed 14 carrots. Nan would like them."
        who="Connor"
        when="his page, 15 Nov"
        maySee="You and Helen may read this"
      />
    </Card>
  </Stack>
)
