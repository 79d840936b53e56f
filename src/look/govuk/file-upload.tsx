// A file to send.
import type { FC } from 'hono/jsx'
import { describedBy, Field, type FieldProps, idOf } from './field.tsx'
import { type Attributes, classNames, translations, written } from './options.ts'

export type FileUploadProps = FieldProps & {
  readonly disabled?: boolean | undefined
  readonly multiple?: boolean | undefined
  /** Wraps the field for the script that takes files dropped on it. */
  readonly javascript?: boolean | undefined
  readonly wrapperClasses?: string | undefined
  readonly wrapperAttributes?: Attributes | undefined
  readonly chooseFilesButtonText?: string | undefined
  readonly noFileChosenText?: string | undefined
  readonly multipleFilesChosenText?: Readonly<Record<string, string>> | undefined
  readonly dropInstructionText?: string | undefined
  readonly enteredDropZoneText?: string | undefined
  readonly leftDropZoneText?: string | undefined
}

const Control: FC<FileUploadProps> = (props) => (
  <input
    class={classNames('govuk-file-upload', props.classes, Boolean(props.errorMessage) && 'govuk-file-upload--error')}
    id={idOf(props)}
    name={props.name}
    type="file"
    disabled={props.disabled}
    multiple={props.multiple}
    aria-describedby={describedBy(idOf(props), props, props.describedBy)}
    {...written(props.attributes)}
  />
)

const dropping = (props: FileUploadProps): Attributes => ({
  ...translations('choose-files-button', props.chooseFilesButtonText),
  ...translations('no-file-chosen', props.noFileChosenText),
  ...translations('multiple-files-chosen', props.multipleFilesChosenText),
  ...translations('drop-instruction', props.dropInstructionText),
  ...translations('entered-drop-zone', props.enteredDropZoneText),
  ...translations('left-drop-zone', props.leftDropZoneText),
  ...props.wrapperAttributes,
})

export const FileUpload: FC<FileUploadProps> = (props) => (
  <Field of={props}>
    {props.formGroup?.beforeInput}
    {props.javascript === true ? (
      <div
        class={classNames('govuk-file-upload-wrapper', props.wrapperClasses)}
        data-module="govuk-file-upload"
        {...written(dropping(props))}
      >
        <Control {...props} />
      </div>
    ) : (
      <Control {...props} />
    )}
    {props.formGroup?.afterInput}
  </Field>
)
