// Two people changed one thing: both texts side by side, what differs marked, and nothing dropped.
import type { FC } from 'hono/jsx'
import { Textarea } from '#look'
import { type Answer, page } from '#web'
import { type ClashingField, type Difference, differences, type Joined } from '../clash.ts'
import type { At, Standing } from '../form.ts'
import type { FormDefinition, Open } from '../form-store.ts'
import { addressOf, savedAt } from './form.tsx'
import { FormButtons, FormFrame } from './parts.tsx'

const Marked: FC<{ readonly parts: readonly Difference[] }> = ({ parts }) => (
  <p class="clash-text">
    {parts.map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? <ins>{text}</ins> : <del>{text}</del>))}
  </p>
)

type Sided = { readonly field: ClashingField; readonly label: string; readonly by: string }

const Choice: FC<{
  readonly field: string
  readonly value: string
  readonly words: string
  readonly chosen?: boolean
}> = ({ field, value, words, chosen = false }) => (
  <div class="govuk-radios govuk-radios--small">
    <div class="govuk-radios__item">
      <input
        class="govuk-radios__input"
        type="radio"
        id={`${field}-${value}`}
        name={`_choose_${field}`}
        value={value}
        checked={chosen}
      />
      <label class="govuk-label govuk-radios__label" for={`${field}-${value}`}>
        {words}
      </label>
    </div>
  </div>
)

const Field: FC<Sided> = ({ field: { field, base, theirs, yours }, label, by }) => (
  <fieldset class="govuk-fieldset clash">
    <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{label}</legend>
    <input type="hidden" name={`_theirs_${field}`} value={theirs} />
    <div class="clash-sides">
      <div>
        <h3>Saved now, by {by}</h3>
        <Marked parts={differences(base, theirs)} />
        <Choice field={field} value="theirs" words={`Keep what ${by} saved`} />
      </div>
      <div>
        <h3>Yours, not saved yet</h3>
        <Marked parts={differences(base, yours)} />
        <Choice field={field} value="yours" words="Keep yours" />
      </div>
    </div>
    <Choice field={field} value="both" words="Put both together" chosen />
    <Textarea
      name={`_both_${field}`}
      label={{ text: `${label}: both together`, classes: 'govuk-visually-hidden' }}
      value={`${theirs}\n\n${yours}`}
      rows={6}
    />
  </fieldset>
)

type Shown<Given> = {
  readonly open: Open<Given>
  readonly standing: Standing
  readonly joined: Joined
  readonly at: At
}

/** Every field of the form goes on with it, hidden where nobody has to decide. */
export function clashPage<Given, Ok>(
  form: FormDefinition<Given, Ok>,
  { open, standing, joined, at }: Shown<Given>,
): Answer {
  const title = `Two people changed this: ${form.words.title(open.given)}`
  const carried = { form: form.name, draft: open.draft.id, revision: open.draft.revision, read: standing.id }
  const { length } = joined.clashing
  const main = (
    <FormFrame to={addressOf(form.path, at)} carried={{ ...carried, child: at.child, about: at.about }}>
      <div class="clash-notice" role="alert" tabindex={-1}>
        <h1 class="govuk-heading-m">
          {standing.by} saved this {savedAt(standing.at)}, while you were writing
        </h1>
        <p>
          Nothing you typed is lost. You both changed {length === 1 ? 'one part' : `${length} parts`}: choose what to
          keep.{joined.joined > 0 && ` ${joined.joined} more of your changes do not clash and are in already.`}
        </p>
      </div>
      {Object.entries(joined.values).flatMap(([name, list]) =>
        name.startsWith('_') ? [] : list.map((value) => <input type="hidden" name={name} value={value} />),
      )}
      {joined.clashing.map((field) => (
        <Field field={field} label={form.words.fields[field.field] ?? field.field} by={standing.by} />
      ))}
      <FormButtons button={form.words.button} />
    </FormFrame>
  )
  return page({ title, here: form.here, status: 409, main })
}
