import { render } from 'preact'
import type { OfficeKey } from '../i18n/keys.ts'
import { pageWords } from '../i18n/page-words.ts'
import { App } from './app.tsx'
import { DeskOf } from './desk/desk.ts'
import { makeDesk } from './desk/make-desk.ts'
import { InsecureContext } from './parts/insecure.tsx'
import { workerVault } from './vault/worker-vault.ts'
import { Words } from './words.ts'

const root = document.querySelector('#office')
if (root === null) throw new Error('the page has no #office')
root.replaceChildren()

const words = pageWords<OfficeKey>()

// Without a secure context the browser gives no cryptography and no passkeys: then nothing is begun.
render(
  <Words.Provider value={words}>
    {isSecureContext ? (
      <DeskOf.Provider value={makeDesk(workerVault(words.language))}>
        <App />
      </DeskOf.Provider>
    ) : (
      <InsecureContext />
    )}
  </Words.Provider>,
  root,
)
