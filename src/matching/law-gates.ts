// What law and approval ask of a home for these children: standing, places, terms, the usual limit, age, whose area it is in, and the carers’ own no.
import { outOfArea, registeredAccommodation, underSixteenOnlyListed } from '#approvals'
import { carePlanning2010, enacted, named } from '#law'
import type { Gate, Ground, Passed } from './gate.ts'
import { milesOf, type Pair, type Where, whereOf } from './pair.ts'
import { calledTogether, listed } from './request.ts'

const practice = (words: string): Ground => ({ cites: named(words), level: 'practice', verification: 'primary' })
const regulation = (provision: string): Ground => ({
  cites: carePlanning2010(provision),
  level: 'regulation',
  verification: 'knowledge',
})

const standing: Gate = {
  code: 'standing',
  stage: 'cannot',
  name: 'not approved or registered on the day, or on hold',
  ground: regulation('22'),
  check: ({ home }) => {
    const { standing: now } = home
    if (now === 'approved' || now === 'temporary' || now === 'registered') return true
    return now === 'unknown' ? now : false
  },
  fact: ({ home }) =>
    ({
      approved: 'Approved on the day.',
      temporary: 'Approved for a time, for named children (regulation 24).',
      registered: 'Registered on the day.',
      notYet: 'Not yet approved on the day.',
      onHold: 'On hold on the day.',
      suspended: 'Suspended on the day.',
      ended: 'The approval has ended.',
      notRegistered: 'Not registered on the day.',
      unknown: 'Whether it is approved on the day is not known.',
    })[home.standing],
  ask: () => 'Is the approval or registration current on the day?',
}

const kindAllowed: Gate = {
  code: 'kind',
  stage: 'decision',
  name: 'not a kind of home that the care plan allows',
  ground: { ...regulation('5'), cites: named('The child’s care plan') },
  check: ({ wanted, home }) => wanted.request.kinds.includes(home.kind),
  fact: (_, passed) => `The care plan ${passed === true ? 'allows' : 'does not allow'} this kind of home.`,
  unlock: () => ({ decision: 'Another kind of home in the care plan', by: 'socialWorker' }),
  ask: () => 'Which kinds of home does the care plan allow?',
}

const places: Gate = {
  code: 'places',
  stage: 'cannot',
  name: 'no place free',
  ground: practice('Approved places less those lived in, reserved or on hold'),
  check: ({ wanted, home }) => (home.free === 'unknown' ? home.free : home.free >= wanted.size),
  fact: ({ wanted, home }) =>
    home.free === 'unknown'
      ? 'How many places are free is not known.'
      : `${home.free} ${home.free === 1 ? 'place is' : 'places are'} free; ${wanted.size} ${wanted.size === 1 ? 'is' : 'are'} needed.`,
  unlock: ({ wanted, home }) =>
    home.free !== 'unknown' && home.free > 0 && wanted.size > 1
      ? {
          decision: 'That these brothers and sisters live apart, with the reason and a plan for their time together',
          by: 'serviceManager',
        }
      : undefined,
  ask: () => 'How many places are free?',
}

/** Every child of the group, on the day. */
function withinTerms({ wanted, home }: Pair): Passed {
  const { terms } = home
  if (terms === 'unknown') return 'unknown'
  const { children } = wanted.request
  const { most, fromAge = 0, toAge = 99, sex, onlyFor } = terms
  if (onlyFor !== undefined && !children.every(({ id }) => onlyFor.includes(id))) return false
  const fostered = home.living?.filter((one) => one.fostered).length
  if (most !== undefined && fostered !== undefined && fostered + wanted.size > most) return false
  if (sex !== undefined && children.some((child) => child.sex !== undefined && child.sex !== sex)) return false
  if (wanted.ages.some((age) => age !== undefined && (age < fromAge || age > toAge))) return false
  const asksAge = terms.fromAge !== undefined || terms.toAge !== undefined
  const ageMissing = asksAge && wanted.ages.includes(undefined)
  const sexMissing = sex !== undefined && children.some((child) => child.sex === undefined)
  return ageMissing || sexMissing || (most !== undefined && fostered === undefined) ? 'unknown' : true
}

function termsWords({ home: { terms } }: Pair): string {
  if (terms === 'unknown') return 'not known'
  const { most, fromAge, toAge, sex, onlyFor } = terms
  const parts = [
    most === undefined ? '' : `${most} ${most === 1 ? 'child' : 'children'}`,
    fromAge === undefined && toAge === undefined ? '' : `aged ${fromAge ?? 0} to ${toAge ?? 17}`,
    sex === undefined ? '' : { female: 'girls', male: 'boys' }[sex],
    onlyFor === undefined ? '' : 'named children only',
  ].filter((part) => part !== '')
  return parts.length === 0 ? 'no limit of number, age or sex' : parts.join(', ')
}

const terms: Gate = {
  code: 'terms',
  stage: 'decision',
  name: 'outside the terms of approval',
  ground: regulation('22 and 23'),
  check: withinTerms,
  fact: (pair, passed) =>
    `The terms: ${termsWords(pair)}. ${calledTogether(pair.wanted.request)} ${{ true: 'within', false: 'outside', unknown: 'not known' }[`${passed}`]}.`,
  unlock: ({ wanted, home }) => {
    if (home.kind !== 'foster')
      return { decision: 'A change of what the home is registered or commissioned for', by: 'provider' }
    return wanted.request.emergency
      ? {
          decision: 'An emergency placement outside the terms, for six working days at most (regulation 23)',
          by: 'nominatedOfficer',
        }
      : { decision: 'A change of the terms of approval', by: 'fosteringService' }
  },
  ask: ({ home }) =>
    home.terms === 'unknown' ? 'What are the terms?' : 'Age, sex and who lives there, as the terms ask?',
}

const USUAL_LIMIT = 3
function withinLimit({ wanted: { request, size }, home }: Pair): Passed {
  if (home.kind !== 'foster') return true
  if (home.living === undefined) return 'unknown'
  const fostered = home.living.filter((one) => one.fostered)
  if (fostered.length + size <= USUAL_LIMIT) return true
  const siblings = request.siblingsOfEachOther && fostered.every(({ id }) => request.otherSiblings.includes(id))
  return siblings || request.children.every(({ id }) => home.exempted.includes(id))
}

const limit: Gate = {
  code: 'usualLimit',
  stage: 'decision',
  name: 'over the usual limit of three',
  ground: {
    cites: enacted('Children Act 1989', 'Schedule 7, paragraphs 2 to 4'),
    level: 'statute',
    verification: 'knowledge',
  },
  applies: ({ request }) => request.kinds.includes('foster'),
  check: withinLimit,
  fact: ({ wanted, home }) => {
    if (home.living === undefined) return 'Who is fostered there is not known.'
    const after = home.living.filter((one) => one.fostered).length + wanted.size
    return `${after} ${after === 1 ? 'child' : 'children'} would be fostered there; three, unless all are brothers and sisters or an exemption names them.`
  },
  unlock: ({ wanted: { request } }) => ({
    decision: `An exemption from the usual limit that names ${listed(request.children.map(({ called }) => called))}`,
    by: 'homeAuthority',
  }),
  ask: () => 'Which children are fostered there now?',
}

/** PL-16 and PL-17, asked of the rules themselves. */
function supportedFrom({ wanted: { request, ages }, home }: Pair): Passed {
  if (home.kind !== 'supportedAccommodation') return true
  const setting = 'supportedAccommodation'
  const answers = request.children.map(({ born }, at) => {
    const young = underSixteenOnlyListed.ask({ born, began: request.on, setting })
    if (young.kind !== 'allowed') return young.kind
    const registered = home.standing === 'unknown' ? undefined : home.standing === 'registered'
    return registeredAccommodation.ask({ on: request.on, age: ages[at] ?? 0, setting, registered }).kind
  })
  if (answers.includes('notAllowed')) return false
  return answers.includes('unknown') ? 'unknown' : true
}

const supported: Gate = {
  code: 'supported',
  stage: 'cannot',
  name: 'supported accommodation, and under 16 or not registered',
  ground: { cites: carePlanning2010('27A and 27C'), level: 'regulation', verification: 'primary' },
  applies: ({ request }) => request.kinds.includes('supportedAccommodation'),
  check: supportedFrom,
  fact: ({ home }) =>
    home.kind === 'supportedAccommodation'
      ? 'Supported accommodation: from 16 only, and only where it is registered.'
      : 'This is no supported accommodation.',
  ask: () => 'Is the provider registered, and what is the birth date?',
}

const declined: Gate = {
  code: 'carersSayNo',
  stage: 'cannot',
  name: 'the carers do not take this on',
  ground: practice('What the carers said'),
  applies: ({ request }) => request.needs.length + request.mustHave.length > 0,
  check: ({ wanted: { request }, home }) =>
    home.declines.length === 0 ||
    !home.declines.some((one) => request.needs.includes(one) || request.mustHave.includes(one)),
  fact: (_, passed) =>
    passed === true ? 'The carers have not said no to any of this.' : 'The carers do not take this on.',
  ask: () => 'Would the carers take this on?',
}

/** Regulation 11(4): a connected person approved for a time, or carers whom this council approved. */
const ownCarers = ({ home }: Pair): boolean =>
  home.kind === 'foster' && (home.standing === 'temporary' || home.approvedByUs)

/** Where it may be either, the stricter of the two is asked. */
function approver(pair: Pair, where: Exclude<Where, 'unknown'>): 'nominatedOfficer' | 'director' | 'nobody' {
  if (where === 'inside') return 'nobody'
  const { approverOf, request } = pair.wanted
  const own = ownCarers(pair)
  const known = own ? approverOf.own : approverOf.others
  let by = known.get(where)
  if (by === undefined) {
    const asked = where === 'outside' ? 'atADistance' : where
    const answer = outOfArea.ask({ began: request.on, where: asked, ownCarers: own })
    by = answer.kind === 'needsApproval' ? answer.by : 'nobody'
    known.set(where, by)
  }
  return by
}

function passes(pair: Pair): Passed {
  const where = whereOf(pair)
  // What is not known matters only where somebody would have to approve.
  if (where === 'unknown') return ownCarers(pair) ? true : 'unknown'
  return approver(pair, where) === 'nobody'
}

const WHERE: Readonly<Record<Where, string>> = {
  inside: 'In our area.',
  adjoining: 'Outside our area, in one that adjoins it.',
  atADistance: 'Outside our area, and in none that adjoins it: at a distance in law.',
  outside: 'Outside our area; whether it adjoins is not known.',
  unknown: 'Whose area it is in is not known.',
}

const area: Gate = {
  code: 'area',
  stage: 'decision',
  name: 'outside our area',
  ground: { cites: outOfArea.cites[0], level: outOfArea.level, verification: outOfArea.verification },
  check: passes,
  fact: (pair) =>
    `${WHERE[whereOf(pair)]}${ownCarers(pair) ? ' No approval is asked for with these carers (regulation 11(4)).' : ''}`,
  unlock: (pair) => {
    const where = whereOf(pair)
    const by = where === 'unknown' ? 'nobody' : approver(pair, where)
    if (by === 'nobody') return undefined
    return by === 'director'
      ? { decision: 'A home at a distance, after asking the council of that area', by }
      : { decision: 'A home outside our area', by }
  },
  ask: () => 'In which council’s area is this home?',
}

const local: Gate = {
  code: 'localDistance',
  stage: 'decision',
  name: 'further than this council’s own rule allows without a decision',
  ground: { cites: named('This council’s own rule'), level: 'practice', verification: 'primary', local: true },
  applies: ({ policy, request }) => policy.local !== undefined && request.from !== 'none',
  check: (pair) => {
    const [miles, { local: own }] = [milesOf(pair), pair.wanted.policy]
    return miles === undefined ? 'unknown' : own === undefined || miles <= own.overMiles
  },
  fact: ({ wanted: { policy } }, passed) =>
    `This council asks for a decision over ${policy.local?.overMiles ?? 0} miles: ${{ true: 'not over', false: 'over', unknown: 'not known' }[`${passed}`]}.`,
  unlock: ({ wanted: { policy } }) =>
    policy.local && { decision: 'A home over the miles of this council’s own rule', by: policy.local.by },
  ask: () => 'How far is it from home?',
}

export const LAW_GATES: readonly Gate[] = [
  places,
  standing,
  kindAllowed,
  terms,
  limit,
  supported,
  declined,
  area,
  local,
]
