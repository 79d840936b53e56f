// The fields of notices: one row for each who is told, or is not.
import type { FC } from 'hono/jsx'
import { AddRow, DayField, type Item, inRow, LineField, type Of, PickField, RemoveRow, rowsIn, TimeField } from '#forms'
import { capital } from '#look'
import { HOW_TOLD, NOT_TOLD_WHY, RECIPIENTS, TELLERS } from '../notice.ts'

const items = (words: readonly string[]): readonly Item[] => words.map((value) => ({ value, text: capital(value) }))

type Props = {
  readonly of: Of
  /** Colleagues who may have decided that somebody is not told; none: it is not asked. */
  readonly deciders?: readonly Item[]
  /** It is asked who told them: not only we tell. */
  readonly tellers?: boolean
}

const Row: FC<Pick<Props, 'of' | 'tellers'>> = ({ of, tellers = false }) => (
  <>
    <PickField of={of} name="told_who" label="Who" items={items(RECIPIENTS)} />
    <PickField of={of} name="told_why" label="Or why not" items={items(NOT_TOLD_WHY)} none="They were told" />
    <DayField
      of={of}
      name="told_day"
      label="The day"
      hint=""
      looks={of.typed.one('told_why') === 'not yet' ? 'ahead' : 'back'}
    />
    <TimeField of={of} name="told_day_time" label="What time, if you know" />
    <PickField of={of} name="told_how" label="How they were told" items={items(HOW_TOLD)} none="Not said" />
    {tellers && <PickField of={of} name="told_teller" label="Who told them" items={items(TELLERS)} none="Not said" />}
    <LineField of={of} name="told_said" label="Their name; or the reason why not" />
  </>
)
const WhoDecided: FC<Props> = ({ of, deciders = [] }) =>
  deciders.length === 0 ? null : (
    <PickField
      of={of}
      name="told_by"
      label="Where somebody is not told: who decided that?"
      items={deciders}
      none="I did"
    />
  )

export const OneNotice: FC<Props> = (props) => (
  <>
    <Row of={props.of} tellers />
    <WhoDecided {...props} />
  </>
)

export const NoticeFields: FC<Props & { readonly legend?: string }> = ({
  of,
  deciders,
  tellers,
  legend = 'Who was told',
}) => {
  const rows = rowsIn(of, 'told_who')
  return (
    <>
      <fieldset class="govuk-fieldset kith-rows">
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{legend}</legend>
        <p class="govuk-hint">
          The day: on which they were told, for which it is planned, or on which it was decided not to tell them.
        </p>
        {rows.map((at) => (
          <div class="kith-row kith-row--across">
            <Row of={inRow(of, at)} {...(tellers === undefined ? {} : { tellers })} />
            {rows.length > 1 && <RemoveRow row="told_who" at={at} what={`number ${at + 1}`} />}
          </div>
        ))}
        <AddRow row="told_who">Add another</AddRow>
      </fieldset>
      <WhoDecided of={of} {...(deciders === undefined ? {} : { deciders })} />
    </>
  )
}
