// What runs in the browser: nothing that a page needs to be read or sent, only what makes writing and finding safer and quicker.
import { keepForms } from './autosave.ts'
import { keepSession } from './session.ts'
import { listenForShortcuts } from './shortcuts.ts'
import { suggestWhileTyping } from './suggestions.ts'

keepForms()
keepSession()
suggestWhileTyping()
listenForShortcuts()
