// A journey of a placement worker: a request, the list with its reasons, a home that says no, one that says yes, the decision, and the look after 72 hours.
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

async function ask(at: Going): Promise<void> {
  await at.press(/^Ask/, at.page.locator('.kith-found-foot').first())
  await at.write('What you asked them, and how', 'Rang, and sent the page.')
  await at.press('Record that they were asked')
  await at.sees('Somewhere with a dog, and where I can stay.', /Nothing of the profile was left out\./)
  await at.press('The request')
  await at.press('Find a home')
  await at.press(/^Their answer/)
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

const looking: Journey = {
  name: 'a home for a child: request, list, a home that says no with its reason, one that says yes, the decision, and 72 hours later',
  tell: async (at) => {
    await at.be('Lorna Whitcombe')
    await askAgain(at)
    await ask(at)
    await sayNo(at)
    await ask(at)
    await at.tick('They say yes')
    await at.write('As it was said', 'We would love to meet.')
    await at.press('Save')
    await at.press(/^Decide on this home/)
    await at.press('Record the decision')
    await at.sees('There is something to put right', 'Say why this home is right.')
    await at.write(/^From which day would they live there/, '20 Apr')
    await at.write(/^Why is this home right/, 'They like football, and the school is near.')
    await at.write(/^What does .* say/, 'All right, if I can come back.')
    await at.write(/^What was not to be had/, 'A dog. The neighbours have one.')
    await at.press('Record the decision')
    await at.sees(/^Decided: /, 'What follows', /regulation 9/)
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
    return [/The dog next door sleeps on the step/, 'Promised and not come: My bike.']
  },
}
export const OF_HOMES: readonly Journey[] = [looking]
