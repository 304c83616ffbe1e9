/**
 * Does what moves the page as soon as nothing is pressed: a button that moves away between press and release would lose
 * the press.
 */
export const whenLetGo = (act: () => void): void => {
  if (document.querySelector(':active') === null) act()
  else requestAnimationFrame(() => whenLetGo(act))
}
