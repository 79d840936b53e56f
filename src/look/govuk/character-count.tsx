// A field of several lines that says how much it takes; a script may count as one types.
import type { FC } from 'hono/jsx'
import type { FormGroup } from './field.tsx'
import { Hint } from './hint.tsx'
import { type Attributes, classNames, translations } from './options.ts'
import { Textarea, type TextareaProps } from './textarea.tsx'

type Plurals = Readonly<Record<string, string>>

export type CharacterCountProps = TextareaProps & {
  readonly maxlength?: number | string | undefined
  readonly maxwords?: number | string | undefined
  /** The percentage of the limit from which the count is shown. */
  readonly threshold?: number | string | undefined
  readonly countType?: string | undefined
  readonly countMessage?: { readonly classes?: string | undefined } | undefined
  readonly textareaDescriptionText?: string | undefined
  readonly charactersUnderLimitText?: Plurals | undefined
  readonly charactersAtLimitText?: string | undefined
  readonly charactersOverLimitText?: Plurals | undefined
  readonly wordsUnderLimitText?: Plurals | undefined
  readonly wordsAtLimitText?: string | undefined
  readonly wordsOverLimitText?: Plurals | undefined
}

const countTypeOf = ({ countType, maxwords }: CharacterCountProps) => countType || (maxwords ? 'words' : undefined)

function description(props: CharacterCountProps): string | undefined {
  const limit = props.maxwords || props.maxlength
  if (!limit) return undefined
  const words =
    props.textareaDescriptionText ||
    `You can enter up to %{count} ${countTypeOf(props) === 'words' ? 'words' : 'characters'}`
  return words.replace('%{count}', String(limit))
}

const given = (name: string, value: string | number | undefined): Attributes =>
  value === undefined ? {} : { [name]: value }

function counting(props: CharacterCountProps): Attributes {
  const { maxlength, maxwords, threshold, textareaDescriptionText: described } = props
  return {
    'data-module': 'govuk-character-count',
    ...given('data-maxlength', maxlength),
    ...given('data-maxwords', maxwords),
    ...given('data-threshold', threshold),
    ...given('data-count-type', countTypeOf(props)),
    ...(maxlength || maxwords || !described ? {} : translations('textarea-description', { other: described })),
    ...translations('characters-under-limit', props.charactersUnderLimitText),
    ...translations('characters-at-limit', props.charactersAtLimitText),
    ...translations('characters-over-limit', props.charactersOverLimitText),
    ...translations('words-under-limit', props.wordsUnderLimitText),
    ...translations('words-at-limit', props.wordsAtLimitText),
    ...translations('words-over-limit', props.wordsOverLimitText),
    ...props.formGroup?.attributes,
  }
}

export const CharacterCount: FC<CharacterCountProps> = (props) => {
  const id = props.id || props.name
  const group: FormGroup = {
    classes: classNames('govuk-character-count', props.formGroup?.classes),
    attributes: counting(props),
    beforeInput: props.formGroup?.beforeInput,
    afterInput: (
      <>
        <Hint id={`${id}-info`} classes={classNames('govuk-character-count__message', props.countMessage?.classes)}>
          {description(props)}
        </Hint>
        {props.formGroup?.afterInput}
      </>
    ),
  }
  const { name, rows, spellcheck, value, label, hint, errorMessage, attributes } = props
  return (
    <Textarea
      {...{ id, name, rows, spellcheck, value, label, hint, errorMessage, attributes }}
      describedBy={`${id}-info`}
      classes={classNames('govuk-js-character-count', props.classes)}
      formGroup={group}
    />
  )
}
