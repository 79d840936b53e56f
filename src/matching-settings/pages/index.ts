// Pages of the settings of matching: what is in force with its sources, every version, and the form of whoever may change it.
import type { Form } from '#forms'
import { type Route, route } from '#web'
import { changeSettings } from './settings-form.tsx'
import { SETTINGS_AT, showSettings } from './show-settings.tsx'

export const matchingSettingsRoutes = (): readonly Route[] => [
  route('GET', SETTINGS_AT, { may: 'worker', log: 'read the settings of matching' }, showSettings),
]
export const matchingSettingsForms: readonly Form[] = [changeSettings]
