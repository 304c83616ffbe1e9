/** What a script that got to run would do, so that it is seen: it leaves a mark in the window. */
const run = 'window.hit=(window.hit||0)+1'

/** Texts that become script, markup or an address where a page takes them for more than text. All of them our own. */
export const hostileTexts: readonly string[] = [
  `<script>${run}</script>`,
  `</textarea></title></style></script><script>${run}</script>`,
  `<img src=x onerror="${run}" data-hit>`,
  `<svg/onload=${run} data-hit>`,
  `<svg><animate onbegin=${run} attributeName=x dur=1s></svg>`,
  `<details open ontoggle=${run} data-hit>`,
  `<iframe srcdoc="<script>parent.${run}</script>" data-hit></iframe>`,
  `<object data="data:text/html,<script>${run}</script>" data-hit></object>`,
  `<math><mtext><table><mglyph><style><img src=x onerror=${run} data-hit>`,
  `<template><b data-hit></b></template><b data-hit>bold</b>`,
  `<form action="https://evil.example/"><input name=q data-hit><button>Go</button></form>`,
  `<base href="https://evil.example/"><link rel=stylesheet href="https://evil.example/x.css" data-hit>`,
  `<meta http-equiv=refresh content="0;url=https://evil.example/">`,
  `<style>*{display:none}</style><div style="position:fixed;inset:0;background:url(https://evil.example/x)" data-hit></div>`,
  `<a href="javascript:${run}" data-hit>press</a> [press](javascript:${run})`,
  `" onmouseover="${run}" autofocus onfocus="${run}" x="`,
  `' onpointerenter='${run}' x='`,
  '`-alert(1)-` ${alert(1)} {{constructor.constructor("alert(1)")()}}',
  `javascript:${run}//https://evil.example/`,
  `{#link}press{/link} {$name} {|x|} .match {{x}} {"__html":"<b data-hit>x</b>"}`,
  `__proto__ constructor toString hasOwnProperty`,
  `\u202E\u2066<b data-hit>turned round</b>\u2069\u202C`,
  `\u0000<b data-hit>\uFEFF\u2028alert(1)\u2029</b>`,
  `&lt;img src=x onerror=${run}&gt; &#60;b data-hit&#62; %3Cb%20data-hit%3E`,
  `]]>--><!--<b data-hit>--><![CDATA[<b data-hit>]]>`,
]
