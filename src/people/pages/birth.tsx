// The forms of a birth date: a claim with what it rests on, and said beforehand what it moves.
import type { FC } from 'hono/jsx'
import { dayTyped, dayWords, spokenDay } from '#calendar'
import { AddRow, ChoiceField, DayField, type FieldsProps, type Form, PickField } from '#forms'
import { WarningText } from '#look'
import { type BirthRefusal, mayClaimBirth } from '../birth-claim.ts'
import { movesInWords, type Reckoned } from '../birth-moves.ts'
import { personRefusalWords } from '../refusal-words.ts'
import { type ReckonBirth, recordBirthClaim } from '../store.ts'
import { type FactGiven, makeFactForms } from './fact-forms.tsx'

const BASES = [
  { value: 'certificate', text: 'A birth certificate, or a passport' },
  { value: 'told', text: 'What somebody told us' },
  { value: 'age assessment', text: 'An age assessment' },
  { value: 'claimed', text: 'What they say themselves' },
  { value: 'return', text: 'The return of an earlier year' },
] as const
const STANDINGS = [
  { value: 'in force', text: 'It is counted from', hint: 'The one before is kept as disputed' },
  { value: 'disputed', text: 'It is disputed' },
  { value: 'claimed', text: 'It is claimed' },
  { value: 'found wrong', text: 'It was found wrong' },
] as const

/** What is counted from a birth date, so that nobody moves it unaware. */
const Moves: FC<{ readonly name: string }> = ({ name }) => (
  <>
    <WarningText>
      A birth date moves what we owe {name}. It is counted anew at once, also for days that are past.
    </WarningText>
    <ul class="govuk-list govuk-list--bullet">
      <li>
        Health checks: every six months before five, then every twelve (regulation 7 of the Care Planning, Placement and
        Case Review (England) Regulations 2010).
      </li>
      <li>Learning: which plan is owed, and whether they are of school age (section 8 of the Education Act 1996).</li>
      <li>
        From 16: their own agreement to being looked after (section 20(11) of the Children Act 1989), and help towards
        adult life (Schedule 2, part 2).
      </li>
      <li>At 18: nobody is looked after any longer (section 105(1) of that Act: a child is under 18).</li>
      <li>In the return: which questions are asked at all, and whether the answers can be.</li>
    </ul>
  </>
)

type CountedProps = { readonly of: FieldsProps<FactGiven>; readonly reckoned: Reckoned }
/** As the form says it now; what is not counted from moves nothing. */
const Counted: FC<CountedProps> = ({ of, reckoned: { inPart, moves } }) => {
  const born = spokenDay(of.typed.one('born'), of.today, 'back')
  const found = of.typed.one('standing') === 'in force' && born !== undefined ? moves(born) : undefined
  return (
    <section class="falls-due">
      <h2 class="govuk-heading-m">What it moves</h2>
      {found === undefined ? (
        <p>Write the date, and that it is counted from, to see how many duties it moves.</p>
      ) : (
        <>
          <p>{movesInWords(found).join(' ')}</p>
          {found.rules.length > 0 && (
            <ul class="govuk-list govuk-list--bullet">
              {found.rules.map(({ name, count }) => (
                <li>
                  {name}: {count}
                </li>
              ))}
            </ul>
          )}
        </>
      )}
      {inPart && <p>Counted from the parts of the record that you may see. There may be more.</p>}
      <AddRow row="moves">Reckon what it moves</AddRow>
    </section>
  )
}

const Fields: FC<FieldsProps<FactGiven>> = (of) => (
  <>
    <Moves name={of.given.name} />
    <DayField
      of={of}
      name="born"
      label={`When was ${of.given.name} born?`}
      hint="For example 30 Apr 2013"
      looks="back"
    />
    <PickField of={of} name="basis" label="How do we know?" items={BASES} />
    <ChoiceField of={of} name="standing" label="How does it stand?" items={STANDINGS} />
    {of.given.reckoned !== undefined && <Counted of={of} reckoned={of.given.reckoned} />}
  </>
)

const FIELD_OF: Readonly<Record<BirthRefusal, string>> = {
  'born no day': 'born',
  'born after today': 'born',
  'basis unknown': 'basis',
  'standing unknown': 'standing',
}

export const birthForms = (reckon?: ReckonBirth): readonly Form[] =>
  makeFactForms<'kith.birth_claim'>({
    ...(reckon === undefined ? {} : { reckon }),
    ...{
      name: 'birth',
      path: 'birth',
      table: 'kith.birth_claim',
      scope: 'header',
      thing: 'a birth date',
      limited: 'birth',
    },
    title: (name) => `When ${name} was born`,
    fields: { born: 'The birth date', basis: 'How we know', standing: 'How it stands' },
    says: ({ born, standing }) => `${dayWords(born)}, ${standing}`,
    start: { standing: ['in force'] },
    asTyped: ({ born, basis, standing }) => ({ born: [dayWords(born)], basis: [basis], standing: [standing] }),
    read: (r) => {
      const born = dayTyped(r.typed.one('born'), r.today, 'back')
      const may = mayClaimBirth({ born, basis: r.typed.one('basis'), standing: r.typed.one('standing') }, r.today)
      if ('ok' in may) return may.ok
      for (const one of may.refused) r.fault(FIELD_OF[one], personRefusalWords(one, r.today))
      return { born: r.today, basis: 'told' }
    },
    record: async (asking, child, { columns }) => await recordBirthClaim(asking, child, columns),
    Fields,
  })
