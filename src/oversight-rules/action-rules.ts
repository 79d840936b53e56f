// AC-01, a rule of our own: an action that somebody took further rises to the next tier by itself. No law.
import { addWorkingDays, day, type IsoDay } from '#calendar'
import { BANK_HOLIDAYS_MISSING, type Due, due, named, rule, unknown } from '#law'

/** The first is taken where a council chose nothing: what `#actions` counts by. */
export const ACTION_DAYS = [5, 3, 10, 15] as const
const inWords = (n: number): string => `${n} working days.`
export const actionRises = rule<{ readonly from: IsoDay; readonly days: number }, Due>({
  ...{ id: 'AC-01', name: 'An action taken further rises', level: 'practice', verification: 'knowledge' },
  inForce: { from: day('2015-01-01') },
  says: 'An action that somebody took further, and that is not done by its day, goes on once so many working days are over: from the team manager to the head of service, then to the director. It stays with the last until it is closed with what changed for the child. A tier that it has reached is not lost when the number changes.',
  cites: [named('Local practice')],
  trigger:
    'the day on which it was taken further, or the day by which it is to be done where that is later; then each rise',
  satisfiedBy: {
    fact: 'the end of the action',
    table: 'kith.action_outcome, kith.action_step',
    words: 'The action is closed with what changed; carried on to a day ahead, it stays where it stands until then.',
  },
  responsible: 'Whoever holds the tier with which it stands',
  interpretations: [
    {
      name: 'actionRises',
      asks: 'After how many working days does an action that was taken further go to the next tier?',
      taken: String(ACTION_DAYS[0]),
      readings: Object.fromEntries(ACTION_DAYS.map((n) => [String(n), inWords(n)])),
    },
  ],
  decidedOn: ({ from }) => from,
  apply: ({ from, days }) => {
    const on = addWorkingDays(from, days)
    return on === undefined ? unknown(BANK_HOLIDAYS_MISSING) : { kind: 'due', day: on }
  },
  examples: [
    { name: 'five working days', given: { from: day('2026-11-02'), days: 5 }, expect: due('2026-11-09') },
    { name: 'over Christmas', given: { from: day('2026-12-21'), days: 5 }, expect: due('2026-12-30') },
    { name: 'ten, as a council chose', given: { from: day('2026-11-02'), days: 10 }, expect: due('2026-11-16') },
  ],
})
