/** The main track and, beside it, the interim measures. */
export const regions = ['main', 'measures'] as const
export type Region = (typeof regions)[number]
