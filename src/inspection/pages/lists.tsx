// The lists that an inspection asks for: what is in each, what is empty and why, and the workbook to take out.

import { holdsTheirOwn, mayTakeOut, noteTakenOut } from '#access'
import { ANNEX_A, annexA, EMPTY_COLUMNS, EMPTY_LISTS, type Postcodes, READING, streamOfLists } from '#annex-a'
import { formatDay } from '#calendar'
import { itemsOf } from '#forms'
import { Button, Card, Columns, type DutyRow, DutyTable, PageHead, Select } from '#look'
import { type Answer, download, FormToken, type Handler, page, type Visit } from '#web'
import { HERE, refusal } from './parts.tsx'

const WHY = {
  'for the inspection': 'An inspection asked for it',
  'to get ready': 'To get ready for an inspection',
  'to compare': 'To compare it with another system',
} as const
const isWhy = (word: string | undefined): word is keyof typeof WHY => word !== undefined && Object.hasOwn(WHY, word)

export async function showInspection({ today }: Visit): Promise<Answer> {
  const main = (
    <>
      <PageHead
        title="Inspection"
        lead={`The child-level lists that an inspection asks for (Annex A, template of January 2024), as of ${formatDay(today)}.`}
        actions={<a href={`${HERE}/reconciliation`}>Is each child counted the same everywhere?</a>}
      />
      <Columns kind="aside">
        <Card title="The eleven lists" flush>
          <DutyTable caption="The eleven lists" columns={['List', 'What Kith gives']} rows={ANNEX_A.map(listRow)} />
        </Card>
        <TakeOut />
      </Columns>
      <Card title="How to read them" tone="quiet">
        <ul class="kith-bullets">
          {READING.map((says) => (
            <li>{says}</li>
          ))}
        </ul>
      </Card>
    </>
  )
  return await Promise.resolve(page({ title: 'Inspection', here: HERE, main }))
}

function listRow({ name }: { readonly name: string }, at: number): DutyRow {
  const number = at + 1
  const empty = Object.entries(EMPTY_COLUMNS[number] ?? {})
  const whole = EMPTY_LISTS[number]
  return {
    head: `${number}. ${name}`,
    cells: [
      whole ?? (
        <>
          {empty.length === 0 ? 'Every column.' : 'Every column but:'}
          {empty.map(([column, why]) => (
            <span class="kith-note">
              {column}. {why}
            </span>
          ))}
        </>
      ),
    ],
  }
}

const TakeOut = () => (
  <Card title="Take them out" tone="quiet">
    <p>
      One workbook with a sheet for each list, and a last sheet on what is empty. It holds every child in care, with
      birth dates and postcodes. Keep it where nobody else reads.
    </p>
    <form class="kith-filter" method="post" action={`${HERE}/lists`} aria-label="Take out">
      <FormToken />
      <Select id="why" name="why" label="Why" items={itemsOf(WHY)} />
      <div class="kith-filter__go">
        <Button kind="secondary">Take out</Button>
      </div>
    </form>
  </Card>
)

const NO_FILE = 'No lists were made'

/** Made by the named service from the whole record; who takes it out, and of which children, is in the log. */
export const takeLists =
  (postcodes: Postcodes): Handler =>
  async (visit: Visit) => {
    const why = visit.field('why')
    if (!isWhy(why)) return refusal(422, NO_FILE, 'Say why you take the lists out.')
    const may = await visit.door.as(visit.who, async (asking) => {
      const permitted = await mayTakeOut(asking)
      if (!permitted) await asking.note('was refused the lists of an inspection', null, { why })
      return permitted
    })
    if (!may) return refusal(403, NO_FILE, 'Your part does not allow taking duties out of Kith. Ask the analyst.')
    const made = await visit.door.asService(
      visit.who.council,
      'nightly refresh',
      async (asking) => await annexA(asking, visit.today, postcodes),
    )
    const own = await visit.door.as(visit.who, async (asking) => {
      const holds = await holdsTheirOwn(asking, made.children)
      if (holds) await asking.note('was refused the lists of an inspection', null, { why })
      else
        await noteTakenOut(asking, {
          children: made.children,
          what: 'taken out in the lists of an inspection',
          subject: { why },
        })
      return holds
    })
    if (own) return refusal(403, NO_FILE, 'Somebody else takes this file out: it holds a record that is not for you.')
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    return download(await streamOfLists(made), { name: `annex-a-${visit.today}.xlsx`, type })
  }
