import { createElement, type VNode } from 'preact'
import { type Drawing, svgAttributes } from './drawing.ts'

/** A drawing in a page that Preact writes. */
export const Draw = ({ of }: { of: Drawing }): VNode =>
  createElement(
    'svg',
    svgAttributes(of),
    ...of.shapes.map((shape) => createElement(shape.tag, { ...shape.attributes }, shape.words)),
  )
