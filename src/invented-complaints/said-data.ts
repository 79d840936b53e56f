// What is said in invented complaints, and what came of each: none is a real child's. Days are counted back from the day of the demonstration.

export type ToldStage = {
  /** Of a further stage: how many days ago it was asked for. */
  readonly asked?: number
  readonly why?: string
  readonly people?: string
  readonly longer?: readonly [why: 'complex' | 'advocate', told: number]
  readonly panel?: number
  readonly report?: number
  readonly answered?: number
  readonly outcome?: 'upheld' | 'partly upheld' | 'not upheld' | 'withdrawn'
  readonly found?: string
  readonly changes?: string
  readonly told?: readonly [ago: number, words: string]
}
export type ToldComplaint = {
  readonly asker: 'child' | 'parent' | 'carer' | 'advocate'
  readonly who: string
  readonly how: 'said' | 'written' | 'through an advocate'
  readonly about: readonly string[]
  readonly advocate: 'has one' | 'taken up' | 'not wanted' | 'not offered'
  readonly received: number
  /** It is about the worker; may they read it? */
  readonly ofWorker?: boolean
  readonly said: string
  readonly wanted: string
  readonly thinks: string
  readonly stages: readonly [ToldStage, ...ToldStage[]]
}

export const COMPLAINTS: readonly ToldComplaint[] = [
  {
    ...{ asker: 'child', who: '', how: 'said', about: ['family time', 'voice'], advocate: 'taken up', received: 7 },
    said: 'You said every second Saturday. It was two Saturdays since the summer. My brother cries when we do not come.',
    wanted: 'That somebody rings us when it falls out, and that we go on the Sunday instead.',
    thinks: 'The driver is booked week by week, and nobody looks when they are ill.',
    stages: [{}],
  },
  {
    ...{ asker: 'child', who: '', how: 'written', about: ['relationships'], advocate: 'not wanted', received: 20 },
    said: 'I have had four social workers in two years. Each one asks me the same things.',
    wanted: 'One who stays. If they go, I want to be told before and not after.',
    thinks: '',
    stages: [{}],
  },
  {
    ...{ asker: 'child', who: '', how: 'said', about: ['relationships', 'voice'], advocate: 'has one', received: 5 },
    ofWorker: false,
    said: 'She talks to my carer about me while I sit there. She looks at her phone when I talk.',
    wanted: 'That she asks me first. I do not want her to be told that I said it until we have talked.',
    thinks: '',
    stages: [{}],
  },
  {
    ...{
      asker: 'carer',
      who: 'The foster carer',
      how: 'written',
      about: ['plan', 'recording'],
      advocate: 'not offered',
    },
    received: 21,
    said: 'His plan was changed and we read it a month later. It says that he goes to a club. He does not.',
    wanted: 'That we are asked before a plan is changed, and that the plan is put right.',
    thinks: '',
    stages: [{ longer: ['complex', 12], why: 'Two people who wrote the plan are away until the week after next.' }],
  },
  {
    ...{ asker: 'advocate', who: 'Their advocate', how: 'through an advocate', about: ['home'], advocate: 'has one' },
    received: 70,
    said: 'I was told on a Thursday that I move on the Friday. Nobody asked me where.',
    wanted: 'To go back, or to be asked before the next time.',
    thinks: '',
    stages: [
      {
        ...{ answered: 58, outcome: 'not upheld', found: 'The home ended the stay at a day’s notice.' },
        changes: 'Nothing yet.',
        told: [57, 'We could not keep you there. We are sorry that nobody asked you.'],
      },
      {
        ...{ asked: 28, why: 'They knew for weeks that it was ending. I heard them say so.' },
        people: 'Investigating officer: from another service. Independent person: from outside the council.',
      },
    ],
  },
  {
    ...{
      asker: 'parent',
      who: 'Their mother',
      how: 'said',
      about: ['family time'],
      advocate: 'not wanted',
      received: 130,
    },
    said: 'You moved my time with them to the morning. I work in the mornings, and you know that.',
    wanted: 'Afternoons, as it was.',
    thinks: '',
    stages: [
      {
        ...{ answered: 119, outcome: 'upheld', found: 'Nobody asked before it was moved.' },
        changes: 'Afternoons again, from next week.',
        told: [118, 'You see Mum after school again, on Wednesdays.'],
      },
    ],
  },
  {
    ...{
      asker: 'child',
      who: '',
      how: 'written',
      about: ['recording', 'identity'],
      advocate: 'taken up',
      received: 290,
    },
    said: 'My papers say that I have no faith. I go to church every week. It is the thing I have from home.',
    wanted: 'That it is put right everywhere, and that somebody finds out how it came there.',
    thinks: '',
    stages: [
      {
        ...{ answered: 277, outcome: 'partly upheld', found: 'It was copied from an old form.' },
        changes: 'The newest plan is put right.',
        told: [276, 'The plan is right now.'],
      },
      {
        ...{
          asked: 265,
          why: 'My pathway plan and my school papers still say it.',
          people: 'Investigator and independent person, both named to them.',
        },
        ...{ answered: 231, outcome: 'partly upheld', found: 'Four papers said it; two do now.' },
        changes: 'The other two are asked for.',
        told: [230, 'Two are left, and we asked for them.'],
      },
      {
        ...{ asked: 220, why: 'It is still there.', people: 'Three people who do not work for the council.' },
        ...{
          panel: 185,
          report: 180,
          answered: 165,
          outcome: 'upheld',
          found: 'The panel found that nobody owned it.',
        },
        changes: 'Every paper is right. One named person checks faith and language at each review.',
        told: [164, 'All of them are right now. It is checked at every review, with you.'],
      },
    ],
  },
  {
    ...{ asker: 'child', who: '', how: 'said', about: ['health'], advocate: 'taken up', received: 40 },
    said: 'I have waited since spring for somebody to talk to. They said soon.',
    wanted: 'A day. A real one.',
    thinks: '',
    stages: [
      {
        ...{ answered: 29, outcome: 'upheld', found: 'The letter was never sent on.' },
        changes: 'The first time is on a day that is booked, and somebody bridges it until then.',
      },
    ],
  },
  {
    ...{ asker: 'child', who: '', how: 'said', about: ['learning'], advocate: 'not wanted', received: 60 },
    said: 'They took my laptop for the whole half-term.',
    wanted: 'My laptop.',
    thinks: '',
    stages: [{ answered: 57, outcome: 'withdrawn', why: 'I have it back. It is fine.' }],
  },
]
