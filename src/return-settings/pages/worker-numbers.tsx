// The numbers by which the return knows workers: all who stand in it, those to put right first, and the form of one.
import type { FC } from 'hono/jsx'
import { type At, type FieldsProps, type Form, type FormDefinition, isId, LineField, makeForm, savedAt } from '#forms'
import { BackLink, Card, DutyTable, EmptyState, Notice, PageHead, Paging, Tag } from '#look'
import { returnYearEnding } from '#people'
import { type Answer, page, type Visit } from '#web'
import { enterNumber, numberBack, workerNumbered, workersOfReturn } from '../number-store.ts'
import { inOrder, isTaken, type Numbered, numberTyped, saidOf } from '../worker-number.ts'
import { HERE } from './settings-parts.tsx'

export const NUMBERS = '/settings/worker-numbers'
const ROWS = 50

const called = ({ name, code }: Pick<Numbered, 'name' | 'code'>): string => name ?? code ?? 'A worker'

export async function showNumbers({ door, who, me, today, query }: Visit): Promise<Answer> {
  // The return asks for workers from a year before its own year.
  const since = returnYearEnding('two-years-ago', today)
  const workers = inOrder(await door.as(who, async (asking) => await workersOfReturn(asking, since)))
  const wrong = workers.filter((one) => !isTaken(saidOf(one))).length
  const pages = Math.max(1, Math.ceil(workers.length / ROWS))
  const asked = Number(query('page') ?? 1)
  const at = Number.isInteger(asked) ? Math.min(Math.max(1, asked), pages) : 1
  const rows = workers.slice((at - 1) * ROWS, at * ROWS)
  const mayWrite = me.parts.includes('administrator')
  const main = (
    <>
      <BackLink href={HERE}>Rules and providers</BackLink>
      <PageHead
        title="Workers’ numbers"
        lead="The return names each child’s social workers by number (SW_ID). What is entered here is in the return at the next look."
      />
      {wrong > 0 && (
        <Notice tone="warn">
          <p>
            {wrong === 1 ? 'One worker has' : `${wrong} workers have`} no number that the portal takes. They stand
            first.
          </p>
        </Notice>
      )}
      {!mayWrite && <p class="kith-above">An administrator of the council enters them.</p>}
      {workers.length === 0 ? (
        <EmptyState title="Nobody stands in the return yet.">
          Who is allocated to a child stands here from then on.
        </EmptyState>
      ) : (
        <Card title="Workers of the return" count={workers.length} flush>
          <DutyTable
            caption="Workers of the return, those to put right first"
            columns={['Worker', 'Number in the return', 'Where it is from']}
            rows={rows.map((one) => rowOf(one, mayWrite))}
          />
        </Card>
      )}
      {pages > 1 && (
        <Paging
          page={at}
          pages={pages}
          from={(at - 1) * ROWS + 1}
          to={Math.min(at * ROWS, workers.length)}
          of={workers.length}
          address={(number) => `${NUMBERS}?page=${number}`}
        />
      )}
    </>
  )
  return page({ title: 'Workers’ numbers', here: HERE, main })
}

function rowOf(one: Numbered, mayWrite: boolean) {
  const said = saidOf(one)
  return {
    head: mayWrite ? <a href={`${NUMBERS}/${one.worker}`}>{called(one)}</a> : called(one),
    cells: [
      <>
        {said ?? 'none'} {!isTaken(said) && <Tag classes="govuk-tag--red">To put right</Tag>}
      </>,
      whence(one),
    ],
  }
}

function whence({ number, code, by, recorded }: Numbered): string {
  if (number !== null) return `${by ?? 'Somebody'}, ${savedAt(recorded ?? '')}`
  return code === null ? 'Nobody entered one' : 'The code by which other systems know them'
}

const Fields: FC<FieldsProps<Numbered>> = (of) => {
  const { code, number } = of.given
  return (
    <>
      <p>
        {number === null
          ? code === null
            ? 'No number is entered, so the return is blank here.'
            : `No number is entered, so the return says ${code}, the code by which other systems know them.`
          : `The return says ${number}.`}
      </p>
      <LineField
        of={of}
        name="number"
        label="Number in the return"
        hint="Social Work England’s number, for example SW123456. Empty it to take it back."
        width="govuk-input--width-20"
      />
    </>
  )
}

type Given = Numbered
type Ok = { readonly number: string | null }

const numbering: FormDefinition<Given, Ok> = {
  name: 'worker-number',
  path: `${NUMBERS}/:about`,
  lock: { may: { as: ['administrator'] }, log: 'entered the number of a worker' },
  here: HERE,
  words: {
    thing: 'the number of a worker',
    title: (given) => `The number of ${called(given)}`,
    button: 'Save number',
    done: 'Number saved.',
    fields: { number: 'Number' },
  },
  load: async (asking, { about }: At) =>
    about !== null && isId(about) ? await workerNumbered(asking, about) : undefined,
  start: ({ number }) => ({ number: [number ?? ''] }),
  decide: (typed) => {
    const read = numberTyped(typed.one('number'))
    return 'says' in read ? { faults: [{ field: 'number', says: read.says }] } : { ok: { number: read.ok } }
  },
  save: async (asking, { number }, { given: { worker } }) => ({
    kind: 'saved',
    id: await enterNumber(asking, worker, number),
  }),
  refused: () => ({ field: 'number', says: 'Another worker has this number. Look at both: one of them is wrong.' }),
  undo: numberBack,
  leadsTo: () => NUMBERS,
  Fields,
}
export const numberForm: Form = makeForm(numbering)
