// Rule MI-02: missing, away without authorisation, or no episode at all.
import { day, type IsoDay } from '#calendar'
import { guidance, rule } from '#law'

export interface AbsenceGiven {
  readonly on: IsoDay
  readonly whereaboutsKnown: boolean
  readonly whereExpected: boolean
  readonly authorised: boolean
}

export const whatAnAbsenceIs = rule<AbsenceGiven, 'missing' | 'awayWithoutAuthorisation' | 'noEpisode'>({
  id: 'MI-02',
  name: 'Missing, and away without authorisation',
  says: 'Missing: nobody knows where the child is. Away without authorisation: it is known, and it is not where the child should be. An absence that was agreed is neither.',
  level: 'statutory-guidance',
  verification: 'secondary',
  cites: [guidance('Children who run away or go missing from home or care (DfE, January 2014)', 'definitions')],
  inForce: { from: day('2014-01-01') },
  satisfiedBy: {
    fact: 'kind of the episode',
    table: 'kith.missing_episode',
    words: 'The kind that was recorded, with its beginning and end.',
  },
  trigger: 'the absence',
  responsible: 'The carer; the council',
  decidedOn: ({ on }) => on,
  apply: ({ whereaboutsKnown, whereExpected, authorised }) => {
    if (authorised || (whereaboutsKnown && whereExpected)) return 'noEpisode'
    return whereaboutsKnown ? 'awayWithoutAuthorisation' : 'missing'
  },
  examples: [
    {
      name: 'nobody knows where the child is',
      vector: 'MI-02#1',
      given: { on: day('2026-02-01'), whereaboutsKnown: false, whereExpected: false, authorised: false },
      expect: 'missing',
    },
    {
      name: 'known, and not agreed',
      vector: 'MI-02#2',
      given: { on: day('2026-02-01'), whereaboutsKnown: true, whereExpected: false, authorised: false },
      expect: 'awayWithoutAuthorisation',
    },
    {
      name: 'agreed',
      vector: 'MI-02#3',
      given: { on: day('2026-02-01'), whereaboutsKnown: true, whereExpected: false, authorised: true },
      expect: 'noEpisode',
    },
  ],
})
