// The three children whose stories are told word by word: who they are and where they have lived, so that the stories hold.

type ToldHome = {
  readonly since: string
  readonly kind: string
  readonly provider: string
  readonly postcode: string
  readonly registration: string | null
  readonly ended: string | null
}
type ToldChild = {
  readonly code: string
  readonly given: string
  readonly called: string
  readonly sex: 'F' | 'M'
  readonly born: string
  readonly ethnicity: string
  readonly need: string
  readonly family: string
  readonly statuses: readonly { readonly code: string; readonly since: string }[]
  readonly homes: readonly ToldHome[]
}

export const TOLD = [
  {
    code: 'SYN000267',
    given: 'Casper',
    called: 'Prior',
    sex: 'M',
    born: '2014-06-09',
    ethnicity: 'WBRI',
    need: 'N3',
    family: 'QH26 4SN',
    statuses: [
      { code: 'C1', since: '2025-04-07' },
      { code: 'C2', since: '2025-08-27' },
    ],
    homes: [
      {
        since: '2025-04-07',
        kind: 'K2',
        provider: 'PR4',
        postcode: 'VH12 5TY',
        registration: 'SC843139',
        ended: 'CARPL',
      },
      { since: '2025-08-27', kind: 'U4', provider: 'PR1', postcode: 'QA29 5DR', registration: 'SC052952', ended: null },
    ],
  },
  {
    code: '110361',
    given: 'Milo',
    called: 'Fernsby',
    sex: 'M',
    born: '2020-08-08',
    ethnicity: 'WOTH',
    need: 'N3',
    family: 'QD9 7HS',
    statuses: [
      { code: 'C1', since: '2025-08-18' },
      { code: 'C2', since: '2026-03-11' },
    ],
    homes: [
      {
        since: '2025-08-18',
        kind: 'U6',
        provider: 'PR4',
        postcode: 'QA9 6EJ',
        registration: 'SC203529',
        ended: 'CARPL',
      },
      { since: '2026-05-22', kind: 'U3', provider: 'PR1', postcode: 'QA9 6EJ', registration: 'SC203530', ended: null },
    ],
  },
  {
    code: '103627',
    given: 'Erin',
    called: 'Whitby',
    sex: 'F',
    born: '2014-06-03',
    ethnicity: 'WBRI',
    need: 'N1',
    family: 'QE11 6FB',
    statuses: [
      { code: 'C1', since: '2026-02-25' },
      { code: 'C2', since: '2026-10-21' },
    ],
    homes: [
      {
        since: '2026-02-25',
        kind: 'U6',
        provider: 'PR5',
        postcode: 'QA9 9QW',
        registration: 'SC118933',
        ended: 'CREQO',
      },
      {
        since: '2026-11-02',
        kind: 'K2',
        provider: 'PR4',
        postcode: 'VD25 1AL',
        registration: 'SC377794',
        ended: 'CARPL',
      },
      { since: '2027-03-25', kind: 'P1', provider: 'PR0', postcode: 'QE11 6FB', registration: null, ended: null },
    ],
  },
] as const satisfies readonly ToldChild[]
