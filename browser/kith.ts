// What runs in the browser: nothing that a page needs to be read or sent, only what makes writing safer and quicker.
import { keepForms } from './autosave.ts'
import { keepSession } from './session.ts'

keepForms()
keepSession()
