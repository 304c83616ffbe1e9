/** Moves the focus to the next or the previous case of the list, from wherever it is; at its end, to what shows more. */
export const moveInList = (by: 1 | -1): void => {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.list .title a')]
  const here = links.findIndex((link) => link.isSameNode(document.activeElement))
  const last = document.querySelector<HTMLElement>('.more-rows button')
  const next = here === -1 ? links[0] : (links[Math.max(0, here + by)] ?? last)
  next?.focus()
}
