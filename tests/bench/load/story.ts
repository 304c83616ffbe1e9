/** An invented report of 2,000 characters. */
export const story = 'The ferry tickets of March were paid twice, and the second bill has another hand. '
  .repeat(25)
  .slice(0, 2_000)
