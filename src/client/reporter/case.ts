import type { ReporterKey } from '../i18n/keys.ts'
import { pageWords } from '../i18n/page-words.ts'
import { armExit } from '../ui/exit.ts'
import { packHash } from '../ui/pack.ts'
import { caseActs } from './case-acts.ts'
import { openCaseVault } from './case-vault.ts'
import { armCover } from './cover.ts'
import { enterKey } from './enter-key.ts'
import { fillOffice } from './fill.ts'
import { takeFragment } from './fragment.ts'
import { fetchOffice } from './office.ts'
import { caseReader } from './opened-case.ts'
import { proceduresIn } from './procedure/begin.ts'
import { pageIsReady } from './readiness.ts'

/** The page where a reporter returns: the key is typed, the case is opened, and everything is done from there. */
const begin = (): void => {
  const t = pageWords<ReporterKey>()
  const { poster } = takeFragment()
  const vault = openCaseVault()
  const procedures = proceduresIn(t)
  const read = caseReader(vault, procedures, poster)
  const acts = caseActs(t, vault, read)
  enterKey(t, vault, read, acts.open)
  armExit(acts.leave)
  armCover(t, acts.keyed)
  void fetchOffice(poster, vault.verifyDirectory).then(fillOffice, () => undefined)
  // Before it is known whether there is a case, and of which kind: what is fetched must not tell.
  void procedures.fetchRules(packHash()).catch(() => undefined)
}

if (pageIsReady()) begin()
else armExit()
