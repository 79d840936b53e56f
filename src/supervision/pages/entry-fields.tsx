// The fields of a full discussion of one child: life first, then the plan, our thinking, earlier actions, the decision and what follows.
import type { FC } from 'hono/jsx'
import { type Action, isDrift, timesCarried, WHAT_NEXT_LABELS } from '#actions'
import { dayWords, formatDay } from '#calendar'
import {
  AddRow,
  ChoiceField,
  DayField,
  type FieldsProps,
  inRow,
  KindlyNote,
  LineField,
  PickField,
  RemoveRow,
  rowsIn,
  TicksField,
  WordsField,
} from '#forms'
import { Details, DueMark, InsetText } from '#look'
import { nameOfKey } from '#plan-kinds'
import { items, PERMANENCE, PROGRESS } from '../codes-data.ts'
import type { PlanLine } from '../known.ts'
import { isAlike } from '../similarity.ts'
import { alikeWords, closedWords, type EntryGiven } from './entry-given.tsx'
import { KnownCard } from './known-card.tsx'
import { ViewsCard } from './view-forms.tsx'

export type Of = FieldsProps<EntryGiven>

/** A name that a field may have. */
export const keyOf = (part: string): string => part.replace(/[^a-z0-9-]/g, '-')
export const SAME = 'same_because'

const Same: FC<Of> = (of) => (
  <TicksField
    of={of}
    name={SAME}
    label="Is it the same?"
    items={[{ value: 'yes', text: 'Yes, nothing is different for them, and we have looked' }]}
  />
)
const Life: FC<Of> = (of) => {
  const { name, before, known } = of.given
  const alike = isAlike(of.typed.words('life'), before?.words?.life)
  return (
    <>
      <WordsField
        of={of}
        name="life"
        label={`What is life like for ${name} at the moment?`}
        hint={`Start with ${name}. What would they say? What has changed since ${dayWords(known.since)}?`}
      />
      <KindlyNote field="life" says={alike ? alikeWords(name, before) : undefined} answered={of.typed.ticked(SAME)}>
        <Same {...of} />
      </KindlyNote>
      {before?.words !== undefined && (
        <Details summary={`What we wrote on ${dayWords(before.held)}`}>{before.words.life}</Details>
      )}
      <WordsField
        of={of}
        name="theirs"
        label={`What has ${name} said or shown?`}
        hint="In their words. How you know, and when."
        rows={3}
      />
    </>
  )
}

const planLineName = ({ part }: Pick<PlanLine, 'part'>): string => nameOfKey('care plan', part)
const Plan: FC<Of> = (of) => {
  const { plan } = of.given.known
  if (plan.length === 0)
    return (
      <InsetText>
        No plan is agreed that you may read, so nothing is asked of one. Say below what is decided about that.
      </InsetText>
    )
  return (
    <fieldset class="govuk-fieldset kith-rows">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">How far has the plan come?</legend>
      {plan.map((line) => (
        <div>
          <ChoiceField
            of={of}
            inline
            name={`progress_${keyOf(line.part)}`}
            label={planLineName(line)}
            hint={line.text ?? 'Taken out of sight'}
            items={items(PROGRESS)}
          />
          <LineField of={of} name={`shows_${keyOf(line.part)}`} label="What shows it?" />
        </div>
      ))}
    </fieldset>
  )
}
const Permanence: FC<Of> = (of) => (
  <>
    <ChoiceField
      of={of}
      name="permanence"
      label={`Where and with whom ${of.given.name} grows up`}
      items={items(PERMANENCE)}
    />
    <LineField of={of} name="nearer" label="What would bring it nearer?" />
  </>
)
const Thinking: FC<Of> = (of) => (
  <>
    <WordsField of={of} name="well" label="What is going well?" rows={3} />
    <WordsField of={of} name="worries" label="What worries us?" rows={3} />
    <WordsField
      of={of}
      name="thinking"
      label="Our thinking"
      hint="What might be happening underneath? What else could explain it? What are we not seeing? Staff only: it does not join the story."
      rows={4}
    />
  </>
)

const Drift: FC<{ readonly action: Action }> = ({ action }) =>
  isDrift(action) ? <DueMark mark="late" words="It drifts" note={`carried ${timesCarried(action)} times`} /> : null
export const Earlier: FC<Of> = (of) => {
  const { earlier, onTheWay, name } = of.given
  return (
    <>
      {earlier.length > 0 && <h2 class="govuk-heading-m">What became of earlier actions</h2>}
      {earlier.map((action) => (
        <fieldset class="govuk-fieldset kith-rows">
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">
            {action.what ?? 'Taken out of sight'} <Drift action={action} />
          </legend>
          <p class="govuk-hint">
            Meant to change: {action.intended ?? 'taken out of sight'}.{' '}
            {'day' in action.due ? `Promised for ${formatDay(action.due.day)}.` : `No day: ${action.due.none}.`}
          </p>
          <ChoiceField
            of={of}
            inline
            name={`came_${action.line}`}
            label="What became of it?"
            items={[
              { value: 'done', text: 'Done' },
              { value: 'not done', text: 'Not done' },
              { value: 'no longer needed', text: 'No longer needed' },
              {
                value: 'carried on',
                text: isDrift(action) || timesCarried(action) > 0 ? 'Carried on once more' : 'Carried on',
              },
            ]}
          />
          <LineField of={of} name={`said_${action.line}`} label={`What changed for ${name}; or why not`} />
          <DayField of={of} name={`until_${action.line}`} label="If carried on: until when?" looks="ahead" />
        </fieldset>
      ))}
      {onTheWay.length > 0 && (
        <Details summary={`On its way: ${onTheWay.length}`}>
          <ul class="govuk-list govuk-list--bullet">
            {onTheWay.map(({ what, due }) => (
              <li>
                {what ?? 'Taken out of sight'} ({'day' in due ? formatDay(due.day) : due.none})
              </li>
            ))}
          </ul>
        </Details>
      )}
    </>
  )
}

const Decision: FC<Of> = (of) => (
  <>
    <WordsField
      of={of}
      name="decision"
      label="Manager’s decision"
      hint={`It stands on ${of.given.name}’s record at once, marked as not yet agreed until both have signed.`}
      rows={3}
    />
    <WordsField of={of} name="reasons" label="Reasons" rows={3} />
  </>
)
export const ACTION_ROWS = { next: ['next', 'intended', 'owner', 'who', 'by_when'] } as const
export const NextActions: FC<{
  readonly of: Omit<Of, 'given'>
  readonly owners: EntryGiven['owners']
  readonly name: string
}> = ({ of, owners, name }) => {
  const rows = rowsIn(of, 'next')
  return (
    <fieldset class="govuk-fieldset kith-rows">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">What we will do</legend>
      {rows.map((at) => {
        const row = inRow(of, at)
        return (
          <div class="kith-row">
            <LineField of={row} name="next" label={WHAT_NEXT_LABELS.next} />
            <LineField of={row} name="intended" label={`What it is meant to change for ${name}`} />
            <PickField of={row} name="owner" label="Who" items={owners} none="Somebody else" />
            <LineField of={row} name="who" label="Who else, if somebody else" />
            <DayField of={row} name="by_when" label={WHAT_NEXT_LABELS.by_when} looks="ahead" />
            {rows.length > 1 && <RemoveRow row="next" at={at} what={`number ${at + 1}`} />}
          </div>
        )
      })}
      <AddRow row="next">Add another action</AddRow>
    </fieldset>
  )
}

const Closed: FC<Of> = ({ given }) => {
  const closed = closedWords(given)
  return closed === undefined ? null : <InsetText>{closed}</InsetText>
}
export const TextFields: FC<Of> = (of) => (
  <>
    <Closed {...of} />
    <Life {...of} />
    <Plan {...of} />
    <Permanence {...of} />
    <Thinking {...of} />
    <Decision {...of} />
  </>
)
export const EntryFields: FC<Of> = (of) => (
  <>
    <Closed {...of} />
    <ViewsCard views={of.given.views} nameOf={of.given.nameOf} />
    <KnownCard known={of.given.known} name={of.given.name} />
    <Life {...of} />
    <Plan {...of} />
    <Permanence {...of} />
    <Thinking {...of} />
    <Earlier {...of} />
    <Decision {...of} />
    <NextActions of={of} owners={of.given.owners} name={of.given.name} />
  </>
)
