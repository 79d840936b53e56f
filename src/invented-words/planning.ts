// The plans of an invented child: where they will grow up, the care plan part by part, and from 16 the way on.
import type { Chance } from '#chance'
import { about, type Entry, inParts, iso, type Life, livedOn, schoolOn, yearsOld } from '#invented-lives'
import { PERMANENCE, WISHES } from './words-data.ts'

const row = (table: Entry['table'], columns: Entry['columns'], more: Partial<Entry> = {}): Entry => ({
  table,
  by: 'worker',
  columns,
  ...more,
})

type Option = keyof typeof OPPOSITE
const OPPOSITE = {
  'return home': ['family and friends'],
  'family and friends': ['special guardianship'],
  adoption: ['long-term foster care'],
  'long-term foster care': ['family and friends'],
  'residential care': ['long-term foster care'],
  'supported independence': [],
  'not decided': ['return home', 'family and friends'],
} as const

function optionOf(life: Life): Option {
  const status = life.child.statuses.at(-1)?.code
  const lives = livedOn(life, life.until)?.household.livesIn
  if (status === 'E1') return 'adoption'
  if (status === 'C1') return 'not decided'
  if (lives === 'parents') return 'return home'
  if (lives === 'kin') return 'family and friends'
  const grown = yearsOld(life, life.until) > 16.2 && (lives === 'flat' || lives === 'home' || status === 'V2')
  if (grown || life.child.alone) return 'supported independence'
  if (lives === 'home') return 'residential care'
  return status === 'V2' && life.today - life.child.came < 400 ? 'return home' : 'long-term foster care'
}

const WAITS = {
  nothing: 62,
  'the court': 12,
  'an assessment of family': 8,
  'a home or a match': 8,
  'papers of ours': 6,
  'the child’s own time': 4,
} as const
const NEXT: Readonly<Record<string, string>> = {
  nothing: 'It is looked at again at each review.',
  'the court': 'The court hears it before the summer.',
  'an assessment of family': 'The assessment is to be ready within eight weeks.',
  'a home or a match': 'Two families are being asked.',
  'papers of ours': 'The papers go to panel next month.',
  'the child’s own time': 'Nobody hurries it.',
}
function permanenceOf(life: Life): readonly Entry[] {
  if (life.today - life.child.came < 110 || life.child.left !== undefined) return []
  const chance = life.chance('permanence')
  const option = optionOf(life)
  const waits_for = option === 'not decided' ? 'the court' : chance.weighted(WAITS)
  const decided = Math.max(life.child.came + 95, life.today - chance.whole(40, 400))
  const waits_since = waits_for === 'nothing' ? null : iso(Math.min(life.today, decided + chance.whole(0, 40)))
  const why = about(life, PERMANENCE[option] ?? '', life.until)
  return [
    row(
      'kith.permanence_plan',
      { option, parallel: [...OPPOSITE[option]], decided: iso(decided), review: null, waits_for, waits_since },
      { words: inParts({ why, next: NEXT[waits_for] ?? '' }) },
    ),
  ]
}

function wishesOf(life: Life): readonly [string, ...string[]] {
  const age = yearsOld(life, life.until)
  if (age < 4) return WISHES.little
  if (optionOf(life) === 'adoption') return WISHES.adoption
  return age < 11 ? WISHES.child : age < 16 ? WISHES.teen : WISHES.grown
}

function partsOfFamily(life: Life, chance: Chance): Readonly<Record<string, string>> {
  const { siblings } = life
  const together = siblings.some((one) => one.together)
  const brothers = together
    ? '{name} and {brother} live together, and stay together.'
    : '{name} and {brother} live apart and see each other every second Saturday.'
  if (life.child.alone)
    return {
      family: '{name} looks for family through the Red Cross. We ask no more than {they} wants to say.',
      'family-time': 'By telephone, when there is somebody to ring.',
      'brothers-and-sisters': 'None in care.',
      'wishes-others': 'Nobody could be asked.',
      'protection-status': '{name} came alone and has claimed asylum. A solicitor helps.',
    }
  return {
    family: 'Mum is told of what matters. {name} may ring family when {they} likes.',
    'family-time':
      optionOf(life) === 'adoption' ? 'Letters, twice a year.' : 'As agreed; {name} is asked before each change.',
    'brothers-and-sisters': siblings.length > 0 ? brothers : 'None in care.',
    'wishes-others': chance.pick(OTHERS_WISH),
  }
}
const OTHERS_WISH = [
  'Mum wants {name} to be safe, and to see more of {them}.',
  'Mum agrees for now. Dad has not answered.',
  'Mum and Nan want what {name} wants.',
] as const
const HEALTH = [
  '{name} is well. Teeth twice a year, eyes once.',
  '{name} sleeps better than last year. {carer} keeps the book of appointments.',
  'Vaccinations are complete. The nurse looks again within the year.',
] as const
const LEARNING = [
  '{school} suits {name}. Extra reading twice a week.',
  '{name} goes to {school} and is on time. Maths help on Thursdays.',
  '{name} likes {school} on most days. The plan of each term says what helps on the others.',
] as const
const FEELINGS = [
  'Change is hard. {carer} says what comes next, and then it comes.',
  '{name} goes quiet first and loud later. Being near helps more than talking.',
  '{name} shows feelings clearly and can be comforted.',
] as const
const OUTCOMES = [
  '{name} says that this is home.',
  '{name} has one friend who comes round, and sleeps through.',
  '{name} is in school on most days, and reads for fun.',
] as const
const IDENTITY = {
  here: '{name} knows the family’s stories; {carer} writes new ones down.',
  elsewhere: '{name} speaks the family’s language and keeps its holidays. {carer} cooks for them too.',
} as const

function partsOfCare(life: Life): Readonly<Record<string, string>> {
  const chance = life.chance('plan')
  const age = yearsOld(life, life.until)
  const baby = 'Nursery or {carer}: stories, songs, and time outside every day.'
  return {
    permanence: PERMANENCE[optionOf(life)] ?? '',
    'permanence-alternative': 'If this cannot be, family and friends are asked again first.',
    health: chance.pick(HEALTH),
    education: schoolOn(life, life.until) === undefined ? baby : chance.pick(LEARNING),
    'emotional-behavioural': chance.pick(FEELINGS),
    identity: life.child.heritage === 'english' ? IDENTITY.here : IDENTITY.elsewhere,
    ...partsOfFamily(life, chance),
    'social-presentation': '{name} chooses clothes and hair; {carer} helps.',
    'self-care':
      age > 13
        ? '{name} cooks once a week and does the washing.'
        : age > 6
          ? '{name} packs the school bag without being told, mostly.'
          : '{carer} does what {name} cannot do yet.',
    'placement-plan': 'Agreed with everybody who lives in it.',
    'reviewing-officer': 'Reads it, and asks {name}.',
    'wishes-child': chance.pick(wishesOf(life)),
    outcome: chance.pick(OUTCOMES),
  }
}

function partsOfPathway(life: Life): Readonly<Record<string, string>> {
  const chance = life.chance('pathway')
  return {
    'wishes-child': chance.pick(WISHES.grown),
    adviser: 'Named before the 18th birthday; {name} meets two and chooses.',
    support: 'A visit every eight weeks at least, a message whenever it is needed.',
    home: chance.pick([
      '{name} stays with {carer} after 18 if both still want it.',
      'A supported flat until 19, then a tenancy near friends.',
    ]),
    learning:
      schoolOn(life, life.until) === undefined
        ? 'An apprenticeship is being looked for.'
        : '{school}, until the course is finished. We pay for the bus and the books.',
    work: 'Saturdays at first. A reference is promised.',
    people: 'Family as {name} wishes; {carer}; two friends.',
    skills: 'Can cook four meals. Next: bills, and saying no.',
    money: 'Bank account open. National Insurance number has come. Savings: looked at each birthday.',
    health: 'Knows the surgery and how to ring it.',
    'if-it-fails': 'Ring the duty number, day or night. Nobody has to leave with nowhere to go.',
    ...(life.child.alone ? { 'protection-status': '{name} has claimed asylum; each answer changes this plan.' } : {}),
    outcome: '{name} manages a month alone and knows whom to ring.',
  }
}

const NONE_YET: readonly Entry[] = []
/** Written and sent; whoever manages the team approves it. */
function plan(life: Life, kind: string, parts: Readonly<Record<string, string>>): readonly Entry[] {
  const [key, edition] = [`${kind}`, `${kind} edition`]
  const of = { plan: { entry: key }, edition: { entry: edition } } as const
  return [
    row('kith.plan', { kind }, { key, words: null }),
    row('kith.plan_edition', { plan: { entry: key }, number: 1 }, { key: edition, words: null }),
    row('kith.plan_state', { ...of, state: 'drafted', versions: null }, { key: `${kind} drafted`, words: null }),
    ...Object.entries(parts).map(([part, text]) =>
      row('kith.plan_part', { ...of, part, version: 1, merges: null }, { words: about(life, text, life.until) }),
    ),
    row(
      'kith.plan_state',
      { ...of, state: 'sent for approval', versions: null },
      { after: `${kind} drafted`, words: null },
    ),
  ]
}

export function planningOf(life: Life): readonly Entry[] {
  if (life.child.left !== undefined) return NONE_YET
  const written = life.today - life.child.came > 12
  const grown = yearsOld(life, life.today) > 16.3 && life.today - life.child.came > 100
  return [
    ...permanenceOf(life),
    ...(written ? plan(life, 'care plan', partsOfCare(life)) : NONE_YET),
    ...(grown
      ? [
          row(
            'kith.needs_assessment',
            {
              ...{
                completed: iso(life.today - life.chance('needs').whole(10, 80)),
                status_considered: life.child.alone,
              },
              ...{ set_off_by: 'the law', set_off_on: iso(life.today - 90) },
            },
            { words: null },
          ),
        ]
      : NONE_YET),
    ...(grown ? plan(life, 'pathway plan', partsOfPathway(life)) : NONE_YET),
  ]
}
