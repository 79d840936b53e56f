// A month of supervision: the facts first, a child thought about, an action that drifts, cover, and both signatures, one in disagreement.
import type { Going } from './going.ts'
import type { Journey } from './journey.ts'

const SETTLED = 'He wakes before everybody and makes the porridge. On Sundays he sits by the window.'

async function begin(at: Going, worker: string): Promise<void> {
  await at.to('Supervision')
  await at.press(`Begin supervision with ${worker}`)
  await at.press('Save')
  await at.sees('There is something to put right', /how many minutes/)
  await at.write('Minutes without interruption', '95')
  await at.press('Save')
  await at.sees(`Supervision with ${worker}`, 'Children')
}
/** As every form of a child asks it: life first, then the plan, our thinking, the decision. */
async function think(at: Going, life: string): Promise<void> {
  await at.write(/^What is life like for/, life)
  const under = at.page.getByRole('radio', { name: 'Under way' })
  for (const one of await at.page.locator('fieldset .govuk-form-group').filter({ has: under }).all())
    await at.tick('Under way', one)
  await at.tick('Clear and on time')
  await at.write('Our thinking', 'What else could the window be, besides waiting?')
  await at.write('Manager’s decision', 'He sees his nan before the review.')
  await at.write('Reasons', 'He asks for her each week.')
}
/** Where scripts run, words that are nearly those of the time before are said to be so while they are written, and then not any more. */
async function copyFirst(at: Going): Promise<void> {
  const before = at.page.locator('details', { hasText: 'What we wrote on' }).locator('.govuk-details__text')
  if (!at.scripts || (await before.count()) === 0) return
  await at.write(/^What is life like for/, ((await before.textContent()) ?? '').trim())
  await at.sees(/^These are nearly the words of/, 'Is it the same?')
  await at.write(/^What is life like for/, SETTLED)
  await at.until(async () => (await at.page.getByText(/^These are nearly the words of/).count()) === 0)
}
/** Of the first child who is not thought about yet: their name. */
async function thinkOfOne(at: Going): Promise<string> {
  const links = at.page.locator('main').getByRole('link', { name: /^Think about / })
  const names = (await links.allTextContents()).map((words) => words.replace(/^\s*Think about /, '').trim())
  let name = ''
  // One of whom nothing earlier is asked, so that the story is the same whoever comes first.
  for (const next of names) {
    name = next
    await at.press(`Think about ${name}`)
    if ((await at.page.getByText('What became of earlier actions').count()) === 0) break
    await at.back()
  }
  await at.sees(/^What the record knows of /)
  await copyFirst(at)
  await think(at, SETTLED)
  await at.write('What is to be done', 'Ask Nan to come to the allotment')
  await at.write(/^What it is meant to change/, 'He does not wait at the window')
  await at.write('By when', 'today')
  await at.press('Save, and back to the list')
  await at.sees('Saved. It stands on the record, not yet agreed.')
  return name
}
/** The action is carried on, and a second time. */
async function carryTwice(at: Going, name: string): Promise<void> {
  for (const day of ['9 Apr', '16 Apr']) {
    await at.to('Supervision')
    await at.press(
      /^Sign supervision of Wed 31 Mar 2027: Imran Bashir$/,
      at.page.locator('.kith-card', { hasText: 'For you to sign' }),
    )
    await at.press(`Read what was written of ${name}`)
    await at.press('Carry it on', at.page.locator('li', { hasText: 'Ask Nan' }).last())
    await at.write('The new day', day)
    await at.write(/^Why/, 'She was away.')
    await at.press('Carry on')
  }
}
async function standIn(at: Going): Promise<void> {
  await at.to('Supervision')
  await at.press('You will be away')
  await at.pick('Who stands in?', 'Margaret Osei')
  await at.write('From which day?', '5 Apr')
  await at.write('Until which day?', '9 Apr')
  await at.press('Save')
  await at.sees('Margaret Osei for Imran Bashir')
}

const month: Journey = {
  name: 'a month of supervision: what is known, what is decided, an action that drifts, cover, and a disagreement that stands',
  tell: async (at) => {
    await at.be('Imran Bashir')
    await begin(at, 'Priya Kandola')
    const name = await thinkOfOne(at)
    await at.be('Priya Kandola')
    await at.sees('Your actions')
    await carryTwice(at, name)
    await at.be('Margaret Osei')
    await at.to('Supervision')
    await at.sees('Actions that drift', 'Ask Nan to come to the allotment')
    await at.be('Imran Bashir')
    await standIn(at)
    await at.be('Priya Kandola')
    await at.to('Supervision')
    await at.press(
      /^Sign supervision of Wed 31 Mar 2027: Imran Bashir$/,
      at.page.locator('.kith-card', { hasText: 'For you to sign' }),
    )
    await at.press('Write your part')
    await at.write(/^How are you/, 'The window stays with me.')
    await at.press('Save')
    await at.press('Sign')
    await at.tick('I sign it, and disagree with part of it')
    await at.write(/^With what do you disagree/, 'Nan should come first, and the review after.')
    await at.press('Sign')
    return [/disagrees/, 'Nan should come first, and the review after.']
  },
}

export const OF_SUPERVISION: readonly Journey[] = [month]
