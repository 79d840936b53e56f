// Invitations of the round that waits: the worker of each of its first children is asked, and some have answered.
import { addDays, type IsoDay } from '#calendar'
import { type Door, writeParts } from '#database'
import { answerInvitation, auditsStanding, invitableFor, invitationsOf, invite } from '#practice-audits'

const REASON = 'I am in court that day; the Thursday after would do.'
const ANSWERS = ['comes', 'another time', undefined, 'comes', undefined] as const

/** Each by its auditor, and answered by whoever was asked. */
export async function inventInvitations(
  door: Door,
  { council, lead }: { readonly council: number; readonly lead: string },
  today: IsoDay,
): Promise<void> {
  const open = await door.as({ council, person: lead }, async (asking) => await auditsStanding(asking, { open: true }))
  for (const [at, answer] of ANSWERS.entries()) {
    const one = open[at]
    if (one === undefined) return
    const { child, line: audit, auditor } = one
    const worker = await door.as({ council, person: auditor }, async (asking) => {
      const [whom] = await invitableFor(asking, child, today)
      if (whom === undefined) return undefined
      const when = { invited: today, meets: addDays(today, 5 + at), begins: null, how: 'in person' }
      const words = 'What have you and they been proud of, and what was in the way?'
      await invite(
        asking,
        { worker: whom.id, part: whom.part, ...when },
        { child, audit, words: writeParts({ about: words }) },
      )
      return whom.id
    })
    if (worker === undefined || answer === undefined) continue
    await door.as({ council, person: worker }, async (asking) => {
      const asked = (await invitationsOf(asking, child)).find((own) => own.audit === audit)
      if (asked === undefined) return
      const another = answer === 'another time'
      const said = { answer, answered: today, instead: another ? addDays(today, 9) : null }
      await answerInvitation(asking, asked, { ...said, words: another ? writeParts({ why: REASON }) : undefined })
    })
  }
}
