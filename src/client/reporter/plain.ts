import { armExit, forgetOnReturn } from './exit.ts'

armExit()
forgetOnReturn()
