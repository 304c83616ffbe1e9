import { byId, show } from '../ui/dom.ts'
import { wireChoices } from './choices.ts'
import { armExit, forgetOnReturn } from './exit.ts'
import { makeSteps } from './steps.ts'

armExit()
forgetOnReturn()
const form = byId('report')
wireChoices(form)
show(byId('script-needed'), false)
show(form)
makeSteps('need', () => undefined)
