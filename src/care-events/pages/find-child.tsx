// Before a child is brought into care: is somebody of this name here already? Posted, since an address keeps what is in it.
import type { FC } from 'hono/jsx'
import { formatDay, parseDay, spokenDay } from '#calendar'
import { type ChildHeader, childrenLookedFor } from '#children'
import { Button, ErrorSummary, Input } from '#look'
import { type Answer, FormToken, notFound, page, type Visit } from '#web'
import { teamsTo } from '#workforce'

type Typed = { readonly name: string; readonly born: string; readonly number: string }
const NOTHING: Typed = { name: '', born: '', number: '' }

const Search: FC<{ readonly typed: Typed; readonly fault?: string | undefined }> = ({ typed, fault }) => (
  <form method="post" action="/comes-into-care" class="form" novalidate>
    <FormToken />
    <Input name="name" label="Any name that you know" value={typed.name} autocomplete="off" />
    <Input
      name="born"
      label="Birth date, if you know it"
      hint="For example 30 Apr 2014"
      value={typed.born}
      autocomplete="off"
      classes="govuk-input--width-10"
      errorMessage={fault}
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

/** Nobody who may not bring a child in sees more than that there is no such page. */
export async function showSearch(visit: Visit): Promise<Answer> {
  const teams = await visit.door.as(visit.who, async (asking) => await teamsTo(asking, 'receive'))
  if (teams.length === 0) return notFound
  const main = (
    <>
      <h1 class="govuk-heading-l">{TITLE}</h1>
      <p>First look whether the record knows them.</p>
      <Search typed={NOTHING} />
    </>
  )
  return page({ title: TITLE, here: '/comes-into-care', main })
}

const BORN_FAULT = 'Write the birth date as a day, for example 30 Apr 2014, or leave it empty.'

export async function searchChild(visit: Visit): Promise<Answer> {
  const field = (name: string): string => (visit.field(name) ?? '').trim()
  const typed = { name: field('name'), born: field('born'), number: field('number') }
  const born = typed.born === '' ? null : (spokenDay(typed.born, visit.today, 'back') ?? undefined)
  const looked = await visit.door.as(visit.who, async (asking) => {
    if ((await teamsTo(asking, 'receive')).length === 0) return undefined
    const found = born === undefined ? [] : await childrenLookedFor(asking, { ...typed, born })
    return { found, draft: (await asking.newIds(1))[0] ?? '' }
  })
  if (looked === undefined) return notFound
  const asked = Object.values(typed).some((text) => text !== '')
  const fault = born === undefined ? BORN_FAULT : undefined
  const nothing = asked ? undefined : 'Write a name, a birth date or a number.'
  const says = fault ?? nothing
  const main = (
    <>
      {says !== undefined && (
        <ErrorSummary
          title="There is something to put right"
          errorList={[{ text: says, href: fault === undefined ? '#name' : '#born' }]}
        />
      )}
      <h1 class="govuk-heading-l">{TITLE}</h1>
      {says === undefined && <Found found={looked.found} />}
      {says === undefined && <GoOn typed={typed} draft={looked.draft} />}
      <h2 class="govuk-heading-m">Look again</h2>
      <Search typed={typed} fault={fault} />
    </>
  )
  return page({ title: TITLE, here: '/comes-into-care', main, status: says === undefined ? 200 : 422 })
}
