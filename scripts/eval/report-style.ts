/** The look of the house in one file: its own tokens and letters, and what a report needs beside them. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

import { trusted, type Html } from './html.ts'

/** Colours, sizes and faces are read where the app has them. */
export function reportStyle(): Html {
  const tokens = readFileSync(new URL('../../app/styles/tokens.css', import.meta.url), 'utf8')
  return trusted(`<style>${fontFaces()}${tokens}${own}</style>`)
}

function fontFaces(): string {
  return [
    ['EB Garamond Variable', '400 800', '@fontsource-variable/eb-garamond/files/eb-garamond-latin-wght-normal.woff2'],
    [
      'Radio Canada Variable',
      '300 700',
      '@fontsource-variable/radio-canada/files/radio-canada-latin-wght-normal.woff2',
    ],
  ]
    .map(([family = '', weight = '', file = '']) => {
      const data = readFileSync(createRequire(import.meta.url).resolve(file)).toString('base64')
      return `@font-face{font-family:'${family}';font-weight:${weight};src:url(data:font/woff2;base64,${data}) format('woff2')}`
    })
    .join('\n')
}

const own = `
* { box-sizing: border-box; margin: 0 }
body { background: var(--paper); color: var(--ink); font: 400 var(--t-body)/1.5 var(--sans); overflow-wrap: anywhere }
main { max-inline-size: 62rem; margin-inline: auto; padding: var(--s6) var(--gutter) var(--s7); display: grid; gap: var(--s6) }
main > * { min-inline-size: 0 }
header { display: grid; gap: var(--s4); padding-inline-start: var(--s5); border-inline-start: var(--rule) }
h1, h2, h3, h4 { font-family: var(--serif); font-weight: 500; line-height: 1.1; text-wrap: balance }
h1 { font-size: var(--t-h1) }
h2 { font-size: var(--t-h2) }
h3 { font-size: 1.25rem }
h4 { font-size: 1.25rem; font-style: italic; color: var(--garance) }
h4 small { font: 400 var(--t-small) var(--sans); color: var(--ink-soft) }
section { display: grid; gap: var(--s4) }
small, figcaption, .soft { font-size: var(--t-small); color: var(--ink-soft) }
code { font: 0.8125rem/1.5 var(--mono) }
.notice { max-inline-size: var(--measure); padding: var(--s3) var(--s4); background: var(--yellow-wash); color: var(--yellow); border-radius: var(--r) }
[data-tone='green'] { --tone: var(--green); --wash: var(--green-wash) }
[data-tone='orange'] { --tone: var(--orange); --wash: var(--orange-wash) }
[data-tone='yellow'] { --tone: var(--yellow); --wash: var(--yellow-wash) }
[data-tone='red'] { --tone: var(--red); --wash: var(--red-wash) }
[data-tone='grey'] { --tone: var(--grey); --wash: var(--grey-wash) }
.scroll { overflow-x: auto }
table { border-collapse: collapse }
.figures, .counts { inline-size: 100% }
th, td { padding: var(--s2) var(--s5) var(--s2) 0; text-align: start; vertical-align: baseline; font-weight: 400; font-variant-numeric: tabular-nums; overflow-wrap: normal }
tbody tr { border-block-start: var(--hair) }
thead th { font-size: var(--t-small); color: var(--ink-soft) }
.head th { color: var(--ink-soft); white-space: nowrap }
.head tbody tr { border: 0 }
.head th, .head td { padding-block: 0.1rem }
.figures td { white-space: nowrap }
.figures th small, .figures td small, .counts small { display: block }
.figures .value { font: 400 1.375rem/1.2 var(--serif); font-variant-numeric: lining-nums tabular-nums }
.figures td small { font: 400 var(--t-small)/1.4 var(--sans) }
.figures th[scope='row'] { min-inline-size: 11rem }
.figures thead th { min-inline-size: 6rem }
.counts code { color: var(--tone); font-weight: 600 }
.counts td { text-align: end; padding-inline: var(--s5) 0 }
.counts thead th:not(:first-child) { text-align: end; padding-inline: var(--s5) 0 }
.plots { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 26rem), 1fr)); gap: var(--s6) var(--s5) }
figure { display: grid; gap: var(--s2); align-content: start; min-inline-size: 0 }
figure.findings { grid-column: 1 / -1 }
figure svg { max-inline-size: 100%; block-size: auto }
details { border-block-start: var(--hair) }
summary { display: flex; flex-wrap: wrap; align-items: baseline; gap: var(--s1) var(--s3); padding-block: var(--s3); cursor: pointer }
summary::before { content: '▸'; color: var(--ink-soft) }
[open] > summary::before { content: '▾' }
summary .name { font: 500 1.25rem/1.2 var(--serif) }
:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; border-radius: var(--r) }
.badge { padding: 0.1em 0.55em; border-radius: var(--r); background: var(--wash); color: var(--tone); font: 500 var(--t-small)/1.35 var(--sans) }
.text { display: grid; gap: var(--s3); max-inline-size: var(--measure); padding-block-end: var(--s5) }
.said { font: 400 var(--t-script)/1.55 var(--serif) }
.said span { white-space: pre-line }
mark { background: var(--wash); color: inherit; border-block-end: 2px solid var(--tone) }
sup { font: 600 0.7rem/1 var(--sans) }
ol.findings { display: grid; gap: var(--s2); padding-inline-start: 1.5rem; font-size: var(--t-small) }
ol.findings code { color: var(--tone); font-weight: 600 }
.technical { font-size: 0.75rem }
@media (max-width: 40rem) {
  main { padding-inline: var(--s4) }
}
@media print {
  summary::before { content: none }
  :root { color-scheme: light }
  main { padding: 0 }
  details::details-content { content-visibility: visible; block-size: auto }
  figure, tr, summary { break-inside: avoid }
  mark, .badge, .notice { print-color-adjust: exact }
}
`
