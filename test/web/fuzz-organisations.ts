// For the fuzzing of forms: an organisation with an agreement that runs, and somebody of it who works with the child.
import type { Recording } from './fuzz-rows.ts'

export async function recordOrganisation({ served, me }: Recording, child: string): Promise<void> {
  const { council } = served.council
  const [made] = await served.query<{ line: string }>(
    `with fresh as (select kith.new_id() as id)
     insert into kith.organisation (council, id, line, provider, issuer, name, kind, agreement, since, until, purposes, answers, recorded_by)
     select $1, id, id, 'hill-' || right(id::text, 8), 'https://hill-' || right(id::text, 8) || '.example', 'Hill Trust', 'health service', 'Sharing', '2020-01-01', '2030-01-01', '{health}', $2, $2 from fresh
     returning line`,
    [council, me.who.person],
  )
  const [nurse] = await served.query<{ id: string }>(
    `with p as (insert into kith.person (council, recorded_by) values ($1, $2) returning id)
     insert into kith.worker (council, id, name, recorded_by) select $1, id, 'Ola Quill', $2 from p returning id`,
    [council, me.who.person],
  )
  await served.query(
    `with fresh as (select kith.new_id() as id)
     insert into kith.organisation_worker (council, id, line, person, organisation, works_there, recorded_by)
     select $1, id, id, $2, $3, true, $4 from fresh`,
    [council, nurse?.id, made?.line, me.who.person],
  )
  await served.query(
    `with fresh as (select kith.new_id() as id)
     insert into kith.standing_relation (council, id, line, person, child, relation, reason, recorded_by)
     select $1, id, id, $2, $3, 'health-team', 'agreement with another organisation', $4 from fresh`,
    [council, nurse?.id, child, me.who.person],
  )
}
