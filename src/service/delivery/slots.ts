const minute = 60_000
/** Clocks of the world differ from UTC by whole quarters of an hour. */
const quarter = 15
const twoDays = (2 * 24 * 60) / quarter

const formats = new Map<string, Intl.DateTimeFormat>()

const formatFor = (timeZone: string): Intl.DateTimeFormat => {
  const known = formats.get(timeZone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en', {
    ...{ timeZone, numberingSystem: 'latn', hourCycle: 'h23' },
    ...{ hour: '2-digit', minute: '2-digit' },
  })
  formats.set(timeZone, format)
  return format
}

interface Found {
  readonly timeZone: string
  readonly hours: readonly number[]
  readonly after: number
  readonly slot: number
}
let latest: Found | null = null

/**
 * The next time at which mail leaves, in minutes since 1970: the first full hour of a place's clock among these. It lies
 * at least two minutes ahead, so that what is written down at the last moment does not leave late by itself.
 */
export function nextSlot(milliseconds: number, timeZone: string, hours: readonly number[]): number {
  const after = Math.floor(milliseconds / minute) + 1
  const known = latest
  if (known?.timeZone === timeZone && known.hours === hours && known.after <= after && after < known.slot) {
    return known.slot
  }
  const slot = search(after, timeZone, hours)
  latest = { timeZone, hours, after, slot }
  return slot
}

function search(after: number, timeZone: string, hours: readonly number[]): number {
  const first = Math.floor(after / quarter) + 1
  const slots = Array.from({ length: twoDays }, (_, index) => (first + index) * quarter)
  const slot = slots.find((each) => {
    const [hour, past] = formatFor(timeZone)
      .format(each * minute)
      .split(':')
      .map(Number)
    return past === 0 && hours.includes(hour ?? -1)
  })
  if (slot === undefined) throw new RangeError('There is no hour at which mail leaves')
  return slot
}
