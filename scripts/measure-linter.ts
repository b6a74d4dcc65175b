/** `node scripts/measure-linter.ts`: recall and false alarms of the linter on the labelled set, both parts and by rule. */
import { apart } from '../tests/events/lint/labelled-apart.ts'
import { caught } from '../tests/events/lint/labelled-caught.ts'
import { clean } from '../tests/events/lint/labelled-clean.ts'
import { labelsOf, measured, type Labelled } from '../tests/events/lint/labelled.ts'

/** `--open` leaves the part kept apart unread. */
const parts: [string, Labelled[]][] = [['open', labelsOf('open', { caught, clean })]]
if (!process.argv.includes('--open')) parts.push(['apart', labelsOf('apart', apart)])

for (const [name, labels] of parts) {
  const { recall, falseAlarmRate, toCatch, clean, wrong, ...counts } = measured(labels)
  console.log(`${name}: recall ${recall.toFixed(3)} (${counts.caught} of ${toCatch})`)
  console.log(`${name}: false alarms ${falseAlarmRate.toFixed(3)} (${counts.falseAlarms} of ${clean})`)
  for (const line of byRule(labels)) console.log(`  ${line}`)
  for (const { id, text, found } of wrong) console.log(`  wrong: ${id} [${found.join(', ')}] ${text}`)
}

function byRule(labels: readonly Labelled[]): string[] {
  const rules = [...new Set(labels.flatMap(({ rule }) => rule ?? []))].sort()
  return rules.map((rule) => {
    const { caught, toCatch } = measured(labels.filter((label) => label.rule === rule))
    return `${rule}: ${caught} of ${toCatch}`
  })
}
