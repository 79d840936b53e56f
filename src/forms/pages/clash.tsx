// Two people changed one thing: both texts side by side, what differs marked, and nothing dropped.
import type { FC } from 'hono/jsx'
import { Card, ConflictDiff, Notice, Radios, Textarea } from '#look'
import { type Answer, page } from '#web'
import { type ClashingField, differences, type Joined } from '../clash.ts'
import type { At, Standing } from '../form.ts'
import type { FormDefinition, Open } from '../form-store.ts'
import { addressOf, savedAt } from '../said.ts'
import { aboutChild, FormButtons, FormFrame } from './parts.tsx'

type Sided = { readonly field: ClashingField; readonly label: string; readonly by: string }

const Choice: FC<{
  readonly field: string
  readonly value: string
  readonly words: string
  readonly chosen?: boolean
}> = ({ field, value, words, chosen = false }) => (
  <Radios
    name={`_choose_${field}`}
    idPrefix={`${field}-${value}`}
    items={[{ value, text: words, checked: chosen }]}
    formGroup={{ classes: 'kith-flat' }}
  />
)

const Field: FC<Sided> = ({ field: { field, base, theirs, yours }, label, by }) => (
  <Card title={label} flush>
    <div class="kith-card__body">
      <input type="hidden" name={`_theirs_${field}`} value={theirs} />
      <ConflictDiff
        theirs={{
          heading: `Saved now, by ${by}`,
          parts: differences(base, theirs),
          below: <Choice field={field} value="theirs" words={`Keep what ${by} saved`} />,
        }}
        yours={{
          heading: 'Yours, not saved yet',
          parts: differences(base, yours),
          below: <Choice field={field} value="yours" words="Keep yours" />,
        }}
      />
      <Choice field={field} value="both" words="Put both together" chosen />
      <Textarea name={`_both_${field}`} label={`${label}: both together`} value={`${theirs}\n\n${yours}`} rows={6} />
    </div>
  </Card>
)

type Shown<Given> = {
  readonly open: Open<Given>
  readonly standing: Standing
  readonly joined: Joined
  readonly at: At
}

/** Every field of the form goes on with it, hidden where nobody has to decide. */
export function clashPage<Given, Ok, File>(
  form: FormDefinition<Given, Ok, File>,
  { open, standing, joined, at }: Shown<Given>,
): Answer {
  const title = `Two people changed this: ${form.words.title(open.given)}`
  const carried = { form: form.name, draft: open.draft.id, revision: open.draft.revision, read: standing.id }
  const { length } = joined.clashing
  const main = (
    <FormFrame
      to={addressOf(form.path, at)}
      carried={{ ...carried, child: at.child, about: at.about }}
      files={form.takes !== undefined}
    >
      <h1>{title}</h1>
      <Notice
        title={`${standing.by} saved this ${savedAt(standing.at)}, while you were writing`}
        tone="warn"
        role="alert"
      >
        <p>
          Nothing you typed is lost. You both changed {length === 1 ? 'one part' : `${length} parts`}: choose what to
          keep.{joined.joined > 0 && ` ${joined.joined} more of your changes do not clash and are in already.`}
        </p>
      </Notice>
      {Object.entries(joined.values).flatMap(([name, list]) =>
        name.startsWith('_') ? [] : list.map((value) => <input type="hidden" name={name} value={value} />),
      )}
      {joined.clashing.map((field) => (
        <Field field={field} label={form.words.fields[field.field] ?? field.field} by={standing.by} />
      ))}
      <FormButtons button={form.words.button} />
    </FormFrame>
  )
  return page({ title, here: form.here, status: 409, main, ...aboutChild(at) })
}
