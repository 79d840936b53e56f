// Before a child is brought into care: is somebody of this name here already? Posted, since an address keeps what is in it.
import type { FC } from 'hono/jsx'
import { formatDay, type IsoDay, parseDay, spokenDay } from '#calendar'
import { type ChildHeader, childrenLookedFor } from '#children'
import { Button, ErrorSummary, Input } from '#look'
import type { LookedFor } from '#sessions'
import { type Answer, FormToken, notFound, page, redirect, type Visit } from '#web'
import { teamsTo } from '#workforce'

export type Typed = { readonly name: string; readonly born: string; readonly number: string }
const NOTHING: Typed = { name: '', born: '', number: '' }

const Search: FC<{ readonly typed: Typed; readonly wrong?: Wrong | undefined }> = ({ typed, wrong }) => (
  <form method="post" action="/comes-into-care" class="form" novalidate>
    <FormToken />
    <Input
      name="name"
      label="Any name that you know"
      value={typed.name}
      autocomplete="off"
      errorMessage={wrong?.field === 'name' ? wrong.says : undefined}
    />
    <Input
      name="born"
      label="Birth date, if you know it"
      hint="For example 30 Apr 2014"
      value={typed.born}
      autocomplete="off"
      classes="govuk-input--width-10"
      errorMessage={wrong?.field === 'born' ? wrong.says : undefined}
    />
    <Input
      name="number"
      label="A number of theirs, if you know it"
      hint="NHS number, pupil number, or a number in another system"
      value={typed.number}
      autocomplete="off"
      classes="govuk-input--width-20"
    />
    <Button>Look for them</Button>
  </form>
)

const Found: FC<{ readonly found: readonly ChildHeader[] }> = ({ found }) =>
  found.length === 0 ? (
    <p>There is nobody of this name, birth date or number whom you may see.</p>
  ) : (
    <>
      <p>Is it one of these? Then use their record, so that nothing of theirs is in two places.</p>
      <ul class="govuk-list">
        {found.map(({ child, name, born }) => {
          const day = parseDay(born ?? '')
          return (
            <li>
              <a class="govuk-link" href={`/children/${child}/record`}>
                {name ?? 'No name is known'}
              </a>
              {day !== undefined && `, born ${formatDay(day)}`}
            </li>
          )
        })}
      </ul>
    </>
  )

/** Goes on to the form with what was typed already in it. */
const GoOn: FC<{ readonly typed: Typed; readonly draft: string }> = ({ typed, draft }) => {
  const [given = '', ...family] = typed.name.trim().split(/\s+/)
  const known = { given, family: family.join(' '), born: typed.born, since: 'today', who_may_know: 'all' }
  return (
    <form method="post" action="/comes-into-care/new">
      <FormToken />
      <input type="hidden" name="_form" value="comes-into-care" />
      <input type="hidden" name="_draft" value={draft} />
      <input type="hidden" name="_revision" value="0" />
      <input type="hidden" name="born_basis" value="told" />
      {Object.entries(known).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <Button name="_do" value="add:due">
        It is somebody new
      </Button>
    </form>
  )
}

const TITLE = 'A child comes into care'

const BORN_FAULT = 'Write the birth date as a day, for example 30 Apr 2014, or leave it empty.'

const mayReceive = async ({ door, who }: Visit): Promise<boolean> =>
  await door.as(who, async (asking) => (await teamsTo(asking, 'receive')).length > 0)

/** What was typed is kept beside the session: a name stands in no address, and Back leads to the page again. */
export const askForChild =
  (looked: LookedFor<Typed>) =>
  async (visit: Visit): Promise<Answer> => {
    if (!(await mayReceive(visit))) return notFound
    const field = (name: string): string => (visit.field(name) ?? '').trim().slice(0, 200)
    const typed = { name: field('name'), born: field('born'), number: field('number') }
    return redirect(`/comes-into-care?looked=${looked.keep(visit.me.session.handle, typed)}`)
  }

type Looked = { readonly typed: Typed; readonly found: readonly ChildHeader[]; readonly draft: string }
/** What there is to put right, and in which field. */
type Wrong = { readonly field: 'name' | 'born'; readonly says: string }

function wrongIn({ name, born, number }: Typed, today: IsoDay): Wrong | undefined {
  if (born !== '' && spokenDay(born, today, 'back') === undefined) return { field: 'born', says: BORN_FAULT }
  if (name + born + number === '') return { field: 'name', says: 'Write a name, a birth date or a number.' }
  return undefined
}

const First = () => (
  <>
    <h1 class="govuk-heading-l">{TITLE}</h1>
    <p>First look whether the record knows them.</p>
    <Search typed={NOTHING} />
  </>
)
const Again: FC<Looked & { readonly wrong: Wrong | undefined }> = ({ typed, found, draft, wrong }) => (
  <>
    {wrong !== undefined && (
      <ErrorSummary
        title="There is something to put right"
        errorList={[{ text: wrong.says, href: `#${wrong.field}` }]}
      />
    )}
    <h1 class="govuk-heading-l">{TITLE}</h1>
    {wrong === undefined && <Found found={found} />}
    {wrong === undefined && <GoOn typed={typed} draft={draft} />}
    <h2 class="govuk-heading-m">Look again</h2>
    <Search typed={typed} wrong={wrong} />
  </>
)

/** Nobody who may not bring a child in sees more than that there is no such page. */
export const showSearch =
  (looked: LookedFor<Typed>) =>
  async (visit: Visit): Promise<Answer> => {
    const { door, who, today, me, query } = visit
    if (!(await mayReceive(visit))) return notFound
    const typed = looked.find(me.session.handle, Number(query('looked')))
    const wrong = typed && wrongIn(typed, today)
    const shown = await door.as(who, async (asking) => {
      if (typed === undefined) return { found: [], draft: '' }
      const born = spokenDay(typed.born, today, 'back') ?? null
      const found = wrong === undefined ? await childrenLookedFor(asking, { ...typed, born }) : []
      return { found, draft: (await asking.newIds(1))[0] ?? '' }
    })
    const main = typed === undefined ? <First /> : <Again typed={typed} {...shown} wrong={wrong} />
    return page({ title: TITLE, here: '/comes-into-care', main, status: wrong === undefined ? 200 : 422 })
  }
