// Plans of a child: written in parts with versions, so that no text is lost; approved by somebody else, and then unchanged.
export { approvedForHomes } from './lacking-store.ts'
export { decidePlan, type Merge, type PartDecision, type PartSave, type PartStanding } from './merging.ts'
export { textsKeptApart } from './pages/merge-text.tsx'
export { agreedWords, EditionLine, editionWords, NoPlan, type PlanShown, PlanTexts } from './pages/plan-parts.tsx'
export { type PlanNow, planNow } from './pages/read-plan.tsx'
export { writeAgreed } from './paper-store.ts'
export { LONGEST_TEXT, mayBeWritten, PLAN_STATES, type PlanRefusal, type PlanState, writtenIn } from './plan.ts'
export {
  type Edition,
  editionById,
  editionsOf,
  latestParts,
  type PartText,
  partHistory,
  partsOfEdition,
  planAsApproved,
  planAsWritten,
  plansToApprove,
  standingAndWritten,
  type Unmerged,
  unmergedTexts,
  type Waiting,
} from './reading-store.ts'
export { planRefusalWords } from './refusal-words.ts'
export { carePlanForms, planRoutes } from './routes.ts'
export {
  approvePlan,
  beginEdition,
  beginPlan,
  type Save,
  type Saved,
  type Stepped,
  savePlan,
  sendBack,
  sendForApproval,
  takeBack,
  withdrawText,
} from './store.ts'
