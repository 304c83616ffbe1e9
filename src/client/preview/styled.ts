/** Sets styles one by one: the page of the preview allows no style sheet. */
export const styled = <Made extends HTMLElement>(element: Made, style: Partial<CSSStyleDeclaration>): Made => {
  Object.assign(element.style, style)
  return element
}
