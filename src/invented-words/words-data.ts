// Words of invented children and of those who work with them, written for this demonstration: none is a real child's.
// {name} is the child; {carer} whoever looks after them; {brother} their brother or sister by name; {school} their school.
import type { Fits } from '#invented-lives'

export type ViewWords = Fits & {
  readonly how: string
  readonly about: string
  readonly words: string
  readonly answer?: { readonly outcome: string; readonly words: string }
}
export type NoteWords = Fits & { readonly text: string }

export const VIEWS: readonly ViewWords[] = [
  {
    from: 3,
    until: 7,
    how: 'drew',
    about: 'home',
    words: 'Me and the cat on the big chair. The sun is smiling because it is Saturday.',
  },
  {
    from: 3,
    until: 7,
    how: 'said',
    about: 'home',
    if: 'carer',
    words: 'I like it when {carer} does the voices in the story.',
  },
  {
    from: 3,
    until: 7,
    how: 'said',
    about: 'family time',
    words: 'I want to see Mummy when it is not raining so we can go to the swings.',
    answer: {
      outcome: 'partly changed',
      words: 'Time together is at the park when it is dry, and at the family centre when it is not.',
    },
  },
  { from: 3, until: 6, how: 'signed', about: 'other', words: 'More. Again. Outside.' },
  {
    from: 4,
    until: 8,
    how: 'drew',
    about: 'school',
    if: 'school',
    words: 'My class with the hamster in the middle. I am the one with the long arms.',
  },
  {
    from: 4,
    until: 8,
    how: 'said',
    about: 'worker',
    words: 'You came on the day you said. I counted on the calendar.',
  },
  {
    from: 4,
    until: 9,
    how: 'said',
    about: 'family time',
    if: 'apart',
    words: 'I want {brother} to come to my birthday. And cake with both our names.',
    answer: { outcome: 'changed', words: '{brother} came for the whole afternoon. There were two cakes in the end.' },
  },
  {
    from: 4,
    until: 9,
    how: 'drew',
    about: 'home',
    if: 'together',
    words: 'Me and {brother} in our room. The line in the middle is so we do not argue.',
  },
  { from: 5, until: 9, how: 'said', about: 'health', words: 'I do not like the dentist but I like the sticker.' },
  { from: 5, until: 10, how: 'said', about: 'home', words: 'I can sleep with the door open a bit. Nobody minds.' },
  {
    from: 6,
    until: 10,
    how: 'wrote',
    about: 'home',
    if: 'carer',
    words: 'Dear Judge, I feel safe here. I want to stay until I am big. From me.',
  },
  {
    from: 6,
    until: 11,
    how: 'said',
    about: 'school',
    if: 'school',
    words: 'Maths is hard but Miss sits next to me and then it is not so hard.',
  },
  {
    from: 7,
    until: 11,
    how: 'said',
    about: 'plan',
    words: 'I want to know how long I am staying. Nobody says a number.',
    answer: {
      outcome: 'partly changed',
      words:
        'You were shown the plan with pictures. There is a day in court before the summer, and you will be told what is said there.',
    },
  },
  {
    from: 7,
    until: 12,
    how: 'said',
    about: 'family time',
    words: 'Dad shouts on the phone. I want to write to him instead.',
    answer: { outcome: 'changed', words: 'You and Dad write letters for now. Somebody reads them with you.' },
  },
  {
    from: 7,
    until: 12,
    how: 'said',
    about: 'home',
    if: 'carer',
    words: 'At {carer}’s we have tea at the table every day. I thought that was only on telly.',
  },
  {
    from: 7,
    until: 12,
    how: 'said',
    about: 'home',
    if: 'kin',
    words: 'It smells like it did when I was little. That helps.',
  },
  {
    from: 8,
    until: 12,
    how: 'wrote',
    about: 'review',
    words: 'Things I want to talk about: 1. my own bike. 2. seeing Mum more. 3. not having a meeting in school time.',
    answer: { outcome: 'changed', words: 'Reviews are after school now, at home. The bike came in March.' },
  },
  {
    from: 8,
    until: 13,
    how: 'said',
    about: 'family time',
    if: 'apart',
    words: 'I miss {brother} most at bedtime. We used to say goodnight through the wall.',
    answer: {
      outcome: 'changed',
      words: 'You ring each other at half past seven, every evening that you both want to.',
    },
  },
  {
    from: 8,
    until: 14,
    how: 'said',
    about: 'school',
    if: 'school',
    words: 'I do not want to be taken out of class for meetings. Everyone asks.',
    answer: { outcome: 'changed', words: 'School and your worker agreed: nobody fetches you out of a lesson.' },
  },
  {
    from: 9,
    until: 13,
    how: 'said',
    about: 'home',
    if: 'together',
    words: 'As long as {brother} is here I am all right.',
  },
  {
    from: 9,
    until: 14,
    how: 'said',
    about: 'other',
    words: 'I would like a photo of us all from before. I had one and it got lost in a move.',
    answer: { outcome: 'changed', words: 'Your aunt had the same picture. It is in a frame by your bed.' },
  },
  { from: 9, until: 15, how: 'said', about: 'worker', words: 'I have had a few of you. I hope you stay.' },
  {
    from: 10,
    until: 14,
    how: 'said',
    about: 'home',
    if: 'home',
    words: 'It is all right here. The staff play football and they mean it.',
  },
  {
    from: 10,
    until: 15,
    how: 'wrote',
    about: 'home',
    if: 'carer',
    words: 'I know the rules here and they are the same every day. I like that more than I say.',
  },
  {
    from: 10,
    until: 16,
    how: 'said',
    about: 'family time',
    if: 'far',
    words: 'It takes too long to get to Mum. Half of Saturday is the car.',
    answer: {
      outcome: 'partly changed',
      words: 'Every second time is by video now, and the other lasts the whole day so that the drive is worth it.',
    },
  },
  {
    from: 10,
    until: 16,
    how: 'said',
    about: 'school',
    if: 'far',
    words: 'I had to start again with friends. I have one now. Two if you count the dog.',
  },
  {
    from: 11,
    until: 15,
    how: 'said',
    about: 'school',
    if: 'school',
    words: 'I want to stay at {school}, even if I have to move again. Please.',
    answer: {
      outcome: 'changed',
      words: 'It is in the plan: you stay at {school}, and a taxi is paid for if it has to be.',
    },
  },
  { from: 11, until: 16, how: 'said', about: 'plan', words: 'You can write what you want, but read it to me first.' },
  {
    from: 11,
    until: 16,
    how: 'said',
    about: 'health',
    words: 'I want to talk to somebody who is not a social worker. Not about everything. Just some of it.',
  },
  {
    from: 11,
    until: 16,
    how: 'wrote',
    about: 'review',
    words: 'I will come if I can sit next to {carer} and if it is less than an hour.',
    if: 'carer',
  },
  {
    from: 12,
    until: 16,
    how: 'said',
    about: 'home',
    if: 'home',
    words: 'I would rather be in a house with a normal front door. No office by the stairs.',
    answer: {
      outcome: 'nothing changed',
      words: 'A foster home is being looked for. None has been right so far; we tell you each month how it stands.',
    },
  },
  {
    from: 12,
    until: 17,
    how: 'said',
    about: 'other',
    words: 'I just want to do what my mates do without a form.',
    answer: {
      outcome: 'changed',
      words: 'Sleepovers and trips are for your carers to say yes to. It is written in the placement plan.',
    },
  },
  {
    from: 13,
    until: 17,
    how: 'said',
    about: 'family time',
    words: 'I decide about Mum. Some weeks yes, some weeks no. Do not put it in a timetable.',
    answer: { outcome: 'changed', words: 'It is written as you said it: whenever you want, and nobody counts.' },
  },
  {
    from: 13,
    until: 17,
    how: 'said',
    about: 'school',
    if: 'school',
    words: 'I want to do the sports course. Everybody keeps saying maths first.',
  },
  {
    from: 14,
    until: 18,
    how: 'said',
    about: 'home',
    if: 'carer',
    words: 'When I am eighteen I want to still be able to come for Sunday dinner.',
    answer: {
      outcome: 'changed',
      words: 'You can stay put after eighteen. You and your carers have said yes; it is in the pathway plan.',
    },
  },
  {
    from: 14,
    until: 18,
    how: 'wrote',
    about: 'plan',
    words: 'I read my plan. You got the bit about my dad wrong, the rest is fair.',
    answer: { outcome: 'changed', words: 'The part about your dad is written again, with you.' },
  },
  {
    from: 15,
    until: 18,
    how: 'said',
    about: 'other',
    words: 'I am scared about eighteen. Nobody else in my year has to think about rent.',
  },
  {
    from: 15,
    until: 18,
    how: 'said',
    about: 'plan',
    words: 'I want driving lessons, and somebody to teach me to cook more than pasta.',
    answer: {
      outcome: 'partly changed',
      words: 'Cooking is on Tuesdays with your adviser. Driving lessons are saved for.',
    },
  },
  {
    from: 16,
    until: 18,
    how: 'said',
    about: 'home',
    if: 'flat',
    words: 'It is quiet here. Good quiet in the day, not so good at night.',
    answer: {
      outcome: 'changed',
      words: 'Somebody who works there sits with you from nine till ten, on the evenings you ask.',
    },
  },
  {
    from: 16,
    until: 18,
    how: 'said',
    about: 'home',
    if: 'flat',
    words: 'I have my own key. I have never had my own key.',
  },
  {
    from: 13,
    until: 18,
    how: 'through an interpreter',
    about: 'family time',
    if: 'alone',
    words: 'I want to find out if my mother is alive. Please write to the Red Cross again.',
    answer: { outcome: 'partly changed', words: 'The Red Cross has opened a search. They write to you, not to us.' },
  },
  {
    from: 13,
    until: 18,
    how: 'through an interpreter',
    about: 'home',
    if: 'alone',
    words: 'They are kind and they asked what I eat. They asked where I pray, and they drive me there.',
  },
  {
    from: 13,
    until: 18,
    how: 'through an interpreter',
    about: 'school',
    if: 'alone',
    words: 'I want to learn English fast. Then mathematics. In my country I was good at mathematics.',
  },
  {
    from: 13,
    until: 18,
    how: 'said',
    about: 'plan',
    if: 'alone',
    words: 'I wait for the letter about my papers. Every day I look at the door.',
  },
  {
    from: 13,
    until: 18,
    how: 'through an interpreter',
    about: 'health',
    if: 'alone',
    words: 'I do not sleep. When I sleep I am on the boat.',
    answer: {
      outcome: 'changed',
      words:
        'The children in care nurse saw you in the same week. Somebody who speaks your language sees you every fortnight.',
    },
  },
  { from: 2, until: 8, how: 'drew', about: 'home', if: 'adoption', words: 'A house with four windows. One is for me.' },
  {
    from: 4,
    until: 17,
    how: 'said',
    about: 'home',
    if: 'parents',
    words: 'It is good to be home. I want everybody to stop checking soon.',
  },
]

export const GOOD_NEWS: readonly NoteWords[] = [
  { from: 0, until: 0.4, text: 'You smiled at {carer} this morning, a real one. Everybody had to come and see.' },
  { from: 0.15, until: 1, text: 'You slept six hours in one go. {carer} woke up before you did, to check.' },
  { from: 0.45, until: 1, text: 'You crawled as far as the washing basket, and sat in it.' },
  { from: 0.5, until: 1.2, text: 'You clapped when {carer} came in, and then you clapped for yourself.' },
  { from: 0.3, until: 0.8, text: 'You rolled over today, looked very surprised, and did it again.' },
  { from: 1, until: 3, text: 'First steps: three, from the sofa to {carer}, and then a sit-down.' },
  { from: 1, until: 3, text: 'You have a new word, and it is “no”. You use it well.' },
  {
    from: 1,
    until: 4,
    text: 'You stroked the neighbour’s rabbit with one finger and whispered to it for ten minutes.',
  },
  { from: 2, until: 5, text: 'You counted the stairs to seven, all by yourself, up and down.' },
  { from: 2, until: 5, text: 'No nappy at night for a whole week. You chose the pants with diggers.' },
  { from: 3, until: 6, text: 'At nursery you shared the red scooter without being asked. It was the red one.' },
  { from: 3, until: 6, text: 'You sang at the harvest assembly, louder than anybody, and waved at {carer}.' },
  { from: 4, until: 7, text: 'You read your first book from the first page to the last. It was about a bear.' },
  { from: 4, until: 8, text: 'Ten metres in the water without armbands.' },
  { from: 5, until: 9, text: 'Star of the week, for being kind to somebody new in class.' },
  { from: 5, until: 9, text: 'You lost a front tooth in an apple. The apple is in the freezer, because you asked.' },
  { from: 5, until: 10, text: 'You rode a bike without anybody holding on. Then you rode it to the shop and back.' },
  { from: 6, until: 11, text: 'You made soup with {carer} and ate two bowls. There were carrots in it.' },
  { from: 6, until: 11, text: 'You were a tree in the school play. You said that it was the best tree, and it was.' },
  { from: 7, until: 11, text: 'You slept at a friend’s house for the first time, and stayed until the morning.' },
  { from: 7, until: 12, text: 'Your swimming badge came: 50 metres. It is sewn on already.' },
  { from: 7, until: 13, text: 'You grew a sunflower taller than the fence. It has a name; you have not told us.' },
  { from: 8, until: 12, text: 'You were chosen for the school council. You have ideas about the lunches.' },
  { from: 8, until: 13, text: 'You taught {brother} to play draughts, and let {brother} win. Once.', if: 'apart' },
  { from: 8, until: 14, text: 'You scored on Sunday. {carer} shouted so much that the other side laughed.' },
  { from: 9, until: 13, text: 'You finished the whole series, all nine books, and began again with the first.' },
  {
    from: 9,
    until: 14,
    text: 'You played in the brass band at the summer fair. One note was wrong, and you smiled at it.',
  },
  { from: 10, until: 14, text: 'You went on the school trip to the lakes: two nights, one blister, no tears.' },
  { from: 10, until: 15, text: 'A whole half-term of full attendance. You put the letter on the fridge yourself.' },
  { from: 11, until: 15, text: 'You walked the dogs of the whole street for a charity, and counted the money twice.' },
  {
    from: 11,
    until: 16,
    text: 'Your picture was chosen for the corridor at {school}. It is the canal in the evening.',
    if: 'school',
  },
  { from: 11, until: 16, text: 'You cooked for everybody: chicken, rice, and a sauce that nobody else may make.' },
  {
    from: 12,
    until: 16,
    text: 'You told the class about your project without notes. Your teacher wrote home about it.',
  },
  {
    from: 12,
    until: 17,
    text: 'Your boxing coach says that you are the one who helps the little ones with their gloves.',
  },
  { from: 13, until: 17, text: 'You passed your mock in science with a 6. You said that it was luck. It was not.' },
  {
    from: 13,
    until: 17,
    text: 'First Saturday at the bakery. You came home with flour in your hair and thirty pounds.',
  },
  {
    from: 14,
    until: 18,
    text: 'You went to the young people’s group at the council and asked the director about bus passes. You have an answer.',
  },
  { from: 15, until: 18, text: 'You have a place at college for September, on the course that you wanted.' },
  { from: 15, until: 18, text: 'You passed the theory test. Forty-six out of fifty.' },
  { from: 16, until: 18, text: 'You made a week’s plan of meals, bought it all, and had four pounds left.' },
  { from: 16, until: 18, text: 'A month in the apprenticeship. Your foreman says that you are early every day.' },
  {
    from: 13,
    until: 18,
    if: 'alone',
    text: 'You went up two groups in English. You helped somebody new with the bus today, in three languages.',
  },
  {
    from: 13,
    until: 18,
    if: 'alone',
    text: 'First cricket match of the season. You hit a four, and everybody knows your name now.',
  },
]

export const WORK: readonly NoteWords[] = [
  {
    from: 0,
    until: 2,
    text: '{carer} knows each of {name}’s cries. {name} is weighed every fortnight and is gaining well. We talked about sleep, and about who comes to family time.',
  },
  {
    from: 1,
    until: 4,
    text: '{name} was shy for two minutes and then brought me every shoe in the house. {carer} says that night-time is calmer since the bath comes before tea.',
  },
  {
    from: 2,
    until: 6,
    text: 'We looked at the book of photographs together. {name} pointed at Mum, was quiet, then turned the page. {carer} looks at it with {them} whenever {they} fetches it.',
  },
  {
    from: 4,
    until: 9,
    text: 'We drew the three houses: worries, good things, dreams. In the house of worries {name} drew a suitcase. We talked about what would have to happen before anybody packs one.',
  },
  {
    from: 5,
    until: 11,
    text: '{name} showed me the bedroom first, then the garden. We walked to the pond and fed nobody, since it was cold. {name} asked when the next review is and who comes.',
  },
  {
    from: 6,
    until: 12,
    text: 'School says that {name} settles faster after weekends than last term. A card on the desk helps: green, amber, red. {name} holds it up without being asked.',
  },
  {
    from: 7,
    until: 13,
    text: 'We did the feelings cards. {name} kept “proud” and “left out”, and put back “angry”, which used to be the first. We spoke about the party, and about who was asked.',
  },
  {
    from: 8,
    until: 14,
    text: 'A row about the tablet at nine in the evening; sorry said by both before school. {carer} and {name} have written new times on one page, and both have signed.',
  },
  {
    from: 9,
    until: 15,
    text: 'We ate chips in the car and talked about Dad. {name} wants to know why he does not write. I said that I will ask him, and that the answer may be none.',
  },
  {
    from: 10,
    until: 16,
    text: '{name} wanted to walk, so we walked. Half of it was football. The other half was whether this is the last move. I said what I know and what I do not.',
  },
  {
    from: 11,
    until: 16,
    text: 'We read the plan together, page by page. {name} crossed out one sentence and wrote another. The new one is better, and it is in the plan now.',
  },
  {
    from: 12,
    until: 17,
    text: 'School rang about two missed mornings. {name} says that the bus stop is where the older ones wait. {carer} drives for now; school looks at a different start.',
  },
  {
    from: 13,
    until: 17,
    text: 'We spoke about who {name} is online with. {name} showed me the settings, and changed two. We agreed what {name} would tell {carer} about, without it becoming a row.',
  },
  {
    from: 14,
    until: 18,
    text: 'We went through the pathway: money, documents, who to ring. {name} has a bank card and a savings account, and no passport yet. The forms are in the post.',
  },
  {
    from: 16,
    until: 18,
    text: '{name} made tea and had tidied. We looked at the electricity meter and at what a week costs. Evenings are the hard part; {name} goes to the gym then.',
  },
  {
    from: 13,
    until: 18,
    if: 'alone',
    text: 'With the interpreter on the phone. {name} has the appointment with the solicitor and knows which papers to bring. We practised saying “I need a break”.',
  },
  {
    from: 13,
    until: 18,
    if: 'alone',
    text: 'We found the shop that sells the bread {name} knows. {name} spoke about the road here, a little, and then about the league table, a lot.',
  },
]

export const WISHES: Readonly<
  Record<'little' | 'adoption' | 'child' | 'teen' | 'grown', readonly [string, ...string[]]>
> = {
  little: [
    '{name} is too young to say it in words. {name} shows us: held close by {carer}, the same blanket, the same song.',
    '{name} looks for {carer} first and settles there. Change is hard; the same faces help.',
  ],
  adoption: [
    '{name} talks about the new bedroom, and asks who comes to visit it.',
    '{name} says that two mums are a lot, and that it is all right.',
  ],
  child: [
    '{name} wants to stay with {carer} and to see Mum more often.',
    '{name} wants to be told first when something changes, and not to miss school for it.',
    '{name} wants everybody to stop being sad, and a dog.',
  ],
  teen: [
    '{name} wants to stay here, with the same school and the same friends.',
    '{name} wants fewer meetings, and to decide more about family time.',
    '{name} wants to know what is planned and until when.',
  ],
  grown: [
    '{name} wants a place of {their} own one day, near people who know {them}.',
    '{name} wants to finish college first, and everything else after.',
    '{name} wants to keep seeing {carer} after eighteen.',
  ],
}

/** What they do, with what stands in its way. */
export const LIKES: readonly (Fits & { readonly what: string; readonly hinders?: string })[] = [
  { from: 2, until: 6, what: 'Puddles, and the boots for them' },
  { from: 3, until: 8, what: 'Dinosaurs, by their right names' },
  { from: 3, until: 9, what: 'Drawing cats' },
  { from: 4, until: 10, what: 'Swimming on Saturdays' },
  { from: 5, until: 12, what: 'Lego, the big sets' },
  { from: 6, until: 14, what: 'Football, in goal', hinders: 'The club trains on the evening of family time.' },
  { from: 7, until: 13, what: 'Baking with {carer}', if: 'carer' },
  { from: 7, until: 15, what: 'Street dance', hinders: 'There is no place in the group until the summer.' },
  { from: 8, until: 16, what: 'Reading in the bath' },
  { from: 9, until: 17, what: 'Gaming with friends, until nine' },
  { from: 10, until: 18, what: 'Boxing club' },
  { from: 11, until: 18, what: 'Playing the guitar', hinders: 'The guitar stayed behind in the last home.' },
  { from: 12, until: 18, what: 'Make-up, and videos about it' },
  { from: 13, until: 18, what: 'Fishing on the canal' },
  { from: 13, until: 18, what: 'Cricket', if: 'alone' },
  { from: 15, until: 18, what: 'The gym' },
]

export const MUST_KNOWS: readonly (Fits & { readonly kind: string; readonly fact: string })[] = [
  { from: 0, until: 2, kind: 'health', fact: 'Reflux: kept upright for half an hour after each bottle' },
  { from: 2, until: 18, kind: 'health', fact: 'Asthma: the blue inhaler goes everywhere' },
  { from: 1, until: 18, kind: 'health', fact: 'Allergic to nuts: two pens, one at home, one in the bag' },
  { from: 3, until: 16, kind: 'health', fact: 'Epilepsy: time it, and ring 999 after five minutes' },
  { from: 3, until: 10, kind: 'communication', fact: 'Needs one thing said at a time, and a minute to answer' },
  { from: 4, until: 16, kind: 'communication', fact: 'Does not like to be looked at while talking: sit beside' },
  {
    from: 13,
    until: 18,
    kind: 'communication',
    fact: 'Needs an interpreter for anything about papers or health',
    if: 'alone',
  },
  { from: 5, until: 18, kind: 'wish', fact: 'Wants to be told of a change before anybody else is' },
  { from: 6, until: 18, kind: 'wish', fact: 'Does not want to be hugged: a fist bump is right' },
  { from: 11, until: 18, kind: 'safety', fact: 'When upset goes to the bus station: look there first' },
  { from: 4, until: 18, kind: 'safety', fact: 'The address of this home is not to reach Dad’s family', if: 'carer' },
  { from: 12, until: 18, kind: 'safety', fact: 'Hurts themselves when alone and low: somebody stays near' },
]

/** Of one text for each part of a care plan, by what the child’s life is like. */
export const PERMANENCE: Readonly<Record<string, string>> = {
  'return home': 'The plan is that {name} goes home when the assessment of home says that it is safe, step by step.',
  'family and friends': 'The plan is that {name} grows up with {carer}, who is family.',
  adoption: 'The plan is adoption: a family for good.',
  'long-term foster care': 'The plan is that {name} stays with {carer} until grown up.',
  'residential care': 'The plan is that {name} stays here while it helps, and then in a family.',
  'supported independence':
    'The plan is that {name} lives with support until {they} can manage alone, and comes back to us when it gets hard.',
  'not decided': 'The court decides this year where {name} grows up. Until then {they} stays here.',
}

export const DISPUTES: readonly {
  readonly about: string
  readonly issue: string
  readonly asked: string
  readonly view: string
  readonly answer: string
  readonly says: string
}[] = [
  {
    about: 'delay',
    issue: 'Life story work was agreed at two reviews and has not begun.',
    asked: 'A named person begins it within a month.',
    view: 'I want to know why I had to move so much.',
    answer: 'agreed',
    says: 'It begins on the first Tuesday after the holidays, with somebody whom {name} has met.',
  },
  {
    about: 'health',
    issue: 'The referral for {name}’s worries has waited for seven months without anybody asking after it.',
    asked: 'The manager writes to the service, and somebody bridges the wait.',
    view: 'They said soon. It is not soon.',
    answer: 'agreed in part',
    says: 'The letter is sent. The bridge is being looked for.',
  },
  {
    about: 'home',
    issue: 'Three homes within a year, each meant to last.',
    asked: 'A meeting about what {name} needs before anybody looks for a fourth.',
    view: 'I do not want to unpack again.',
    answer: 'agreed',
    says: 'The meeting was held with everybody. {name} stays, with more support at home.',
  },
  {
    about: 'family time',
    issue: 'Brothers and sisters have not met for ten weeks, since nobody could drive.',
    asked: 'A driver is paid for, and the days that were lost are made good.',
    view: 'I just want to see them.',
    answer: 'agreed',
    says: 'A driver is booked for each second Saturday.',
  },
  {
    about: 'visits',
    issue: 'Two visits were later than the law allows, after a change of worker.',
    asked: 'The next three visits are booked now.',
    view: 'I did not know who was coming.',
    answer: 'agreed',
    says: 'They are booked, and {name} has the days on a card.',
  },
]
export const FOUND: readonly [string, ...string[]] = [
  'You told me how things are, and I could see it too. What was decided is mostly done.',
  'I read the record and spoke with you. You said that home is all right and that school is better.',
  'I saw you at home. You showed me what you are proud of.',
  'We spoke on the phone. You want the next review to be shorter, and at home.',
]
export const ALERTS: readonly [string, ...string[]] = [
  'The child’s own words stand at the head of the plan, and the plan follows them.',
  'A hard goodbye was planned for weeks, with the child. It went well because of that.',
  'Brothers and sisters have met every time, although they live fifty miles apart.',
]
