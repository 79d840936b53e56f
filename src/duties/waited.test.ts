// The rules that waited for a fact in the record, case by case: a child just inside and a child just outside each.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { NO_HOME_FACTS } from '#home-decisions'
import { NO_LEAVER } from '#leaving-care'
import { type Coverage, dutyLine, isStillOwed } from '#ledger'
import { NO_SAFETY } from '#missing'
import type { PlaceCode, Placement } from '#placements'
import type { ChildFacts } from './child-facts.ts'
import { dutiesOf } from './duties-of.ts'
import { READINGS, type Readings } from './known.ts'
import { bornOn, COUNCIL_RECORD, child, EVERY_KIND, n, noon, period, placement, review, status } from './test-child.ts'

const HOUR = 3_600_000
const at = (line: string, on: string) => ({ line, recorded: noon(on) })
const dated = (line: string, on: string) => ({ ...at(line, on), day: n(on) })
const HOME = 'placement 2026-03-27'
const CAME = {
  birth: bornOn('2015-02-03'),
  periods: [period('2026-03-27')],
  statuses: [status('2026-03-27', 'C1')],
  placements: [placement('2026-03-27')],
}
type Facts = Partial<ChildFacts>
/** 'doneOnTime 2026-05-01 2026-04-30' of each duty of a rule, on a day. */
const lines = (rule: string, facts: Facts, { on, readings = READINGS }: { on: string; readings?: Readings }) =>
  dutiesOf(child({ ...CAME, ...facts }), n(on), readings)
    .map((duty) => dutyLine('Maya', duty, { on: n(on), coverage: facts.coverage ?? [] }))
    .filter((line) => line.rule === rule)
    .map(({ state, due, done }) => [state, due ?? '-', done ?? '-'].join(' '))
const short = (rule: string, facts: Facts, on: string) => lines(rule, facts, { on })
/** The record speaks of everything, from that day on. */
const since = (day: string): readonly Coverage[] => [
  { source: "this council's record", holds: EVERY_KIND, from: n(day), until: undefined },
]

describe('CP-13: the record of the last review', () => {
  const reviewed = { reviews: [review('2026-04-20'), review('2026-05-20')] }
  const record = (written: string, given?: string) => ({
    ...reviewed,
    reviewRecords: [
      {
        ...{ ...at('record', written), review: 'review 2026-05-20' },
        ...{ written: n(written), given: given === undefined ? undefined : n(given) },
      },
    ],
  })
  test('written within 15 working days, given out within 20, by whichever review was last', () => {
    assert.deepEqual(short('CP-13', reviewed, '2026-06-11'), ['dueSoon 2026-06-11 -', 'dueSoon 2026-06-18 -'])
    assert.deepEqual(short('CP-13', record('2026-06-11', '2026-06-18'), '2026-07-01'), [
      'doneOnTime 2026-06-11 2026-06-11',
      'doneOnTime 2026-06-18 2026-06-18',
    ])
    assert.deepEqual(short('CP-13', record('2026-06-12', '2026-06-19'), '2026-07-01'), [
      'doneLate 2026-06-11 2026-06-12',
      'doneLate 2026-06-18 2026-06-19',
    ])
  })
  test('a council chooses other days, or none; nothing is raised for a review from before the record could hold it', () => {
    const ten = { on: '2026-06-05', readings: { ...READINGS, reviewRecord: 10 } }
    assert.deepEqual(lines('CP-13', reviewed, ten), ['overdue 2026-06-04 -', 'dueSoon 2026-06-11 -'])
    assert.deepEqual(lines('CP-13', reviewed, { ...ten, readings: { ...READINGS, reviewRecord: undefined } }), [])
    assert.deepEqual(short('CP-13', { ...reviewed, coverage: since('2026-05-21') }, '2026-07-01'), [])
    assert.equal(short('CP-13', { ...reviewed, coverage: since('2026-05-20') }, '2026-07-01').length, 2)
  })
})

describe('LC-05: a review that considers the pathway plan', () => {
  const SIXTEEN = {
    birth: bornOn('2010-03-15'),
    periods: [period('2020-01-06')],
    placements: [placement('2020-01-06')],
  }
  const planned = { ...SIXTEEN, leavingCare: { ...NO_LEAVER, planned: [dated('plan', '2026-06-01')] } }
  const considered = (held: string) => ({ ...planned, reviews: [{ ...review(held), pathway: true }] })
  test('within six months of the plan, then of each review that considered it', () => {
    assert.deepEqual(short('LC-05', planned, '2026-11-30'), ['dueSoon 2026-12-01 -'])
    assert.deepEqual(short('LC-05', considered('2026-12-01'), '2026-12-02'), [
      'doneOnTime 2026-12-01 2026-12-01',
      'notYetDue 2027-06-01 -',
    ])
    assert.deepEqual(short('LC-05', considered('2026-12-02'), '2026-12-03')[0], 'doneLate 2026-12-01 2026-12-02')
    assert.deepEqual(short('LC-05', { ...planned, reviews: [review('2026-10-01')] }, '2026-12-02'), [
      'overdue 2026-12-01 -',
    ])
  })
  test('not of a child without a plan, nor of one who left care', () => {
    assert.deepEqual(short('LC-05', SIXTEEN, '2026-11-30'), [])
    const left = { ...planned, periods: [period('2020-01-06', { ended: n('2026-05-01') })] }
    assert.deepEqual(short('LC-05', left, '2026-11-30'), [])
  })
})

describe('decisions about homes', () => {
  const homes = (more: Partial<typeof NO_HOME_FACTS>) => ({ homeFacts: { ...NO_HOME_FACTS, ...more } })
  const decision = (kind: string, from: string, more: Partial<(typeof NO_HOME_FACTS)['decisions'][number]> = {}) => ({
    ...{ ...at(`${kind} ${from}`, from), placement: HOME, kind, since: n(from) },
    ...{ until: undefined, conditions: undefined, officerTold: undefined },
    ...more,
  })
  const CHECK: (typeof NO_HOME_FACTS)['checks'][number] = {
    ...{ ...at('check', '2026-03-27'), placement: HOME, suitable: undefined, seen: undefined, notSeen: false },
    ...{ officerTold: undefined, reviewed: undefined, emergency: false, relatives: undefined, noRelatives: false },
    ...{ areaTold: undefined, country: undefined, courtApproved: undefined },
  }

  test('PL-01: how the home now was chosen, by the day it began; with a parent there are other rules', () => {
    const chosen = (on: string) => homes({ choices: [{ ...dated('choice', on), placement: HOME }] })
    assert.deepEqual(short('PL-01', {}, '2026-03-28'), ['overdue 2026-03-27 -'])
    assert.deepEqual(short('PL-01', chosen('2026-03-27'), '2026-04-01'), ['doneOnTime 2026-03-27 2026-03-27'])
    assert.deepEqual(short('PL-01', chosen('2026-03-28'), '2026-04-01'), ['doneLate 2026-03-27 2026-03-28'])
    assert.deepEqual(short('PL-01', { placements: [placement('2026-03-27', { place: 'P1' })] }, '2026-04-01'), [])
    const moved = [placement('2026-03-27', { ended: n('2026-04-10') }), placement('2026-04-10')]
    assert.deepEqual(short('PL-01', { placements: moved }, '2026-04-11'), ['overdue 2026-04-10 -'])
    assert.deepEqual(short('PL-01', { coverage: since('2026-03-28') }, '2026-04-11'), [])
  })

  test('PL-18: before supported accommodation; from a foster home the move is reviewed first', () => {
    const other = { placements: [placement('2026-03-27', { place: 'K3' })], birth: bornOn('2009-02-03') }
    const done = { ...CHECK, suitable: n('2026-03-20'), seen: n('2026-03-25'), officerTold: n('2026-03-26') }
    const of = (check: typeof CHECK) => short('PL-18', { ...other, ...homes({ checks: [check] }) }, '2026-04-01')
    assert.deepEqual(of(done), ['doneOnTime 2026-03-27 2026-03-26'])
    assert.deepEqual(of({ ...done, officerTold: undefined }), ['overdue 2026-03-27 -'])
    assert.deepEqual(of({ ...done, seen: undefined, notSeen: true }), ['doneOnTime 2026-03-27 2026-03-27'])
    assert.deepEqual(of({ ...done, seen: n('2026-03-28') }), ['doneLate 2026-03-27 2026-03-28'])
    assert.deepEqual(short('PL-18', homes({ checks: [done] }), '2026-04-01'), [], 'a foster home')
    const from = {
      ...{ birth: bornOn('2009-02-03'), periods: [period('2026-01-05')] },
      placements: [placement('2026-01-05', { ended: n('2026-03-27') }), placement('2026-03-27', { place: 'K3' })],
    }
    const moved = (check: typeof CHECK) => short('PL-18', { ...from, ...homes({ checks: [check] }) }, '2026-04-01')
    assert.deepEqual(moved(done), ['overdue 2026-03-27 -'])
    assert.deepEqual(moved({ ...done, reviewed: n('2026-03-24') }), ['doneOnTime 2026-03-27 2026-03-26'])
    const out = (place: PlaceCode) =>
      short(
        'PL-18',
        {
          ...{ ...from, ...homes({ checks: [done] }) },
          placements: [placement('2026-01-05', { place, ended: n('2026-03-27') }), ...other.placements],
        },
        '2026-04-01',
      )[0]?.split(' ')[0]
    const asked = (['K1', 'K2', 'R1', 'R3', 'S1'] as const).map(out)
    assert.deepEqual(asked, ['overdue', 'overdue', 'doneOnTime', 'doneOnTime', 'doneOnTime'])
  })

  test('PL-08: a home in Scotland has the approval of the court, of a child in care by order', () => {
    const scotland = { ...CHECK, country: 'Scotland' }
    const of = (check: typeof CHECK, more: Facts = {}) =>
      short('PL-08', { ...homes({ checks: [check] }), ...more }, '2026-04-01')
    assert.deepEqual(of(scotland), ['overdue 2026-03-27 -'])
    assert.deepEqual(of({ ...scotland, courtApproved: n('2026-03-27') }), ['doneOnTime 2026-03-27 2026-03-27'])
    assert.deepEqual(of(CHECK), [])
    assert.deepEqual(of(scotland, { statuses: [status('2026-03-27', 'V2')] }), [])
  })

  test('PL-03: five working days after the approval of an emergency out of area', () => {
    const away = {
      homes: [{ placement: HOME, where: 'adjoining' as const, registered: false, whyBefore: undefined }],
      decisions: [{ ...dated('approval', '2026-03-27'), kind: 'placement outside the area', about: HOME }],
    }
    const of = (check: Partial<typeof CHECK>, more: Facts = away) =>
      short('PL-03', { ...homes({ checks: [{ ...CHECK, emergency: true, ...check }] }), ...more }, '2026-04-20')
    assert.deepEqual(of({}), ['overdue 2026-04-07 -'])
    assert.deepEqual(of({ relatives: n('2026-03-30'), areaTold: n('2026-04-07') }), [
      'doneOnTime 2026-04-07 2026-04-07',
    ])
    assert.deepEqual(of({ noRelatives: true, areaTold: n('2026-04-08') }), ['doneLate 2026-04-07 2026-04-08'])
    assert.deepEqual(of({ emergency: false }), [])
    assert.deepEqual(
      of(
        {},
        {
          ...away,
          homes: [{ ...away.homes[0], placement: HOME, where: 'inside', registered: false, whyBefore: undefined }],
        },
      ),
      [],
    )
  })

  test('PL-10: ten working days to assess a parent, ten more to decide', () => {
    const parent = {
      placements: [placement('2026-03-27', { place: 'P1', immediate: { from: n('2026-03-27'), until: undefined } })],
    }
    const of = (completed?: string, decided?: string) =>
      short(
        'PL-10',
        {
          ...parent,
          ...homes({
            assessments:
              completed === undefined
                ? []
                : [
                    {
                      ...at('assessed', completed),
                      placement: HOME,
                      completed: n(completed),
                      decided: decided === undefined ? undefined : n(decided),
                    },
                  ],
          }),
        },
        '2026-05-10',
      )
    assert.deepEqual(of(), ['overdue 2026-04-14 -'])
    assert.deepEqual(of('2026-04-14', '2026-04-28'), [
      'doneOnTime 2026-04-14 2026-04-14',
      'doneOnTime 2026-04-28 2026-04-28',
    ])
    assert.deepEqual(of('2026-04-15'), ['doneLate 2026-04-14 2026-04-15', 'overdue 2026-04-29 -'])
    assert.deepEqual(short('PL-10', { placements: [placement('2026-03-27', { place: 'P1' })] }, '2026-05-10'), [])
  })

  test('PL-15: all conditions of a long-term foster home; nothing of a decision of which nobody was asked', () => {
    const all = ['the carers agree', 'support assessed', 'wishes asked for', 'reviewing officer asked']
    const of = (conditions: readonly string[] | undefined) =>
      short(
        'PL-15',
        homes({ decisions: [decision('long-term foster placement', '2026-04-10', { conditions })] }),
        '2026-04-20',
      )
    assert.deepEqual(of(all), ['doneOnTime 2026-04-10 2026-04-10'])
    assert.deepEqual(of(all.slice(1)), ['overdue 2026-04-10 -'])
    assert.deepEqual(of(undefined), [])
    const owed = (decisions: readonly (typeof NO_HOME_FACTS)['decisions'][number][], on: string) =>
      dutiesOf(child({ ...CAME, ...homes({ decisions }) }), n(on), READINGS).filter(
        (duty) => duty.basis.id === 'PL-15' && isStillOwed(duty, n(on)),
      ).length
    const first = decision('long-term foster placement', '2026-04-10', { conditions: [] })
    const ended = { ...first, until: n('2026-04-18') }
    assert.deepEqual([owed([ended], '2026-04-17'), owed([ended], '2026-04-18')], [1, 0])
    const again = decision('long-term foster placement', '2026-04-15', { conditions: all })
    assert.deepEqual([owed([first, again], '2026-04-14'), owed([first, again], '2026-04-20')], [1, 0])
  })

  test('IRO-05: told before temporary approval is extended, and of a placement with a parent at once', () => {
    const twice = (officerTold?: string) =>
      homes({
        decisions: [
          decision('temporary approval', '2026-03-27'),
          decision('temporary approval', '2026-07-17', {
            officerTold: officerTold === undefined ? undefined : n(officerTold),
          }),
        ],
      })
    assert.deepEqual(short('IRO-05', twice(), '2026-07-20'), ['overdue 2026-07-17 -'])
    assert.deepEqual(short('IRO-05', twice('2026-07-17'), '2026-07-20'), ['doneOnTime 2026-07-17 2026-07-17'])
    assert.deepEqual(short('IRO-05', twice('2026-07-18'), '2026-07-20'), ['doneLate 2026-07-17 2026-07-18'])
    assert.deepEqual(
      short('IRO-05', homes({ decisions: [decision('temporary approval', '2026-03-27')] }), '2026-07-20'),
      [],
    )
  })

  test('PL-07: a school left in year 10 because of a move is approved first; not in year 9, not where it had to be at once', () => {
    const moved = (year: number | undefined, more: Facts = {}) =>
      short(
        'PL-07',
        {
          ...{ periods: [period('2026-01-05')], birth: bornOn('2011-02-03') },
          placements: [placement('2026-01-05', { ended: n('2026-03-27') }), placement('2026-03-27')],
          schooling: {
            ...child({}).schooling,
            left: [{ ...at('school', '2026-03-27'), lastDay: n('2026-03-27'), year, calendar: undefined }],
          },
          ...more,
        },
        '2026-04-01',
      )
    const approved = (on: string, about = HOME) => [{ ...dated('approval', on), kind: 'move in the exam years', about }]
    assert.deepEqual(moved(10), ['overdue 2026-03-27 -'])
    assert.deepEqual(moved(11, { decisions: approved('2026-03-27') }), ['doneOnTime 2026-03-27 2026-03-27'])
    assert.deepEqual(moved(11, { decisions: approved('2026-03-28') }), ['doneLate 2026-03-27 2026-03-28'])
    assert.deepEqual(moved(9), [])
    const atOnce = [placement('2026-01-05', { ended: n('2026-03-27') }), placement('2026-03-27', { planned: false })]
    assert.deepEqual(moved(10, { placements: atOnce }), [])
    // The school ends days before the home begins: what is approved, and what had to be at once, is of that home.
    const later = (on: string, more: Partial<Placement> = {}) => ({
      placements: [placement('2026-01-05', { ended: n(on) }), placement(on, more)],
    })
    const about = (line: string) => ({ decisions: approved('2026-03-20', line) })
    assert.deepEqual(moved(10, later('2026-04-01', { planned: false })), [])
    assert.deepEqual(moved(10, { ...later('2026-04-01'), ...about('placement 2026-04-01') }), [
      'doneOnTime 2026-03-27 2026-03-20',
    ])
    assert.deepEqual(moved(10, { ...later('2026-03-20'), ...about('placement 2026-01-05') }), [
      'doneOnTime 2026-03-27 2026-03-20',
    ])
    assert.deepEqual(moved(10, { ...later('2026-03-19'), ...about('placement 2026-03-19') }), ['overdue 2026-03-27 -'])
  })
})

describe('courts and panels', () => {
  test('CP-35: 26 weeks from the day of issue, eight more for each extension', () => {
    const issued = (extensions: number, final?: string, kind: string | undefined = 'care or supervision') => ({
      periods: [period('2026-01-05')],
      proceedings: [
        {
          ...at('case', '2026-01-05'),
          issued: n('2026-01-05'),
          extensions,
          kind,
          final: final === undefined ? undefined : n(final),
        },
      ],
    })
    assert.deepEqual(short('CP-35', issued(0), '2026-07-06'), ['overdue 2026-07-05 -'])
    assert.deepEqual(short('CP-35', issued(0, undefined, 'other'), '2026-07-06'), [])
    const [unsaid] = issued(0).proceedings.map((one) => ({ ...one, kind: undefined }))
    assert.deepEqual(short('CP-35', { ...issued(0), proceedings: unsaid ? [unsaid] : [] }, '2026-07-06'), [
      'unknown - -',
    ])
    assert.deepEqual(short('CP-35', issued(0, '2026-07-05'), '2026-07-06'), ['doneOnTime 2026-07-05 2026-07-05'])
    assert.deepEqual(short('CP-35', issued(1, '2026-08-31'), '2026-09-06'), ['doneLate 2026-08-30 2026-08-31'])
  })

  test('PL-21: a panel within a month of the order, then within three; none after it ended', () => {
    const order = {
      ...{ ...at('secure', '2026-04-01'), kind: 'secure accommodation order', made: n('2026-04-01'), madeKnown: true },
      ...{ ends: n('2026-09-30'), hearing: undefined, ended: undefined },
    }
    const panels = (...held: string[]) => ({
      ...{ powers: [order], coverage: COUNCIL_RECORD },
      securePanels: held.map((on) => ({ ...at(`panel ${on}`, on), power: 'secure', held: n(on) })),
    })
    const of = (facts: Facts, on: string) => short('PL-21', facts, on).filter((line) => !line.includes('2026-09-30'))
    assert.deepEqual(of(panels(), '2026-05-02'), ['overdue 2026-05-01 -'])
    assert.deepEqual(of(panels('2026-05-01'), '2026-05-02'), [
      'doneOnTime 2026-05-01 2026-05-01',
      'notYetDue 2026-08-01 -',
    ])
    assert.deepEqual(of(panels('2026-05-02', '2026-08-02'), '2026-08-03').slice(0, 2), [
      'doneLate 2026-05-01 2026-05-02',
      'doneOnTime 2026-08-02 2026-08-02',
    ])
    assert.deepEqual(of(panels('2026-05-01', '2026-08-01'), '2026-10-05').at(-1), 'notApplicable 2026-11-01 -')
    const next = (made: string) => ({
      ...panels('2026-05-01', '2026-08-01'),
      powers: [order, { ...order, ...at('second', made), made: n(made), ends: n('2027-01-31') }],
    })
    const panelsOf = (made: string) =>
      short('PL-21', next(made), '2026-10-10').filter((line) => /^\S+ 2026-(05|08|10|11)-/.test(line))
    const held = ['doneOnTime 2026-05-01 2026-05-01', 'doneOnTime 2026-08-01 2026-08-01']
    assert.deepEqual(panelsOf('2026-10-01'), [...held, 'notYetDue 2026-11-01 -'], 'without a gap: one chain')
    assert.deepEqual(panelsOf('2026-10-02').length, 4, 'after a gap the first panel is counted anew')
  })

  test('AD-04: seven working days to decide, two to tell parents, five to write', () => {
    const panel = (decided?: string, orally?: string, inWriting?: string) => ({
      adoptionPanels: [
        {
          ...{
            ...at('panel', '2026-04-01'),
            received: n('2026-04-01'),
            decided: decided === undefined ? undefined : n(decided),
          },
          toldOrally: orally === undefined ? undefined : n(orally),
          toldInWriting: inWriting === undefined ? undefined : n(inWriting),
        },
      ],
    })
    assert.deepEqual(short('AD-04', panel(), '2026-04-15'), ['overdue 2026-04-14 -'])
    assert.deepEqual(short('AD-04', panel('2026-04-14', '2026-04-16', '2026-04-21'), '2026-05-01'), [
      'doneOnTime 2026-04-14 2026-04-14',
      'doneOnTime 2026-04-16 2026-04-16',
      'doneOnTime 2026-04-21 2026-04-21',
    ])
    assert.deepEqual(short('AD-04', panel('2026-04-15', '2026-04-20'), '2026-05-01'), [
      'doneLate 2026-04-14 2026-04-15',
      'doneLate 2026-04-17 2026-04-20',
      'overdue 2026-04-22 -',
    ])
  })

  test('AD-08: a report within the three months of the notice; not where it was withdrawn', () => {
    const notice = (reported?: string, withdrawn?: string) => ({
      guardianships: [
        {
          ...{
            ...at('notice', '2026-05-31'),
            received: n('2026-05-31'),
            reported: reported === undefined ? undefined : n(reported),
          },
          withdrawn: withdrawn === undefined ? undefined : n(withdrawn),
        },
      ],
    })
    assert.deepEqual(short('AD-08', notice(), '2026-09-01'), ['overdue 2026-08-31 -'])
    assert.deepEqual(short('AD-08', notice('2026-08-31'), '2026-09-01'), ['doneOnTime 2026-08-31 2026-08-31'])
    assert.deepEqual(short('AD-08', notice('2026-09-01'), '2026-09-01'), ['doneLate 2026-08-31 2026-09-01'])
    assert.deepEqual(short('AD-08', notice(undefined, '2026-07-01'), '2026-09-01'), ['notApplicable 2026-08-31 -'])
  })

  test('PL-14: adopters who foster first are considered by the day of the decision', () => {
    const decided = (early?: string) => ({
      adoptionDecided: [
        {
          ...dated('decision', '2026-04-10'),
          ceased: undefined,
          referred: undefined,
          early: early === undefined ? undefined : n(early),
        },
      ],
    })
    assert.deepEqual(short('PL-14', decided(), '2026-04-11'), ['overdue 2026-04-10 -'])
    assert.deepEqual(short('PL-14', decided('2026-04-10'), '2026-04-11'), ['doneOnTime 2026-04-10 2026-04-10'])
    assert.deepEqual(short('PL-14', decided('2026-04-11'), '2026-04-12'), ['doneLate 2026-04-10 2026-04-11'])
    assert.deepEqual(short('PL-14', { ...decided(), coverage: since('2026-04-11') }, '2026-04-12'), [])
  })
})

describe('MI-11: the steps of a time missing', () => {
  const went = n('2026-05-01') * 24 * HOUR + 12 * HOUR
  const missing = (hours: number | undefined, steps: readonly (readonly [string, number])[] = []) => {
    const back = hours === undefined ? undefined : went + hours * HOUR
    const episode = {
      ...{ ...at('gone', '2026-05-01'), kind: 'missing' as const, from: n('2026-05-01') },
      ...{ until: back === undefined ? undefined : Math.floor(back / (24 * HOUR)), returnedAt: back },
    }
    const taken = steps.map(([step, after]) => {
      const moment = went + after * HOUR
      return { ...at(step, '2026-05-01'), episode: 'gone', step, day: Math.floor(moment / (24 * HOUR)), at: moment }
    })
    return { missingEpisodes: [episode], safety: { ...NO_SAFETY, gone: new Map([['gone', went]]), steps: taken } }
  }
  test('back within 24 hours nothing is owed; after 24 the service manager, after 48 the director', () => {
    assert.deepEqual(short('MI-11', missing(24), '2026-05-10'), [])
    assert.deepEqual(short('MI-11', missing(24.5), '2026-05-10'), ['overdue 2026-05-02 -'])
    assert.deepEqual(short('MI-11', missing(48.5), '2026-05-10'), ['overdue 2026-05-02 -', 'overdue 2026-05-03 -'])
    assert.equal(short('MI-11', missing(undefined), '2026-05-01').length, 3)
  })
  test('in time and late by the hour; a council may count none', () => {
    const told = (hours: number) => missing(30, [['service manager told', hours]])
    assert.deepEqual(short('MI-11', told(24), '2026-05-10'), ['doneOnTime 2026-05-02 2026-05-02'])
    assert.deepEqual(short('MI-11', told(24.5), '2026-05-10'), ['doneLate 2026-05-02 2026-05-02'])
    assert.deepEqual(
      lines('MI-11', missing(80), { on: '2026-05-10', readings: { ...READINGS, missingSteps: false } }),
      [],
    )
  })
})
