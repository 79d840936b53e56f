// Rules of the reviewing officer that wait: IRO-03 to IRO-05.
import { day, type IsoDay } from '#calendar'
import { carePlanning2010, childrenAct1989, guidance } from '#law'
import { ON, type Owed, waits } from './waits.ts'

const cafcass = waits<
  { readonly on: IsoDay; readonly day: number; readonly referred: boolean; readonly considered: boolean },
  'allowed' | 'decisionOwed' | 'met'
>({
  id: 'IRO-03',
  name: 'Reviewing officer refers to Cafcass',
  says: 'A reviewing officer may refer a case to Cafcass at any stage of a dispute, and does so where it is right.',
  level: 'statute',
  verification: 'secondary',
  cites: [childrenAct1989('25B(3)'), carePlanning2010('45')],
  responsible: 'The reviewing officer',
  trigger: 'the failure that is not resolved',
  waitsFor: 'Tables of disputes and of their stages, with referrals and decisions not to refer.',
  apply: ({ day: since, referred, considered }) =>
    referred ? 'allowed' : since > 20 && !considered ? 'decisionOwed' : 'met',
  examples: [
    {
      name: 'in the informal stage',
      vector: 'IRO-03#1',
      given: { ...ON, day: 1, referred: true, considered: true },
      expect: 'allowed',
    },
    {
      name: 'day 21, unresolved, and nobody has considered it',
      vector: 'IRO-03#2',
      given: { ...ON, day: 21, referred: false, considered: false },
      expect: 'decisionOwed',
    },
  ],
})

const MOST_PER_POST = 70
const caseload = waits<
  { readonly on: IsoDay; readonly children: number; readonly posts: number },
  { readonly kind: 'within' | 'over'; readonly perPost: number }
>({
  id: 'IRO-04',
  name: "Reviewing officer's caseload",
  says: 'A full-time reviewing officer has 50 to 70 children. It is counted for each full-time post, of the service and not of a child.',
  level: 'statutory-guidance',
  verification: 'knowledge',
  cites: [guidance('IRO Handbook (2010)', 'paragraph 7.15')],
  responsible: 'The manager of the reviewing service',
  trigger: 'the day asked about',
  waitsFor: 'In kith.team_membership how much of a full post each person works.',
  apply: ({ children, posts }) => {
    const perPost = Math.round(children / posts)
    return { kind: perPost > MOST_PER_POST ? 'over' : 'within', perPost }
  },
  examples: [
    {
      name: 'a full post',
      vector: 'IRO-04#1',
      given: { ...ON, children: 66, posts: 1 },
      expect: { kind: 'within', perPost: 66 },
    },
    {
      name: 'three fifths of a post',
      vector: 'IRO-04#2',
      given: { ...ON, children: 45, posts: 0.6 },
      expect: { kind: 'over', perPost: 75 },
    },
    {
      name: 'fewer than 50 is no fault',
      vector: 'IRO-04#3',
      given: { ...ON, children: 40, posts: 1 },
      expect: { kind: 'within', perPost: 40 },
    },
  ],
})

const officerTold = waits<{ readonly on: IsoDay; readonly told: IsoDay | undefined; readonly before: boolean }, Owed>({
  id: 'IRO-05',
  name: 'Reviewing officer watches between reviews',
  says: 'The reviewing officer is told of each placement plan, move, ending, placement with a parent, extension of temporary approval, move to other arrangements, and of decisions of a review that are not carried out.',
  level: 'regulation',
  verification: 'primary',
  cites: [carePlanning2010('9(1)(b)(ii), 10(2)(d), 13(2)(i), 14(2)(b), 18(2)(d), 25(4)(c), 27(c), 37(b)')],
  responsible: "The child's social worker",
  trigger: 'the event',
  waitsFor:
    'A table of notices with the event that each is about: kith.told says only that the reviewing service was told.',
  apply: ({ on, told, before }) => (told !== undefined && (!before || told <= on) ? 'met' : 'owed'),
  examples: [
    { name: 'a move, not told', vector: 'IRO-05#1', given: { ...ON, told: undefined, before: false }, expect: 'owed' },
    {
      name: 'told before temporary approval was extended',
      vector: 'IRO-05#2',
      given: { on: day('2026-03-04'), told: day('2026-03-01'), before: true },
      expect: 'met',
    },
    {
      name: 'a decision of a review not carried out, not told',
      vector: 'IRO-05#3',
      given: { ...ON, told: undefined, before: false },
      expect: 'owed',
    },
  ],
})

export const REVIEWING_WAITING = [cafcass, caseload, officerTold]
