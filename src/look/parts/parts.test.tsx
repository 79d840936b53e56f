// The parts of a page where they decide something: what is left out, what is capped, what is said beside a colour.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Child, Fragment, jsx } from 'hono/jsx'
import { day } from '#calendar'
import { ActionRows, Card, EmptyState, FoldedCard, Steps } from './card.tsx'
import { ChildHeader } from './child-header.tsx'
import { ChildLine } from './child-line.tsx'
import { Chips } from './chips.tsx'
import { ConflictDiff } from './conflict-diff.tsx'
import { DutyTable } from './duty-table.tsx'
import { Facts, FactWithSource, NOT_KNOWN } from './facts.tsx'
import { FilterForm, SaveStatus } from './forms.tsx'
import { DueMark, Marks } from './marks.tsx'
import { Menu } from './menu.tsx'
import { MustKnow, type MustKnowItem } from './must-know.tsx'
import { PageHead } from './page-head.tsx'
import { Paging, pageOf, pagesNamed } from './paging.tsx'
import { colourOf, initials, PersonChip } from './person-chip.tsx'
import { PrintHead } from './print-head.tsx'
import { ReasonsList } from './reasons-list.tsx'
import { Timeline } from './timeline.tsx'
import { Voice } from './voice.tsx'

const markup = (of: Child): string => String(jsx(Fragment, {}, of))
const words = (of: Child): string =>
  markup(of)
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

describe('a mark', () => {
  it('has its shape on the page, and words', () => {
    const sprite = markup(<Marks />)
    for (const mark of ['late', 'soon', 'done', 'unknown'] as const) {
      const shown = markup(<DueMark mark={mark} words="Fri 27 Nov" />)
      const [, id = 'none'] = /href="#([a-z-]+)"/.exec(shown) ?? []
      assert.ok(sprite.includes(`id="${id}"`), mark)
      assert.match(shown, />Fri 27 Nov</)
    }
    assert.doesNotMatch(markup(<DueMark mark="later" words="Fri 27 Nov" />), /<svg/)
  })
})

describe('a person', () => {
  const CASES = [
    ['Lily-Mae Carter', 'LC'],
    ['Tyler', 'T'],
    ['Ana de la Cruz', 'AC'],
    ["Éabha O'Neil", 'ÉO'],
    ['Child 106069', 'C1'],
    ['Михаил Петров', 'МП'],
    ['  ', ''],
    ['(unborn) Ellis', 'UE'],
  ] as const
  for (const [name, letters] of CASES) it(`${name}: ${letters}`, () => assert.equal(initials(name), letters))
  it('has one colour of six by the id, whatever the name', () => {
    const ids = Array.from({ length: 600 }, (_, n) => `01a21561-54c7-7ba9-b7e9-0e60bcab${String(n).padStart(4, '0')}`)
    const counts = Map.groupBy(ids, colourOf)
    assert.deepEqual(
      [...counts.keys()].toSorted((a, b) => a - b),
      [0, 1, 2, 3, 4, 5],
    )
    assert.ok([...counts.values()].every((same) => same.length > 50))
    const [id = ''] = ids
    assert.match(markup(<PersonChip id={id} name="Ayo" />), new RegExp(`circle--${colourOf(id) + 1}"`))
  })
  it('is a link only with an address', () => {
    assert.doesNotMatch(markup(<PersonChip id="1" name="Ayo" />), /<a/)
    assert.match(markup(<PersonChip id="1" name="Ayo" to="/children/1" />), /href="\/children\/1">Ayo</)
  })
})

describe('what must be known', () => {
  const items: readonly MustKnowItem[] = [
    { kind: 'wish', words: 'wish' },
    { kind: 'private', words: 'private' },
    { kind: 'harm', words: 'first harm' },
    { kind: 'harm', words: 'second harm' },
    { kind: 'private', words: 'also private' },
  ]
  it('is three things, what can harm first, and says how many more there are', () => {
    assert.equal(words(<MustKnow items={items} />), 'first harm second harm private and 2 more in the record')
    assert.match(markup(<MustKnow items={items} all="/all" />), /<a href="\/all">and 2 more<\/a>/)
  })
  it('of three leaves none out, and of none there is no list', () => {
    assert.equal(words(<MustKnow items={items.slice(0, 3)} />), 'first harm private wish')
    assert.equal(markup(<MustKnow items={[]} />), '')
  })
})

describe('the line of a child above a form', () => {
  const ayo = { id: '1', to: '/children/1', name: 'Ayo <b>', age: '9 years' }
  it('names them, leads back, and says how old, and what is known of them only where it is', () => {
    assert.equal(words(<ChildLine {...ayo} />), 'AB Ayo &lt;b&gt; 9 years')
    const more = { born: '8 June 2017', likesToBeCalled: 'Ay', recordNumber: 'NM1' }
    assert.match(
      words(<ChildLine {...ayo} {...more} />),
      /likes to be called Ay · 9 years \(born 8 June 2017\) · record NM1$/,
    )
    assert.match(
      markup(<ChildLine {...ayo} />),
      /^<section [^>]*aria-label="Whose record this is">[\s\S]*href="\/children\/1"/,
    )
  })
  it('has what must be known, or no list', () => {
    assert.doesNotMatch(markup(<ChildLine {...ayo} />), /<ul/)
    assert.match(words(<ChildLine {...ayo} mustKnow={[{ kind: 'harm', words: 'Nut allergy' }]} />), /Nut allergy$/)
  })
})

describe("the head of a child's record", () => {
  it('says not known for what nobody recorded, and is silent on what the reader may not see', () => {
    const text = words(
      <ChildHeader id="1" name="Ayo Adeyemi" facts={{ school: NOT_KNOWN, livesWith: { words: 'Jo' } }} />,
    )
    assert.equal(text, 'AA Ayo Adeyemi Lives with Jo School Not known')
  })
  it('says how old, and the day of birth only where it is known', () => {
    const known = { id: '1', name: 'Ayo', facts: {} }
    assert.match(words(<ChildHeader {...known} age="9 years" born="8 June 2017" />), /9 years \(born 8 June 2017\)$/)
    assert.match(words(<ChildHeader {...known} age="9 years" />), /Ayo 9 years$/)
    assert.match(words(<ChildHeader {...known} born="8 June 2017" />), /Ayo born 8 June 2017$/)
  })
  it('has menus, tabs and facts only where there are any', () => {
    const bare = markup(<ChildHeader id="1" name="Ayo" facts={{}} />)
    assert.doesNotMatch(bare, /<details|<nav|<dl|<ul/)
    const tabs = [
      { to: '/a', words: 'Overview' },
      { to: '/b', words: 'Story' },
    ]
    const full = markup(
      <ChildHeader id="1" name="Ayo" facts={{}} record={[{ to: '/v', words: 'Visit' }]} tabs={tabs} here="/b" />,
    )
    assert.equal([...full.matchAll(/<details/g)].length, 1)
    assert.match(full, /href="\/b" aria-current="page">Story/)
    assert.equal([...full.matchAll(/aria-current/g)].length, 1)
  })
  it('puts what was typed on the page as text', () => {
    assert.match(markup(<ChildHeader id="1" name="<b>Ayo</b>" facts={{}} />), /&lt;b&gt;Ayo&lt;\/b&gt;/)
  })
})

describe('facts', () => {
  it('not known is said, and is no empty place', () =>
    assert.equal(words(<Facts facts={[{ name: 'School', fact: NOT_KNOWN }]} />), 'School Not known'))
  it('say where they come from', () => {
    const told = markup(<FactWithSource source="visit 3 Oct">Yes</FactWithSource>)
    assert.match(told, /^Yes <span class="kith-source">from visit 3 Oct<\/span>$/)
    assert.match(
      markup(
        <FactWithSource source="visit 3 Oct" to="/v">
          Yes
        </FactWithSource>,
      ),
      /from <a href="\/v">visit/,
    )
  })
})

describe('cards and lists', () => {
  it('a count of nothing is shown, no count is not', () => {
    assert.match(markup(<Card title="Late" count={0} />), /kith-count">0</)
    assert.doesNotMatch(markup(<Card title="Late" />), /kith-count/)
  })
  it('a folded card is opened without a script', () =>
    assert.match(markup(<FoldedCard title="Done" />), /^<details[^>]*><summary[^>]*><h2/))
  it('an action without a person or a button has no empty places for them', () =>
    assert.doesNotMatch(markup(<ActionRows rows={[{ title: 'Visit' }]} />), /__who|__do/))
  it('the step one is at is said', () =>
    assert.match(
      markup(<Steps label="Parts" steps={[{ to: '#1', words: 'Voice', current: true }]} />),
      /aria-current="step"/,
    ))
  it('nothing is said in words', () => assert.equal(words(<EmptyState title="Nothing waiting" />), 'Nothing waiting'))
  it('chips say what is chosen, and how many', () => {
    const shown = markup(<Chips label="Show" chips={[{ to: '?a', words: 'All', count: 0, current: true }]} />)
    assert.match(shown, /aria-current="true">All <span>\(0\)<\/span>/)
  })
  it('a menu of nothing is no menu', () => assert.equal(markup(<Menu words="More" items={[]} />), ''))
  it('a page head without a lead has no empty line', () =>
    assert.equal(
      markup(<PageHead title="Children" />),
      '<div class="kith-page-head"><div><h1>Children</h1></div></div>',
    ))
})

describe('a table of duties', () => {
  const shown = markup(
    <DutyTable
      caption="Duties"
      columns={['Child', 'Visit', 'Nights']}
      numbers={[1]}
      rows={[
        { head: 'Ayo', cells: [{ content: 'Fri', calm: true }, 3] },
        { head: 'Zofia', cells: ['', 0] },
      ]}
    />,
  )
  it('names the column in each cell, for phones, and not twice to a screen reader', () =>
    assert.deepEqual(
      [...shown.matchAll(/data-column="(\w+)"/g)].map(([, column]) => column),
      ['Nights', 'Nights'],
    ))
  it('leaves calm and empty cells out on a phone, and never a nought', () => {
    assert.equal([...shown.matchAll(/kith-calm/g)].length, 2)
    assert.match(shown, /class="kith-number" data-column="Nights"><span class="kith-table__cell">0</)
  })
  it('keeps its roles when its rows are shown as cards', () => {
    for (const role of ['table', 'rowgroup', 'row', 'columnheader', 'rowheader', 'cell'])
      assert.ok(shown.includes(`role="${role}"`), role)
  })
})

describe('the pages of a list', () => {
  const CASES: readonly (readonly [number, number, readonly (number | 'gap')[]])[] = [
    [1, 2, [1, 2]],
    [1, 6, [1, 2, 'gap', 6]],
    [3, 6, [1, 2, 3, 4, 5, 6]],
    [4, 12, [1, 2, 3, 4, 5, 'gap', 12]],
    [6, 12, [1, 'gap', 5, 6, 7, 'gap', 12]],
    [12, 12, [1, 'gap', 11, 12]],
  ]
  for (const [page, pages, named] of CASES)
    it(`page ${page} of ${pages}`, () => assert.deepEqual(pagesNamed(page, pages), named))
  it('so many on a page as are asked for; a page that there is not is the nearest', () => {
    const rows = Array.from({ length: 61 }, (_, at) => at)
    assert.deepEqual(
      [1, 3, 9, Number.NaN]
        .map((asked) => pageOf(rows, asked, 30))
        .map(({ page, pages, from, rows: on }) => [page, pages, from, on.length]),
      [
        [1, 3, 0, 30],
        [3, 3, 60, 1],
        [3, 3, 60, 1],
        [1, 3, 0, 30],
      ],
    )
    assert.equal(pageOf(rows, 2).rows.length, 11)
  })
  it('of one page nothing is said', () => {
    const address = (page: number) => `?page=${page}`
    assert.equal(markup(<Paging page={1} pages={1} from={1} to={9} of={9} address={address} />), '')
    const last = markup(<Paging page={2} pages={2} from={51} to={99} of={1342} address={address} />)
    assert.match(last, /Showing 51 to 99 of 1,342/)
    assert.doesNotMatch(last, /rel="next"/)
  })
})

describe('what people said and did', () => {
  it('a day of the timeline is a time, and a quote is a quote', () => {
    const shown = markup(
      <Timeline entries={[{ day: day('2026-11-20'), title: 'Lina', quote: 'I want "art"', kind: 'voice' }]} />,
    )
    assert.match(shown, /<time datetime="2026-11-20"><strong>Fri 20 Nov<\/strong> 2026<\/time>/)
    assert.match(shown, /<blockquote class="kith-quote">“I want &quot;art&quot;”<\/blockquote>/)
  })
  it('a voice has who, when, and who may see', () =>
    assert.equal(
      words(<Voice words="Hello" who="Ayo" when="Fri 20 Nov 2026" maySee="Priya may read this" />),
      '“Hello” Ayo, Fri 20 Nov 2026 · Priya may read this',
    ))
  it('a reason is heard as well as seen', () => {
    const heard = words(
      <ReasonsList
        reasons={[
          { kind: 'unknown', words: 'A dog?' },
          { kind: 'no', words: 'Far' },
        ]}
      />,
    )
    assert.equal(heard, '? Not known: A dog? ✕ No: Far')
  })
  it('words taken out and words put in are told apart without colour', () => {
    const parts = [
      { text: 'every ', kind: 'same' },
      { text: 'two weeks', kind: 'removed' },
      { text: 'week', kind: 'added' },
    ] as const
    const shown = markup(<ConflictDiff theirs={{ heading: 'Ana', parts: [] }} yours={{ heading: 'You', parts }} />)
    assert.match(shown, /every <del><span class="govuk-visually-hidden">\(taken out: <\/span>two weeks/)
    assert.match(shown, /<ins><span class="govuk-visually-hidden">\(new: <\/span>week/)
    assert.match(shown, /Nothing written/)
  })
})

describe('forms and paper', () => {
  it('the place where a save is said is there, and empty', () =>
    assert.equal(markup(<SaveStatus />), '<p class="kith-save" role="status"></p>'))
  it('a filter is sent with get unless it says otherwise', () => {
    assert.match(markup(<FilterForm action="/a" label="Filter" />), /method="get" action="\/a"/)
    assert.match(markup(<FilterForm action="/a" label="Search" method="post" />), /method="post"/)
  })
  it('a print says whose it is, what, when and by whom', () => {
    const printed = { council: 'Northmere', page: 'Story', printed: 'Tue 24 Nov 2026' }
    assert.match(
      words(<PrintHead {...printed} who="Priya Nair" />),
      /Northmere · .* Story · printed Tue 24 Nov 2026 by Priya Nair$/,
    )
    assert.doesNotMatch(words(<PrintHead {...printed} />), / by /)
  })
})
