// A journey of a placement worker: a request, the list with its reasons, a home that says no, one that says yes, the decision, and the look after 72 hours.
import type { Locator } from 'playwright-core'
import type { Going } from './going.ts'
import type { Journey } from './journey.ts'

async function askAgain(at: Going): Promise<void> {
  await at.to('Homes looked for')
  await at.press(/^[A-Z]/, at.page.locator('.kith-table tbody th').first())
  await at.press(/^Close/)
  await at.tick('It is not needed any more')
  await at.write(/^What was agreed/, 'A new request is written with the child.')
  await at.press('Close it')
  await at.press('Ask for another home')
  await at.write(/^From when is a home needed/, '20 Apr')
  await at.press('Save the request')
  await at.sees(
    'Saved. What is missing is listed.',
    'Whether a parent or somebody they are connected with can care for them',
  )
  await at.press('Find a home')
  await at.sees(/section 22C/)
  await at.press('Say it in the request')
  await at.tick('Parents, and people they are connected with, were considered first')
  await at.write('In my words', 'Somewhere with a dog, and where I can stay.')
  await at.write('What I like', 'football')
  await at.press('Save correction')
  await at.press('Find a home')
}

const cards = (at: Going): Locator => at.page.locator('.kith-card', { has: at.page.locator('.kith-found-foot') })

async function ask(at: Going, home: () => Locator): Promise<void> {
  await at.press(/^Ask/, home())
  await at.write('What you asked them, and how', 'Rang, and sent the page.')
  await at.press('Record that they were asked')
  await at.sees('Somewhere with a dog, and where I can stay.', /Nothing of the profile was left out\./)
  await at.press('The request')
  await at.press('Find a home')
  await at.press(/^Their answer/, home())
}
async function sayNo(at: Going): Promise<void> {
  await at.tick('They say no')
  await at.write('As it was said', 'Not so soon after Kai left us.')
  await at.press('Save')
  await at.sees('There is something to put right', 'They say no: choose the reason that they gave.')
  await at.pick('If they say no: why?', 'They need a pause')
  await at.press('Save')
  await at.sees('Taken off the list, or said no', 'Not so soon after Kai left us.')
}

/** In an area that does not adjoin ours: a home of an agency, for which the director has to approve. */
const distant = (at: Going) => (): Locator =>
  cards(at).filter({ hasText: 'A home at a distance, after asking the council of that area' }).first()

async function decide(at: Going): Promise<void> {
  await at.press(/^Decide on this home/, distant(at)())
  await at.press('Record the decision')
  await at.sees('There is something to put right', 'Say why this home is right.')
  await at.write(/^From which day would they live there/, 'today')
  await at.write(/^Why is this home right/, 'They like football, and the school is near.')
  await at.write(/^What does .* say/, 'All right, if I can come back.')
  await at.write(/^What was not to be had/, 'A dog. The neighbours have one.')
  await at.write(/^Why not the first of the list/, 'They have no place before summer.')
  await at.press('Record the decision')
  await at.sees(/^Decided: /, 'Approval: placement at a distance', 'not asked for yet', /regulation 9/)
}

async function askApproval(at: Going): Promise<void> {
  await at.press(/^Ask for the approval/)
  await at.sees(/They like football, and the school is near\..*All right, if I can come back\./s)
  await at.press('Ask')
  await at.sees('Asked. It waits for whoever decides.')
}
async function approve(at: Going): Promise<void> {
  await at.be('Dawn Hale')
  await at.to('Approvals')
  await at.press(/^Decide/, at.page.locator('tr', { hasText: 'Imran Bashir' }))
  await at.tick('Approve')
  await at.write('Your reasons', 'Mum can visit there, and you asked to come back.')
  await at.press('Save decision')
}
async function moveIn(at: Going): Promise<void> {
  await at.sees(/Approved by Dawn Hale/)
  await at.press(/^They move in/)
  await at.pick('What kind of home?', 'Foster carer')
  await at.pick('Why did the home before end?', 'It was planned in the care plan')
  await at.press('Save home')
  await at.sees('Home saved. Visits and the plan are counted from now on.')
}
async function writePlan(at: Going): Promise<void> {
  await at.sees(/Closed on .*A home was found/)
  await at.press(/^Write the placement plan/)
  await at.press(/^Begin/)
  await at.press('Every day')
  await at.write('Every day', 'The dog is walked at seven. You choose supper on Fridays.')
  await at.press('Save the plan')
}
async function look(at: Going) {
  await at.press('Record how it is', at.page.locator('.kith-lines li', { hasText: 'After 72 hours' }))
  const home = await at.page.locator('select[name=decision] option').nth(1).textContent()
  await at.pick('Which home?', home ?? '')
  await at.tick('After 72 hours')
  await at.write(/in their own words/, 'The dog next door sleeps on the step.')
  await at.write(/^What was promised/, 'My bike.')
  await at.press('Save')
  await at.sees('There is something to put right', 'Say what follows.')
  await at.tick('It goes on, and more is needed')
  await at.press('Save')
  return [/The dog next door sleeps on the step/, 'Promised and not come: My bike.', /Approved by Dawn Hale/]
}

const looking: Journey = {
  name: 'a home for a child: request, list, a no with its reason, a yes far away, the decision, the approval, the plan, and 72 hours later',
  tell: async (at) => {
    await at.be('Lorna Whitcombe')
    await askAgain(at)
    await ask(at, () => cards(at).first())
    await sayNo(at)
    await ask(at, distant(at))
    await at.tick('They say yes')
    await at.write('As it was said', 'We would love to meet.')
    await at.press('Save')
    await decide(at)
    const request = at.path()
    await at.be('Imran Bashir')
    await at.go(request)
    await askApproval(at)
    await approve(at)
    await at.be('Lorna Whitcombe')
    await at.go(request)
    await moveIn(at)
    await at.be('Imran Bashir')
    await at.go(request)
    await writePlan(at)
    await at.be('Lorna Whitcombe')
    await at.go(request)
    return await look(at)
  },
}
export const OF_HOMES: readonly Journey[] = [looking]
