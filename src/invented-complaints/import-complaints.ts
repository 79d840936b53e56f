// Complaints of the demonstration: written down in the name of the managers whose children they are about, by the same steps as a council's.
import { addDays, type IsoDay, nextWorkingDayOnOrAfter } from '#calendar'
import { askFurther, goOnWithStage, recordComplaint } from '#complaints'
import { type Asking, type Door, writeParts } from '#database'
import { COMPLAINTS, type ToldComplaint, type ToldStage } from './said-data.ts'
import { anyComplaint, childrenManaged, type Managed } from './store.ts'

/** People answer and ask on days on which they work. */
function workdayAgo(today: IsoDay, days: number): IsoDay {
  const on = nextWorkingDayOnOrAfter(addDays(today, -days)) ?? today
  return on < today ? on : today
}
type Of = { readonly manager: string; readonly today: IsoDay }
const ago = ({ today }: Of, days: number | undefined): IsoDay | null =>
  days === undefined ? null : workdayAgo(today, days)

async function goOn(asking: Asking, stage: string, { of, told }: { readonly of: Of; readonly told: ToldStage }) {
  const [longer, longerTold] = told.longer ?? []
  const { why = '', people = '', found = '', changes = '' } = told
  const words = writeParts({ people, why, found, changes, told: told.told?.[1] ?? '' })
  if (words === undefined) return
  const columns = {
    ...{ longer: longer ?? null, longer_told: ago(of, longerTold), outcome: told.outcome ?? null },
    ...{ panel: ago(of, told.panel), report: ago(of, told.report), answered: ago(of, told.answered) },
    ...{ told: ago(of, told.told?.[0]), told_how: told.told === undefined ? null : 'together in person' },
  }
  await goOnWithStage(asking, { id: stage, columns, words }, false)
}

async function write(asking: Asking, { child, worker }: Managed, { of, one }: { of: Of; one: ToldComplaint }) {
  const received = workdayAgo(of.today, one.received)
  const { asker, how, about, advocate, said, wanted, who, thinks, ofWorker, stages } = one
  const whom = ofWorker === undefined ? null : worker
  const { line, first } = await recordComplaint(asking, child, {
    columns: {
      ...{ received, asker, how, about: [...about], advocate, child_told: ['talked through'] },
      ...{ worker: whom, worker_told: ofWorker === true },
    },
    words: writeParts({ said, wanted, who, thinks }) ?? '',
    answers: of.manager,
  })
  for (const [at, told] of stages.entries()) {
    const asked = ago(of, told.asked) ?? received
    const columns = { complaint: line, stage: at + 1, asked, answers: of.manager }
    const stage = at === 0 ? first : (await askFurther(asking, child, { columns, words: undefined })).id
    await goOn(asking, stage, { of, told })
  }
}

/** Once: each manager writes every so-manieth of them, of another child each. */
export async function inventComplaints(
  door: Door,
  council: number,
  { today, managers }: { readonly today: IsoDay; readonly managers: readonly string[] },
): Promise<void> {
  if (await door.asService(council, 'command line', anyComplaint)) return
  for (const [number, manager] of managers.entries())
    await door.as({ council, person: manager }, async (asking) => {
      const children = await childrenManaged(asking, today)
      const mine = COMPLAINTS.filter((_, at) => at % managers.length === number)
      for (const [at, one] of mine.entries()) {
        const child = children[at]
        if (child !== undefined) await write(asking, child, { of: { manager, today }, one })
      }
    })
}
