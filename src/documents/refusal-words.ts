// What is said where a file is not taken, or a document may not be recorded so.
import { formatDay, type IsoDay } from '#calendar'
import type { DocumentRefusal } from './document.ts'
import { FILE_TYPES } from './file-type.ts'
import { megabytesOf, type UploadRefusal, type UploadSettings } from './upload.ts'

const taken = Object.entries(FILE_TYPES).flatMap(([type, { words }]) => (type === 'image/heic' ? [] : [words]))
/** Named under the field, and with every refusal of a type. */
export const FILES_TAKEN = `You can add: ${taken.slice(0, -1).join(', ')} or ${taken.at(-1)}.`

const UPLOAD: Readonly<Record<UploadRefusal, (settings: Pick<UploadSettings, 'most'>) => string>> = {
  empty: () => 'The file is empty. Choose another.',
  'too big': (settings) => `The file is larger than ${megabytesOf(settings)} MB. Make it smaller, or split it.`,
  'not written': () => 'The file could not be kept. Send it again. If it fails twice, tell your IT team.',
  program: () => `This is a program. ${FILES_TAKEN}`,
  'web page': () => `This is a web page or drawing code. Print it to PDF first. ${FILES_TAKEN}`,
  macros: () => 'This file holds macros. Save it without them, as .docx, .xlsx or .odt.',
  'old or locked office file': () =>
    'This is an older Office file, or one with a password. Save it as .docx or .xlsx, without a password.',
  archive: () => `This is a folder of files packed together. Add each file by itself. ${FILES_TAKEN}`,
  'damaged picture': () =>
    'We cannot follow this picture to its end, so we cannot take out where it was taken. Open it and save it again as JPEG.',
  'place cannot be taken out': () =>
    'This is a HEIC picture. It may hold the place where it was taken, which we cannot take out. Save it as JPEG first. On an iPhone, choose Settings, Camera, Formats, Most Compatible.',
  'starts a program': () =>
    'This PDF would start a program on whoever opens it. Ask for another, or print it to PDF anew.',
  damaged: () => 'The file is damaged. Open it on your computer and save it again.',
  'type not taken': () => `We cannot take this kind of file. ${FILES_TAKEN}`,
  'not clean': () => 'The check found something harmful in this file. It was not kept. Tell your IT team.',
  'could not be checked': () => 'The file could not be checked, so it was not kept. Try again, or tell your IT team.',
}
export const uploadRefusalWords = (refusal: UploadRefusal, settings: Pick<UploadSettings, 'most'>): string =>
  UPLOAD[refusal](settings)

const DOCUMENT: Readonly<Record<DocumentRefusal, (today: IsoDay) => string>> = {
  'title missing': () => 'Write a title, so that others can find it.',
  'title too long': () => 'Write 200 characters or fewer.',
  'caption too long': () => 'Write 2,000 characters or fewer.',
  'kind unknown': () => 'Say what it is: a report, a letter, a photograph, or something else.',
  'made no day': () => 'Write the day it was made as a day, such as 23 Nov 2026, or leave it empty.',
  'made after today': (today) => `It cannot have been made after today, ${formatDay(today)}.`,
  'sender unknown': () => 'Say who it came from.',
  'terms unknown': () => 'Say under which terms we have it.',
  'audience unknown': () => 'Choose who may know from the list.',
  'audience without reason': () => 'Say why only some people may know.',
  'reason without audience': () => 'Say who may know, or who must not, or take the reason away.',
  'kept from yourself': () => 'You cannot keep it from yourself. Ask a colleague to.',
  'say why': () => 'Say why.',
}
export const documentRefusalWords = (refusal: DocumentRefusal, today: IsoDay): string => DOCUMENT[refusal](today)
