// One action in a list: until when, what, what it is meant to change, and whose it is.
import { type Action, isOverdueOn } from '#actions'
import { formatDay, type IsoDay } from '#calendar'
import { type ActionRow, DueMark } from '#look'

export function actionRow(action: Action, workers: ReadonlyMap<string, string>, today: IsoDay): ActionRow {
  const { due, owner, what, intended } = action
  const late = isOverdueOn(action, today)
  const mark =
    'day' in due ? (
      <DueMark mark={late ? 'late' : 'later'} words={late ? `Said for ${formatDay(due.day)}` : formatDay(due.day)} />
    ) : (
      <DueMark mark="plain" words={due.none} />
    )
  return {
    mark,
    title: what ?? 'Taken out of sight',
    why: intended ? `So that: ${intended}` : undefined,
    who: 'worker' in owner ? (workers.get(owner.worker) ?? 'A colleague') : owner.service,
  }
}
