/** What every page and the service reckon with, of the same pack as `in-use.ts`: small pages do not load the rest. */
export { default as intake } from './model/clocks/intake.json' with { type: 'json' }
export { default as holidays } from './model/holidays.json' with { type: 'json' }
