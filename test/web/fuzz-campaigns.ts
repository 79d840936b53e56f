// For the fuzzing of forms: a campaign of recruiting with a count, and a home that did not come of it.
import { randomUUID } from 'node:crypto'
import type { Recording } from './fuzz-rows.ts'

export async function recordCampaign({ served, me }: Recording): Promise<void> {
  const by = { council: served.council.council, recorded_by: me.who.person, change: 'first' }
  const insert = async (table: string, row: Readonly<Record<string, unknown>>): Promise<string> => {
    const id = randomUUID()
    const whole = { ...by, id, line: id, ...row }
    const columns = Object.keys(whole).join(', ')
    await served.query(
      `insert into kith.${table} (${columns}) select ${columns} from json_populate_record(null::kith.${table}, $1::json)`,
      [JSON.stringify(whole)],
    )
    return id
  }
  const campaign = await insert('recruitment_campaign', { looks_for: '11 to 17', began: '2027-01-10', homes: 4 })
  const counts = { enquiries: 4, visits: 2, applications: 1, withdrawn: 1 }
  await insert('campaign_count', { campaign, counted: '2027-02-01', ...counts })
  await insert('household', { kind: 'our foster home', prefers: [] })
}
