// What the reviewing officer did for the children whose stories are told, by the code of the return: all of it invented.

export type Reviewed = {
  readonly permanence: {
    readonly option: string
    readonly parallel: readonly string[]
    readonly decided: string
    readonly waits_for: string
    readonly waits_since: string | null
    readonly why: string
    readonly next: string
  }
  readonly check: {
    readonly happened: string
    readonly looked_at: readonly string[]
    readonly contact: string
    readonly track: string
    readonly found: string
    readonly worries: string
  }
  readonly alert: { readonly kind: string; readonly about: string; readonly raised: string; readonly what: string }
  readonly dispute?: {
    readonly about: string
    readonly raised: string
    readonly child_told: string
    readonly issue: string
    readonly asked: string
    readonly view: string
    readonly answer: {
      readonly tier: string
      readonly answer: string
      readonly answered: string
      readonly promised: string | null
      readonly says: string
    }
  }
}

export const REVIEWED: Readonly<Record<string, Reviewed>> = {
  SYN000267: {
    permanence: {
      option: 'long-term foster care',
      parallel: ['family and friends'],
      decided: '2026-02-10',
      waits_for: 'papers of ours',
      waits_since: '2026-11-12',
      why: 'Cass is settled with Alison and David, near Ruby and Nan, and wants to stay.',
      next: 'The match goes to panel when the carers’ review is written.',
    },
    check: {
      happened: '2027-03-05',
      looked_at: ['decisions', 'home', 'family time', 'permanence'],
      contact: 'spoken with',
      track: 'concern',
      found: 'You are doing well at school, and home is home. You told me that the weekends with Ruby matter most.',
      worries: 'The papers for staying have waited since November, and Cass has noticed.',
    },
    alert: {
      kind: 'good practice',
      about: 'family time',
      raised: '2027-03-05',
      what: 'Saturdays with Ruby have been kept for a year, whatever else happened. David drives.',
    },
    dispute: {
      about: 'delay',
      raised: '2027-03-08',
      child_told: 'told',
      issue:
        'The match with Alison and David was agreed in principle a year ago. Its papers have waited since November.',
      asked: 'The papers go to the panel of April, so that Cass knows where Cass will grow up.',
      view: 'I just want to know that I can stay.',
      answer: {
        tier: 'informal',
        answer: 'agreed in part',
        answered: '2027-03-15',
        promised: null,
        says: 'The papers are half written. A date cannot be promised.',
      },
    },
  },
}
