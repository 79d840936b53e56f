// Taking the return out of Kith as a file: for whom that is permitted, with the reason in the access log.

import type { FC } from 'hono/jsx'
import { holdsTheirOwn, mayTakeOut, noteTakenOut } from '#access'
import { day } from '#calendar'
import { itemsOf } from '#forms'
import { Button, Card, Notice, PageHead, Select } from '#look'
import { notInXml, type TableName, tablesOfYear } from '#return-files'
import { type Answer, download, FormToken, notFound, page, textFile, type Visit } from '#web'
import { csvOfTable, filesKnown, filesNow, type Made, workbookOf, xmlOf } from '../files-store.ts'
import { stepsOf } from '../steps-store.ts'
import { HERE, toCheck, yearIn, yearPath, yearWords } from './parts.tsx'

const WHY = {
  'to put right': 'To put right',
  'to send': 'To send it',
  'to compare': 'To compare it',
  'to answer': 'To answer a question',
} as const
const isWhy = (word: string | undefined): word is keyof typeof WHY => word !== undefined && Object.hasOwn(WHY, word)

/** `made`: the files of that step again; undefined: as the record stands now. */
export const TakeOut: FC<{ year: number; made: string | undefined }> = ({ year, made }) => (
  <Card title={made === undefined ? 'Take it out as a file' : 'Take out the files that were made last'} tone="quiet">
    <p>
      The files hold every child of the council, with birth dates and postcodes. A workbook has a sheet for each table.
      Keep them where nobody else reads.
    </p>
    <p>The XML form has no place for {notInXml.join(' and ')}: take those out as CSV.</p>
    <form class="kith-filter" method="post" action={`${yearPath(year)}/take-out`} aria-label="Take out">
      <FormToken />
      {made !== undefined && <input type="hidden" name="made" value={made} />}
      <Select
        id="file"
        name="file"
        label="File"
        items={[
          { value: 'xml', text: 'XML, for the portal' },
          { value: 'xlsx', text: 'Workbook (XLSX)' },
          ...tablesOfYear(year).map((table) => ({ value: table, text: `CSV: ${table}` })),
        ]}
      />
      <Select id="why" name="why" label="Why" items={itemsOf(WHY)} />
      <div class="kith-filter__go">
        <Button kind="secondary">Take out</Button>
      </div>
    </form>
  </Card>
)

const isTable = (year: number, name: string | undefined): name is TableName =>
  tablesOfYear(year).some((table) => table === name)

/** The files of that step if there was one, made again; undefined: there is no such step. */
async function filesFor(visit: Visit, year: number): Promise<{ made: Made; asThen: boolean } | undefined> {
  const step = visit.field('made')
  if (step === undefined) return { made: await filesNow(visit.door, toCheck(visit, year)), asThen: true }
  const steps = await visit.door.as(visit.who, async (asking) => await stepsOf(asking, year))
  const found = steps.find(({ id, kind }) => id === step && kind === 'made')
  if (found?.knownAt == null || found.day === null) return undefined
  const to = { ...toCheck(visit, year), today: day(found.day) }
  const made = await filesKnown(visit.door, to, found.knownAt)
  return { made, asThen: made.file === found.file }
}

type Asked = {
  readonly year: number
  readonly file: string
  readonly why: string
  readonly table: TableName | undefined
}

function askedIn(visit: Visit, year: number): Asked | undefined {
  const [file, why] = [visit.field('file'), visit.field('why')]
  const table = isTable(year, file) ? file : undefined
  if (file === undefined || !isWhy(why) || (table === undefined && file !== 'xml' && file !== 'xlsx')) return undefined
  return { year, file, why, table }
}

export async function takeOut(visit: Visit): Promise<Answer> {
  const year = yearIn(visit)
  if (year === undefined) return notFound
  const asked = askedIn(visit, year)
  if (asked === undefined) return refusal(422, year, 'Choose a file, and say why you take it out.')
  const { file, why, table } = asked
  const may = await visit.door.as(visit.who, async (asking) => {
    const permitted = await mayTakeOut(asking)
    if (!permitted) await asking.note('was refused the return as a file', null, { year, file, why })
    return permitted
  })
  if (!may) return refusal(403, year, 'Your part does not allow taking duties out of Kith. Ask the analyst.')
  const files = await filesFor(visit, year)
  if (files === undefined) return notFound
  if (!files.asThen)
    return refusal(
      409,
      year,
      'The record does not give these files again: something was recorded while they were made. Make them anew.',
    )
  const { made } = files
  const children = made.childrenIn(table)
  const own = await visit.door.as(visit.who, async (asking) => {
    const holds = await holdsTheirOwn(asking, children)
    if (holds) await asking.note('was refused the return as a file', null, { year, file, why })
    return holds
  })
  if (own) return refusal(403, year, 'Somebody else takes this file out: it holds a record that is not for you.')
  if (made.withheld.length > 0 && visit.field('told') !== 'yes') return notAll(visit, asked, made.withheld)
  await visit.door.as(visit.who, async (asking) => {
    await asking.note('took the return out', null, { year, file, why })
    await noteTakenOut(asking, { children, what: 'taken out in the return', subject: { year, file, why } })
  })
  return await fileOf(made, asked)
}

async function fileOf({ made }: Made, { year, file, table }: Asked): Promise<Answer> {
  const name = `ssda903-${year}-${table ?? 'return'}`
  if (table !== undefined) return textFile(csvOfTable(made, table), { name: `${name}.csv` })
  if (file === 'xml') return textFile(xmlOf(made).xml, { name: `${name}.xml`, type: 'application/xml' })
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return download(await workbookOf(made), { name: `${name}.xlsx`, type })
}

/** A file has no place for words: what it does not say is said before it is given. */
function notAll(visit: Visit, { year, file, why }: Asked, withheld: readonly string[]): Answer {
  const title = `The return of ${yearWords(year)} does not say all that the record says`
  const made = visit.field('made')
  const main = (
    <>
      <PageHead title={title} />
      <Notice tone="warn" role="alert">
        <ul>
          {withheld.map((says) => (
            <li>{says}</li>
          ))}
        </ul>
      </Notice>
      <form method="post" action={`${yearPath(year)}/take-out`}>
        <FormToken />
        {Object.entries({ file, why, told: 'yes', ...(made === undefined ? {} : { made }) }).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <Button kind="secondary">Take out as it is</Button>
      </form>
      <p>
        <a href={yearPath(year)}>Back to the return</a>
      </p>
    </>
  )
  return page({ title, here: HERE, main })
}

function refusal(status: 403 | 409 | 422, year: number, says: string): Answer {
  const title = `No file of the return of ${yearWords(year)}`
  const main = (
    <>
      <PageHead title={title} />
      <Notice tone="warn" role="alert">
        <p>{says}</p>
        <p>
          <a href={yearPath(year)}>Back to the return</a>
        </p>
      </Notice>
    </>
  )
  return page({ title, here: HERE, status, main })
}
