/**
 * `node scripts/measure-linter.ts`: recall and false alarms of the linter on the open part of the labelled set, by rule.
 * `node scripts/measure-linter.ts <file>` measures the set that this file exports, such as one written blind, instead.
 */
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

import { openLabels } from '../tests/events/lint/labelled-open.ts'
import { labelsOf, measured, type Labelled, type LabelledSet } from '../tests/events/lint/labelled.ts'

const [file] = process.argv.slice(2)
const [name, labels] = file === undefined ? ['open', openLabels] : await written(file)
const { recall, falseAlarmRate, toCatch, clean, wrong, ...counts } = measured(labels)
console.log(`${name}: recall ${recall.toFixed(3)} (${counts.caught} of ${toCatch})`)
console.log(`${name}: false alarms ${falseAlarmRate.toFixed(3)} (${counts.falseAlarms} of ${clean})`)
for (const line of byRule(labels)) console.log(`  ${line}`)
for (const { id, text, found } of wrong) console.log(`  wrong: ${id} [${found.join(', ')}] ${text}`)

async function written(file: string): Promise<[string, Labelled[]]> {
  const exported = (await import(pathToFileURL(resolve(file)).href)) as Record<string, LabelledSet>
  const [entry] = Object.entries(exported)
  if (!entry) throw new Error(`${file} exports no labelled set`)
  return [entry[0], labelsOf(...entry)]
}

function byRule(labels: readonly Labelled[]): string[] {
  const rules = [...new Set(labels.flatMap(({ rule }) => rule ?? []))].sort()
  return rules.map((rule) => {
    const { caught, toCatch } = measured(labels.filter((label) => label.rule === rule))
    return `${rule}: ${caught} of ${toCatch}`
  })
}
