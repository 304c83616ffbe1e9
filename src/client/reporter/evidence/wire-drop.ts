/** Files may be dropped anywhere on the box; elsewhere the browser would open them instead of the page. */
export const wireDrop = (box: HTMLElement, add: (files: Iterable<File>) => void): void => {
  box.addEventListener('dragover', (event) => event.preventDefault())
  box.addEventListener('drop', (event) => {
    event.preventDefault()
    add(event.dataTransfer?.files ?? [])
  })
}
