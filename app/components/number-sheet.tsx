/** Every number with its working, so that a comparison with another page can be answered (`numerology.md` §3, §5). */
import type { LifePathMethod } from '#events/numerology/sheet-schema.ts'
import type { Working } from '#events/numerology/working.ts'

import { calendarDay } from './dates.ts'
import { Icon } from './icon.tsx'
import { methodNames } from './number-words.ts'
import type { RequestShown } from './request-props.ts'
import { fr } from './typography.ts'

export type NumberSheetProps = { sheet: NonNullable<RequestShown['sheet']>; working: readonly Working[] }

/** What stands under the life path number; each row opens without JavaScript. */
export function NumberSheet({ sheet, working }: NumberSheetProps) {
  const lifePath = working.find(({ key }) => key === 'lifePath')
  return (
    <>
      {lifePath === undefined ? null : <LifePathRow working={lifePath} method={sheet.method} />}
      <Warnings sheet={sheet} />
      {groups.map(({ title, keys }) => (
        <Group key={title} title={title} rows={working.filter(({ key }) => keys.includes(key))} />
      ))}
      <p className="small soft">
        {fr`Méthode ${methodNames[sheet.method]}, moteur ${sheet.engineVersion}, pour le ${calendarDay(sheet.on)}.`}
      </p>
    </>
  )
}

const groups: readonly { title: string; keys: readonly string[] }[] = [
  { title: 'Nombres du nom', keys: ['expression', 'soulUrge', 'personality', 'active', 'hereditary'] },
  { title: 'Nombres de la date', keys: ['birthday', 'personalYear', 'personalMonth', 'personalDay'] },
  { title: 'Cycles et défis', keys: ['cycles', 'pinnacles', 'challenges'] },
  { title: 'Manques et dettes', keys: ['missing', 'debts'] },
]

/** Its number stands above in full size. That another method shows a master number is said without opening anything. */
function LifePathRow({ working, method }: { working: Working; method: LifePathMethod }) {
  const { value, lines, note } = working
  return (
    <>
      {note === null ? null : <p className="small soft">{fr`Méthode ${methodNames[method]} : ${value}. ${note}`}</p>}
      <details className="working">
        <summary>Le calcul du chemin de vie</summary>
        <Lines lines={lines} />
      </details>
    </>
  )
}

function Warnings({ sheet: { warnings, oldDate } }: Pick<NumberSheetProps, 'sheet'>) {
  const said = [...warnings.map((warning) => warningSentences[warning]), ...(oldDate ? [oldDateSentence] : [])]
  if (said.length === 0) return null
  return (
    <ul className="warnings" data-tone="orange">
      {said.map((sentence) => (
        <li key={sentence} className="verdict">
          <Icon name="alert" />
          <span>{sentence}</span>
        </li>
      ))}
    </ul>
  )
}

const oldDateSentence = 'Date ancienne, à vérifier.'
const warningSentences: Record<NumberSheetProps['sheet']['warnings'][number], string> = {
  chiffre_ignore: 'Un chiffre du nom n’est pas compté, à vérifier.',
  signe_ignore: 'Un signe du nom n’est pas compté, à vérifier.',
}

function Group({ title, rows }: { title: string; rows: readonly Working[] }) {
  if (rows.length === 0) return null
  return (
    <div>
      <h2>{title}</h2>
      <ul className="number-rows">
        {rows.map((row) => (
          <li key={row.key}>
            <NumberRow working={row} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function NumberRow({ working: { name, value, lines, note } }: { working: Working }) {
  const alone = /^\d+(\/\d+)?$/.test(value)
  const told = (
    <>
      <span>{name}</span> <span className={alone ? 'number' : 'number several'}>{value}</span>
    </>
  )
  // There is nothing to open where somebody has no debt.
  if (lines.length === 0 && note === null) return <p>{told}</p>
  return (
    <details className="working">
      <summary>{told}</summary>
      <Lines lines={lines} />
      {note === null ? null : <p className="soft">{note}</p>}
    </details>
  )
}

/** Two lines may read the same. */
function Lines({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <ol>
      {lines.map((line, index) => (
        <li key={index}>{line}</li>
      ))}
    </ol>
  )
}
