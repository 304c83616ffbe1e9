import type { VNode } from 'preact'
import { useCell } from './cell.ts'
import { useDesk } from './desk/desk.ts'
import { WithPasskeys } from './enrol/with-passkeys.tsx'
import { CaseFile } from './file/case-file.tsx'
import { Founding } from './found/founding.tsx'
import { InboxView } from './inbox/inbox-view.tsx'
import { Joining } from './join/joining.tsx'
import { Rekeying } from './join/rekeying.tsx'
import { KeysView } from './keys/keys-view.tsx'
import { MailView } from './mail/mail-view.tsx'
import { OpeningView } from './opening/opening-view.tsx'
import { PeopleView } from './people/people-view.tsx'
import type { Route } from './route.ts'
import { NoOffice } from './unlock/no-office.tsx'
import { Unlocking } from './unlock/unlocking.tsx'

/** The view of a route. Founding and joining need no session; everything else needs an unlocked desk. */
export const View = ({ route }: { route: Route }): VNode | null => {
  const desk = useDesk()
  const office = useCell(desk.office)
  const me = useCell(desk.me)
  if (office === null) return null
  if ('token' in route) return <WithPasskeys>{newcomer(route)}</WithPasskeys>
  if (me === null) return office.founded ? <Unlocking /> : <NoOffice />
  switch (route.view) {
    case 'inbox':
      return <InboxView />
    case 'people':
      return <PeopleView />
    case 'mail':
      return <MailView />
    case 'keys':
      return <KeysView />
    case 'open':
      return <OpeningView />
    case 'case':
      return <CaseFile key={route.address} address={route.address} />
  }
}

const newcomer = (route: Extract<Route, { token: string }>): VNode => {
  switch (route.view) {
    case 'found':
      return <Founding token={route.token} />
    case 'join':
      return <Joining token={route.token} role={route.role} />
    case 'rekey':
      return <Rekeying token={route.token} member={route.member} />
  }
}
