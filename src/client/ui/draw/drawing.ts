/** One shape of a drawing: an SVG element and its attributes. */
export interface Shape {
  readonly tag: 'path' | 'rect' | 'circle' | 'text'
  readonly attributes: Readonly<Record<string, string | number>>
  /** What a text says. */
  readonly words?: string
}

/**
 * A drawing as data, so that the pages, the reporter's scripts and the console make the same one.
 * Every drawing is decoration beside a sentence that says the same, and hidden from screen readers.
 */
export interface Drawing {
  readonly className: string
  readonly viewBox: string
  /** Whether it may be stretched to fill its box; its lines then keep their thickness. */
  readonly stretch?: boolean
  /** Its width and height on the page in pixels, where the style sheet gives none. */
  readonly size?: readonly [width: number, height: number]
  readonly shapes: readonly Shape[]
}

/** A path of a drawing. */
export const path = (d: string, className?: string): Shape => ({
  tag: 'path',
  attributes: className === undefined ? { d } : { class: className, d },
})

/** A path whose stroke keeps its thickness when the drawing is stretched. */
export const edge = (d: string, className?: string): Shape => ({
  tag: 'path',
  attributes: { ...path(d, className).attributes, 'vector-effect': 'non-scaling-stroke' },
})

/** A bar of a drawing. */
export const bar = (className: string, x: number, y: number, width: number, height: number): Shape => ({
  tag: 'rect',
  attributes: { class: className, x: round(x), y, width: round(Math.max(0, width)), height },
})

/** A short text of a drawing. */
export const label = (words: string, x: number, y: number, className: string, anchor = 'start'): Shape => ({
  tag: 'text',
  attributes: { class: className, x: round(x), y, 'text-anchor': anchor },
  words,
})

/** Tenths are finer than any screen shows in these view boxes. */
export const round = (value: number): number => Math.round(value * 10) / 10

/** The attributes of the <svg> element itself. */
export const svgAttributes = (drawing: Drawing): Record<string, string> => ({
  class: drawing.className,
  viewBox: drawing.viewBox,
  'aria-hidden': 'true',
  ...(drawing.stretch ? { preserveAspectRatio: 'none' } : {}),
  ...(drawing.size ? { width: String(drawing.size[0]), height: String(drawing.size[1]) } : {}),
})
