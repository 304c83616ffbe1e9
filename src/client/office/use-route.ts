import { useEffect, useState } from 'preact/hooks'
import { type Route, routeOf } from './route.ts'

/**
 * The view that the fragment names. A token is taken out of the address at once, so that it stays neither in the history
 * nor on the screen; it then lives in this page's memory alone.
 */
export const useRoute = (): Route => {
  const [route, setRoute] = useState<Route>(take)
  useEffect(() => {
    const turn = (): void => setRoute(take())
    addEventListener('hashchange', turn)
    return () => removeEventListener('hashchange', turn)
  }, [])
  return route
}

const take = (): Route => {
  const route = routeOf(location.hash)
  if ('token' in route) history.replaceState(null, '', location.pathname)
  return route
}
