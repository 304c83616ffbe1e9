import type { Assets } from '../../http/static-files.ts'

/** The built site behind the ASSETS binding, which answers 404 for what is not there. */
export const boundAssets = (assets: Fetcher): Assets => ({
  read: async (path) => {
    const response = await assets.fetch(`https://assets.local/${path}`)
    return response.status === 200 ? response.arrayBuffer().then((bytes) => new Uint8Array(bytes)) : null
  },
})
