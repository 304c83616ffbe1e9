/** The event by which a script that was loaded later hands over what it can do. */
export const HANDED = 'handed'
