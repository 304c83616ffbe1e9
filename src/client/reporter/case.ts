import { byId, show } from '../ui/dom.ts'
import { armExit, forgetOnReturn } from './exit.ts'

armExit()
forgetOnReturn()
show(byId('script-needed'), false)
show(byId('enter'))
