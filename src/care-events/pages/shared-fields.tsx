// Fields that several events of care share: a home and who may know where it is, an order or agreement, and who was told.

import type { FC } from 'hono/jsx'
import { ChoiceField, DayField, itemsOf, LineField, type Of, PickField, TicksField, WordsField } from '#forms'
import { capital } from '#look'
import { HOW_IT_CAME, POWERS } from '../home.ts'
import { HOMES, WHY_HOME_ENDED } from '../plain-words-data.ts'
import { AGREES, POWER_WORDS, type PowerKind } from '../power.ts'

export const items = (words: readonly string[]) => words.map((value) => ({ value, text: capital(value) }))

type About = { readonly of: Of; readonly name: string }

export const HomeFields: FC<About & { readonly moving: boolean }> = ({ of, name, moving }) => (
  <>
    <PickField of={of} name="home_kind" label="What kind of home?" items={HOMES} />
    <LineField of={of} name="whose" label="Whose home is it?" hint="Names of the carers, or of the home" />
    <ChoiceField of={of} name="how_it_came" label="How did it come about?" items={itemsOf(HOW_IT_CAME)} />
    <WordsField
      of={of}
      name="how_why"
      label="Why was there no plan beforehand?"
      hint="Only where it was not planned"
      rows={2}
    />
    {moving && <PickField of={of} name="why" label="Why did the home before end?" items={WHY_HOME_ENDED} />}
    {moving && (
      <TicksField
        of={of}
        name="same_carers"
        label="The carers"
        items={[{ value: 'same', text: 'They are the same people as before' }]}
      />
    )}
    <AddressFields of={of} name={name} />
  </>
)

export const AddressFields: FC<About> = ({ of, name }) => (
  <>
    <LineField
      of={of}
      name="place_postcode"
      label="Postcode of the home"
      hint="Leave it empty if it is not known"
      width="govuk-input--width-10"
    />
    <ChoiceField
      of={of}
      name="who_may_know"
      label={`Who may know where ${name} is?`}
      items={[
        { value: 'all', text: `Everybody who works with ${name}` },
        { value: 'kept', text: 'Only those who must know to keep them safe', hint: 'Say by what power, and why' },
      ]}
    />
    <PickField
      of={of}
      name="kept_power"
      label="By what power is it kept back?"
      items={items(POWERS)}
      none="It is not kept back"
    />
    <WordsField of={of} name="kept_why" label="Why is it kept back?" rows={2} />
  </>
)

export const PowerFields: FC<About & { readonly kinds: readonly PowerKind[] }> = ({ of, name, kinds }) => (
  <>
    <ChoiceField
      of={of}
      name="power"
      label="By what power?"
      items={kinds.map((value) => ({ value, text: POWER_WORDS[value] }))}
    />
    {kinds.includes('section 20 agreement') && (
      <>
        <TicksField
          of={of}
          name="agreed"
          label="Who agreed?"
          hint="For section 20. Each parent decides for themselves."
          items={AGREES.map((value) => ({
            value,
            text: value === 'the child, at 16 or 17' ? `${name}, who is 16 or 17` : capital(value),
          }))}
        />
        <LineField of={of} name="agreed_names" label="Their names" />
      </>
    )}
    <OrderFields of={of} />
  </>
)

const OrderFields: FC<Pick<About, 'of'>> = ({ of }) => (
  <>
    <LineField of={of} name="court" label="Which court made it?" hint="For an order" />
    <LineField of={of} name="number" label="Case or order number, if you know it" width="govuk-input--width-20" />
    <DayField of={of} name="until" label="The day on which it ends, if it has one" looks="ahead" />
    <DayField of={of} name="hearing" label="The day of the next hearing, if you know it" looks="ahead" />
    <WordsField of={of} name="power_words" label="What the court or police said, if it matters" rows={2} />
  </>
)
