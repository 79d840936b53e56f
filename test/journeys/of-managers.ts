// Journeys of those who answer for others: a change of worker, a plan sent back and approved, a review and what came of it, who looked.
import type { Going } from './going.ts'
import type { Journey } from './journey.ts'

async function writeTo(at: Going, what: 'A goodbye' | 'A hello', words: string): Promise<void> {
  await at.press('Visits and notes')
  await at.press(what, at.page.getByRole('navigation', { name: 'Write' }))
  await at.write(/^To /, words)
  await at.press('Save')
}

const handOver: Journey = {
  name: 'a child gets another worker: a goodbye while there is time for it, and a hello from the new one',
  tell: async (at) => {
    await at.be('Priya Kandola')
    await at.press('Amara Fernsby')
    await writeTo(at, 'A goodbye', 'I will remember how you laughed at the ducks.')
    await at.sees('Goodbye saved.')
    await at.be('Margaret Osei')
    await at.search('Amara Fernsby')
    await at.press('Amara Fernsby')
    await at.press('Record')
    await at.press('Allocate, change or cover')
    await at.press('Save who works with them')
    await at.sees('There is something to put right', 'Choose a worker of your teams.')
    await at.pick('Who?', 'Tom Ashdown')
    await at.pick(/^Why does the worker change/, 'The child moved to another team')
    await at.press('Save who works with them')
    await at.sees('Saved.')
    await at.be('Tom Ashdown')
    await at.to('Actions')
    await at.sees(/^Say hello to Amara Fernsby/)
    await at.press('Amara Fernsby')
    await writeTo(at, 'A hello', 'I am Tom. I like dogs and tea.')
    await at.sees('Hello saved.', 'I will remember how you laughed at the ducks.')
    await at.press('Overview')
    return [/^Tom Ashdown/, 'since Wed 31 Mar 2027']
  },
}

async function toPlan(at: Going): Promise<void> {
  await at.be('Priya Kandola')
  await at.press('Cass Ellis')
  await at.press('Plan and reviews', at.page.getByRole('navigation', { name: /record$/ }))
  await at.press(/^The whole plan/)
  await at.press('Write the plan')
}
async function sendPart(at: Going, text: string): Promise<void> {
  await at.press('Health')
  await at.write('Health', text)
  await at.press('Save this part')
  await at.press('Send for approval')
  await at.press('Send for approval')
  await at.sees('Waiting for approval')
}
async function sendBack(at: Going, why: string): Promise<void> {
  await at.be('Imran Bashir')
  await at.press(/^Cass Ellis: care plan/, at.page.locator('.kith-card', { hasText: 'Needs your decision' }))
  await at.tick('Send it back')
  await at.write('Why', why)
  await at.press('Give this answer')
  await at.sees('Your answer is recorded.')
}

const plan: Journey = {
  name: 'part of a plan is changed and sent; sent back with why, changed again, and approved',
  tell: async (at) => {
    await toPlan(at)
    await at.press('Begin a new edition')
    await sendPart(at, 'Asthma is well.')
    await sendBack(at, 'Say who looks at the plan, and when.')
    await toPlan(at)
    await at.sees('Say who looks at the plan, and when.')
    await sendPart(at, 'Asthma is well; the nurse looks at the plan each May.')
    await at.be('Imran Bashir')
    await at.to('Approvals')
    await at.press(/^Decide/)
    await at.tick('Approve it')
    await at.write('Why', 'It is clear now who does what.')
    await at.press('Give this answer')
    await at.sees('Your answer is recorded.')
    await at.go(at.path().replace('/write', '/read'))
    return [/approved by Imran Bashir/, 'Asthma is well; the nurse looks at the plan each May.']
  },
}

const sixteen: Journey = {
  name: 'somebody is 16: what they need is assessed, a pathway plan begun, and a personal adviser named',
  tell: async (at) => {
    const leaving = async () => await at.press('Leaving care', at.page.getByRole('navigation', { name: /record$/ }))
    await at.be('Priya Kandola')
    await at.search('Malik Zaman')
    await at.press(/^Malik Zaman/)
    await leaving()
    await at.sees(/^Eligible child since/, 'Nobody is named. From 16 on, the law asks for somebody.')
    await at.press('Record an assessment')
    await at.press('Save')
    await at.sees('There is something to put right', 'Write what they need, in a few words at least.')
    await at.pick('What set this off?', 'The law asks for one now: an age, a time, a new home')
    await at.write('When was that?', 'today')
    await at.write('What they need', 'Malik wants to cook, and to know about rent.')
    await at.press('Save')
    await at.sees('Malik wants to cook, and to know about rent.')
    await at.press('Begin it')
    await at.press('Begin the pathway plan')
    await at.press('Money', at.page.getByRole('table'))
    await at.write('Money', 'A bank account by May. Malik’s savings are looked at together.')
    await at.press('Save the plan')
    await at.sees('Saved in the plan.')
    await at.be('Margaret Osei')
    await at.search('Malik Zaman')
    await at.press(/^Malik Zaman/)
    await leaving()
    await at.press('Name or change')
    await at.tick('Personal adviser')
    await at.pick('Who?', 'Tom Ashdown')
    await at.press('Save who works with them')
    await at.sees('Saved.')
    await at.search('Malik Zaman')
    await at.press(/^Malik Zaman/)
    await leaving()
    return ['Tom Ashdown', 'It is being written, and not agreed.']
  },
}

const review: Journey = {
  name: 'a review is recorded with a decision; its action is on its owner’s list, and closed with what changed',
  tell: async (at) => {
    await at.be('Colin Treadwell')
    await at.search('Zara Ellis')
    await at.press('Zara Ellis')
    await at.go(`${at.path()}/reviews/record`)
    await at.tick('Was there and spoke')
    await at.write(/what we talked about/, 'You showed us your swimming badge.')
    await at.write('Decision 1', 'Zara goes swimming each week.')
    await at.write('Why', 'She asked for it, and it makes her strong.')
    await at.write(/What it is meant to change/, 'Zara swims')
    await at.press('Save review')
    await at.sees('There is something to put right')
    await at.pick('Who does it?', 'Priya Kandola')
    await at.write('By when', '20 Apr')
    await at.write(/next review/, '20 Sep')
    await at.press('Save review')
    await at.sees('Review saved.')
    await at.be('Priya Kandola')
    await at.to('Actions')
    await at.press(/^Close for Zara/)
    await at.tick('Done')
    await at.write(/^What changed for Zara/, 'She swims on Tuesdays, and goes in first.')
    await at.press('Close action')
    await at.sees('Action closed.')
    await at.to('Home')
    await at.press('Zara Ellis')
    await at.press('Plan and reviews', at.page.getByRole('navigation', { name: /record$/ }))
    return ['Zara goes swimming each week.']
  },
}

const glass: Journey = {
  name: 'a record is opened in an emergency; the manager reads who looked, and why',
  tell: async (at) => {
    await at.be('Imran Bashir')
    await at.search('Samuel Ellis')
    await at.press('Samuel Ellis')
    const child = at.path()
    await at.be('Tom Ashdown')
    await at.go(child)
    await at.sees('This record is closed')
    await at.press('open it in an emergency')
    await at.press('Open the record')
    await at.sees('There is something to put right')
    await at.write(/^Why you have to see/, 'He rang from the station, alone.')
    await at.press('Open the record')
    await at.sees(/Open to you in an emergency until/)
    await at.be('Imran Bashir')
    await at.search('Samuel Ellis')
    await at.press('Samuel Ellis')
    await at.open('More')
    await at.press('Who looked, and why')
    return ['Opened in an emergency', '“He rang from the station, alone.”', 'Tom Ashdown']
  },
}

const leader: Journey = {
  name: 'a director goes from a number to its children, to a late duty, and to the law behind it',
  tell: async (at) => {
    await at.be('Dawn Hale')
    await at.press(/^\d+\s+children: Something late/)
    await at.sees('Children')
    await at.press(/^[A-Z]/, at.page.locator('.kith-table tbody th').first())
    await at.open(/^Why, and how it was counted/)
    await at.sees(/^Counted: /, /^Law: /)
    await at.press('Every duty')
    await at.open('Ask about another day')
    await at.write('As on day', '2026-11-01')
    await at.press('Show')
    await at.back()
    await at.to('Rulebook')
    await at.press(/^Second review$/)
    return [/regulation 33\(2\)/]
  },
}

export const OF_MANAGERS: readonly Journey[] = [handOver, sixteen, plan, review, glass, leader]
