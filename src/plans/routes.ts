// The routes of plans beside their forms: to read, to write from, the history of a part, and the two steps of one press.
import type { Form } from '#forms'
import { KINDS, PLAN_KINDS, type PlanKind, partsOf } from '#plan-kinds'
import { type Route, route } from '#web'
import { adoptionForms } from './pages/adoption.tsx'
import { planPaperForm } from './pages/agreed-on-paper.tsx'
import { approvalForms } from './pages/decide-plan.tsx'
import { mergeForms } from './pages/merge-text.tsx'
import { showHistory } from './pages/part-history.tsx'
import { copyForms } from './pages/plan-copies.tsx'
import { showPlan } from './pages/read-plan.tsx'
import { partForms } from './pages/write-part.tsx'
import { beginWriting, showWriting, takeBackPlan } from './pages/write-plan.tsx'

export const carePlanForms: readonly Form[] = [
  ...partForms,
  ...mergeForms,
  ...approvalForms,
  ...copyForms,
  ...adoptionForms,
  planPaperForm,
]

/** Each kind of plan has the same four pages; what is about one edition finds its kind by itself. */
function routesOf(kind: PlanKind): readonly Route[] {
  const at = `/children/:child/${KINDS[kind].at}`
  const [sees, writes] = [['see', 'plan'] as const, ['write', 'plan'] as const]
  return [
    route('GET', `${at}/read`, { may: sees, log: `read a ${kind}` }, showPlan(kind)),
    route('GET', `${at}/history`, { may: sees, log: `read the history of a ${kind}` }, showHistory(kind)),
    route('GET', `${at}/write`, { may: writes, log: `read a ${kind} to write it` }, showWriting(kind)),
    route('POST', `${at}/begin`, { may: writes, log: `began a ${kind}` }, beginWriting(kind)),
  ]
}

export function planRoutes(): readonly Route[] {
  const may = ['write', 'plan'] as const
  return [
    ...PLAN_KINDS.filter((kind) => partsOf(kind).length > 0).flatMap(routesOf),
    route('POST', '/children/:child/plan/:about/take-back', { may, log: 'took a plan back' }, takeBackPlan),
  ]
}
