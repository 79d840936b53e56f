// What safety and the plan ask of a home: who and what to keep away from, what must be there, and a child's own no.

import type { IsoDay } from '#calendar'
import { milesBetweenPlaces } from '#geography'
import { examYears } from '#home-decisions'
import { carePlanning2010, childrenAct1989, named } from '#law'
import type { Gate, Ground, Passed, Unlock } from './gate.ts'
import { answerOf, type Living } from './home.ts'
import { milesSeen, type Pair, type Wanted } from './pair.ts'
import { calledTogether, type Firmness, listed } from './request.ts'

const welfare: Ground = { cites: childrenAct1989('22(3)'), level: 'statute', verification: 'knowledge' }
const plan: Ground = { cites: named('The child’s care plan'), level: 'practice', verification: 'primary' }

const SIGN_OFF: Unlock = { decision: 'A plan for the risk, signed off', by: 'serviceManager' }
const firmer = (one: Firmness | undefined, other: Firmness): Firmness => (one === 'never' ? one : other)

/** The firmest of what stands against living there; undefined: nothing does. */
function peopleAgainst({ wanted: { request }, home }: Pair): Firmness | undefined {
  const { avoid, children } = request
  let found: Firmness | undefined
  for (const one of avoid.homes) if (one.home === home.id) found = firmer(found, one.firmness)
  for (const { person, firmness } of avoid.people)
    for (const { id } of home.living ?? NOBODY) if (id === person) found = firmer(found, firmness)
  for (const { child, firmness } of home.apartFrom)
    if (children.some(({ id }) => id === child)) found = firmer(found, firmness)
  return found
}
const NOBODY: readonly Living[] = []

const people: Gate = {
  code: 'keptApart',
  stage: 'cannot',
  name: 'somebody there must not live with them',
  ground: welfare,
  check: (pair) => {
    if (peopleAgainst(pair) !== undefined) return false
    return pair.wanted.request.avoid.people.length > 0 && pair.home.living === undefined ? 'unknown' : true
  },
  fact: (_, passed) =>
    passed === true
      ? 'Nobody there is to be kept apart from them.'
      : 'Somebody who lives there, or this home, is to be kept apart from them.',
  unlock: (pair) => (peopleAgainst(pair) === 'withRiskPlan' ? SIGN_OFF : undefined),
  ask: () => 'Who lives there?',
}

function livesThere(living: Pair['home']['living'], under: number): Passed {
  if (living === undefined) return 'unknown'
  let found: Passed = false
  for (const { age } of living) {
    if (age === undefined) found = 'unknown'
    else if (age < under) return true
  }
  return found
}
/** Of each rule, whether a child younger than its age lives there: somebody whose age is not known may be one. */
function youngerThere({ wanted: { request }, home: { living } }: Pair): Firmness | 'unknown' | undefined {
  let found: Firmness | 'unknown' | undefined
  for (const { age, firmness } of request.avoid.under) {
    const there = livesThere(living, age)
    if (there === true && firmness === 'never') return 'never'
    if (there === true) found = firmness
    else if (there === 'unknown') found ??= 'unknown'
  }
  return found
}
const younger: Gate = {
  code: 'youngerChildren',
  stage: 'cannot',
  name: 'younger children there who must not live with them',
  ground: welfare,
  applies: ({ request }) => request.avoid.under.length > 0,
  check: (pair): Passed => {
    const found = youngerThere(pair)
    return found === 'unknown' ? found : found === undefined
  },
  fact: ({ wanted: { request } }, passed) => {
    const age = Math.max(...request.avoid.under.map((one) => one.age))
    return {
      true: `No child under ${age} lives there.`,
      false: `A child under ${age} lives there.`,
      unknown: `Whether a child under ${age} lives there is not known.`,
    }[`${passed}`]
  },
  unlock: (pair) => (youngerThere(pair) === 'withRiskPlan' ? SIGN_OFF : undefined),
  ask: () => 'Who lives there, and how old are they?',
}

// Exact miles, also of a protected home: safety comes first, and only yes or no is told.
function toAvoid({ wanted, home }: Pair): Firmness | 'unknown' | undefined {
  let found: Firmness | 'unknown' | undefined
  for (const { at, miles, firmness } of wanted.request.avoid.places) {
    const away = milesBetweenPlaces(at, home.at)
    if (away === undefined) found ??= 'unknown'
    else if (away <= miles && firmness === 'never') return 'never'
    else if (away <= miles) found = firmness
  }
  return found
}
const placesAway: Gate = {
  code: 'placeToAvoid',
  stage: 'cannot',
  name: 'too near a place to keep away from',
  ground: welfare,
  applies: ({ request }) => request.avoid.places.length > 0,
  check: (pair): Passed => {
    const found = toAvoid(pair)
    return found === 'unknown' ? found : found === undefined
  },
  fact: (_, passed) =>
    passed === true ? 'Far enough from what is to be kept away from.' : 'Too near a place to keep away from.',
  unlock: (pair) => (toAvoid(pair) === 'withRiskPlan' ? SIGN_OFF : undefined),
  ask: () => 'Where is this home?',
}

function fitsTheHousehold({ wanted: { request, ages }, home: { living } }: Pair): Passed {
  if (living === undefined) return 'unknown'
  if (request.livingWith === 'nobodyElse') return living.length === 0
  const theirs = living.map(({ age }) => age)
  if (theirs.length === 0) return true
  const known = ages.filter((age) => age !== undefined)
  const older = request.livingWith === 'onlyOlder'
  const edge = older ? Math.max(...known) : Math.min(...known)
  if (theirs.some((age) => age !== undefined && (older ? age <= edge : age >= edge))) return false
  return theirs.includes(undefined) || known.length < ages.length ? 'unknown' : true
}
const household: Gate = {
  code: 'household',
  stage: 'decision',
  name: 'not with those who live there',
  ground: plan,
  applies: ({ request }) => request.livingWith !== 'anybody',
  check: fitsTheHousehold,
  fact: ({ wanted: { request } }, passed) => {
    const asked = {
      nobodyElse: 'no other children',
      onlyOlder: 'older children only',
      onlyYounger: 'younger children only',
      anybody: '',
    }
    return `The plan asks for ${asked[request.livingWith]}: ${{ true: 'so it is', false: 'it is not so', unknown: 'not known' }[`${passed}`]}.`
  },
  unlock: () => ({ decision: 'To live with the children who are there', by: 'socialWorker' }),
  ask: () => 'Who lives there, and how old are they?',
}

const lacking = ({ wanted, home }: Pair) => wanted.request.mustHave.filter((word) => answerOf(home, word) !== 'yes')
const essentials: Gate = {
  code: 'essential',
  stage: 'decision',
  name: 'without what must be there',
  ground: { cites: childrenAct1989('22C(8)(d)'), level: 'statute', verification: 'knowledge' },
  applies: ({ request }) => request.mustHave.length > 0,
  check: ({ wanted, home }) => {
    const answers = wanted.request.mustHave.map((word) => answerOf(home, word))
    if (answers.some((answer) => answer === 'no' || answer === 'willing')) return false
    return answers.includes('unknown') ? 'unknown' : true
  },
  fact: (pair, passed) =>
    passed === true
      ? `It has ${listed(pair.wanted.request.mustHave)}.`
      : `Not there, or not known: ${listed(lacking(pair))}.`,
  unlock: () => ({ decision: 'A funded plan with the date by which it is there', by: 'provider' }),
  ask: (pair) => `Does it have ${listed(lacking(pair))}?`,
}

const pets: Gate = {
  code: 'pets',
  stage: 'cannot',
  name: 'an animal that must not be there',
  ground: welfare,
  applies: ({ request }) => request.petsMustNot.length > 0,
  check: ({ wanted, home }): Passed => {
    let all: Passed = true
    for (const word of wanted.request.petsMustNot) {
      const answer = answerOf(home, word)
      if (answer === 'yes') return false
      if (answer !== 'no') all = 'unknown'
    }
    return all
  },
  fact: (_, passed) =>
    ({
      true: 'None of the animals that must not be there.',
      false: 'There is an animal that must not be there.',
      unknown: 'Which animals are there is not known.',
    })[`${passed}`],
  ask: ({ wanted }) => `Is there any ${wanted.request.petsMustNot.join(' or ')}?`,
}

/** Beyond the far end of a journey to school, a move would break it off. */
export function schoolReach(pair: Pair): { readonly unit: 'minutes' | 'miles'; readonly far: number } | undefined {
  const { school } = pair.wanted.request
  const minutes = school?.minutes?.get(pair.home.id)
  if (minutes !== undefined) return { unit: 'minutes', far: minutes }
  const miles = milesSeen(school?.at, pair.home, false)
  return miles === undefined ? undefined : { unit: 'miles', far: miles }
}

const owed = (on: IsoDay, schoolYear: number, disrupts: boolean): boolean =>
  examYears.ask({ on, schoolYear, disrupts, approved: false }) === 'owed'

/** In an exam year, or in one that is not known. */
function mayBreakOff({ request: { on, school } }: Wanted): boolean {
  return school !== undefined && (school.year === undefined || owed(on, school.year, true))
}

function schoolKept(pair: Pair): Passed {
  const { on, school } = pair.wanted.request
  const reach = schoolReach(pair)
  if (school?.year === undefined || reach === undefined) return 'unknown'
  return !owed(on, school.year, reach.far > pair.wanted.policy.school[reach.unit].far)
}
const exams: Gate = {
  code: 'examYears',
  stage: 'decision',
  name: 'would break off school in year 10 or 11',
  ground: { cites: carePlanning2010('10'), level: 'regulation', verification: 'primary' },
  applies: mayBreakOff,
  check: schoolKept,
  fact: (_, passed) =>
    ({
      true: 'School need not be broken off in an exam year.',
      false: 'Too far to stay at school in year 10 or 11, by this council’s measure of a school journey.',
      unknown: 'The school year, or how far the school is, is not known.',
    })[`${passed}`],
  unlock: () => ({
    decision: 'A move that breaks off school in year 10 or 11, with the designated teacher and reviewing officer asked',
    by: 'nominatedOfficer',
  }),
  ask: ({ wanted }) =>
    wanted.request.school?.year === undefined
      ? 'Which school year is it?'
      : 'How long is the way to school from there?',
}

const childsNo: Gate = {
  code: 'childsNo',
  stage: 'decision',
  name: 'the child said no',
  ground: { cites: childrenAct1989('22(4) and (5)'), level: 'statute', verification: 'knowledge' },
  applies: ({ request }) => request.saidNo.length > 0,
  check: ({ wanted, home }) => !wanted.request.saidNo.includes(home.id),
  fact: ({ wanted }, passed) =>
    passed === true ? 'No child said no to it.' : `${calledTogether(wanted.request)} said no to it.`,
  unlock: () => ({ decision: 'An answer to the child’s no, after talking with them', by: 'childsPerson' }),
  ask: () => 'What does the child say?',
}

export const CARE_GATES: readonly Gate[] = [people, younger, placesAway, household, essentials, pets, childsNo, exams]
