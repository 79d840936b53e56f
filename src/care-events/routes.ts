// The routes and forms of events of care.
import { type Form, makeForm } from '#forms'
import { lookedFor } from '#sessions'
import { type Place, type Route, route } from '#web'
import { addressForms } from './pages/addresses.tsx'
import { agreementForms } from './pages/agreements.tsx'
import { carePeriodForms } from './pages/care-period.tsx'
import { comesBack, comesIntoCare } from './pages/comes-into-care.tsx'
import { askForChild, showSearch, type Typed } from './pages/find-child.tsx'
import { homePlanForms } from './pages/home-plan.tsx'
import { homeForms } from './pages/homes.tsx'
import { leavingForms } from './pages/leaves-care.tsx'
import { missingForms } from './pages/missing.tsx'
import { nightForms } from './pages/nights.tsx'
import { orderGoesOn } from './pages/order-continues.tsx'
import { orderForms } from './pages/orders.tsx'
import { showRecordMenu } from './pages/record-menu.tsx'
import { talkForms } from './pages/return-talk.tsx'
import { toldForms } from './pages/told.tsx'

export const careEventForms: readonly Form[] = [
  ...[makeForm(comesIntoCare), makeForm(comesBack)],
  ...[
    ...carePeriodForms,
    ...homeForms,
    ...homePlanForms,
    ...addressForms,
    ...nightForms,
    ...orderForms,
    makeForm(orderGoesOn),
    ...agreementForms,
    ...missingForms,
    ...talkForms,
    ...leavingForms,
    ...toldForms,
  ],
]

export function careEventRoutes(): readonly Route[] {
  const looked = lookedFor<Typed>()
  const begin = { may: 'worker', log: 'began to bring a child into care' } as const
  const look = { may: 'worker', log: 'looked for a child who comes into care' } as const
  return [
    route('GET', '/comes-into-care', begin, showSearch(looked)),
    route('POST', '/comes-into-care', look, askForChild(looked), { carried: false }),
    route(
      'GET',
      '/children/:child/record',
      { may: ['see', 'header'], log: 'looked what may be recorded' },
      showRecordMenu,
    ),
  ]
}

/** For those who bring children in; a manager whose teams have no child yet goes by the address. */
export const careEventPlaces: readonly Place[] = [
  { to: '/comes-into-care', words: 'A child comes into care', for: ['manager-line', 'duty', 'out-of-hours'] },
]
