// Why each part of the return matters, in a sentence for the worker who is asked to put it right.
import type { TableName } from '#statutory-returns'

export const WHY: Readonly<Record<TableName, string>> = {
  Header: 'It says who the child is. School and health results are matched by it.',
  Episodes: 'It says where the child lives, with whom, and under what law. Most national figures begin here.',
  Reviews: 'It shows whether reviews were held, and whether the child was heard in them.',
  UASC: 'It shows who came here alone. Money for their care depends on it.',
  OC2: 'It shows whether health, teeth and feelings were looked after this year.',
  OC3: 'It shows whether we kept in touch with young people, and how they live.',
  AD1: 'It tells how long a child waited for a family of their own.',
  PlacedAdoption: 'It tells when adoption became the plan, and whether it still is.',
  PrevPerm: 'It shows who came back into care from a lasting home.',
  Missing: 'It shows how often children were out of sight, and for how long.',
  SWEpisodes: 'It shows how often a child’s worker changed.',
  DoLo: 'It shows whose liberty a court took away, and for how long.',
}
