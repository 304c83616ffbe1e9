/** Moves the focus to the next or the previous case of the list, from wherever it is. */
export const moveInList = (by: 1 | -1): void => {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.list .title a')]
  const here = links.findIndex((link) => link.isSameNode(document.activeElement))
  links[here === -1 ? 0 : Math.min(links.length - 1, Math.max(0, here + by))]?.focus()
}
