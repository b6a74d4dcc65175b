/**
 * The people that scripts are measured on. All are invented, and none is ever changed: an answer is compared with earlier
 * answers about the same person. Together they have every life path, master and debt, odd names, and all that one may confide.
 */
import type { MemoryKind, Theme } from '#events/memories.ts'
import { parseIsoDate, type BirthDate } from '#events/numerology/birth-date.ts'

export type InventedPerson = {
  key: string
  firstNames: string
  lastName: string
  birthDate: BirthDate
  theme: Theme | null
  memories: { kind: MemoryKind; text: string }[]
  /** The admin's wish. */
  instructions: string | null
}

/** The personal year is that of this day in every run, so that runs of different days ask the same. */
export const fixedDay: BirthDate = { year: 2026, month: 11, day: 23 }

type Told = Partial<Record<MemoryKind, string>>
type Row = [name: string, born: string, theme: Theme | null, told?: Told, instructions?: string]

/** The bar stands between first names and birth name. */
const rows: Row[] = [
  ['Élodie | Marchand', '1988-03-14', 'work', { pride: 'J’ai repris mes études à trente ans et j’ai tenu bon.' }],
  ['Lætitia Œdipe | Cœuret', '1991-07-23', null],
  [
    'Jean-Baptiste | de La Tour',
    '1979-11-02',
    'family',
    { childhood: 'Les étés passés à réparer des vélos dans la grange.' },
  ],
  ['Maÿlis | Nguyễn', '1996-05-30', 'creation'],
  [
    'Noé | Aït-Kaci',
    '2001-01-09',
    'change',
    {
      turning: 'Un voyage seul à pied, trois semaines, sans téléphone.',
      question: 'Faut-il rester dans cette ville ou repartir ?',
    },
  ],
  ['Anne-Sophie Marie | O’Brien', '1965-12-19', 'meaning', {}, 'Un ton sobre, sans lyrisme.'],
  ['Ugo | Li', '1999-09-09', null, { question: 'Comment oser davantage ?' }],
  [
    'Françoise | Lefèvre',
    '1952-02-29',
    'family',
    {
      childhood: 'L’odeur du pain chaud quand mon père rentrait du fournil.',
      pride: 'Avoir élevé seule trois enfants qui s’entendent bien.',
      turning: 'Le jour de ma retraite, j’ai eu peur du silence.',
      question: 'Que faire de tout ce temps ?',
    },
  ],
  ['Zoé | Weiß', '2004-08-17', 'relations', { pride: 'Ma première exposition, dans le hall du lycée.' }],
  ['Mohamed Amine | Benali', '1983-10-16', 'work', { turning: 'J’ai quitté un poste sûr pour ouvrir mon atelier.' }],
  ['Ève | Roy', '1990-04-04', null, {}, 'Parlez davantage de l’année qui vient.'],
  ['Dominique | Saint-Exupère', '1974-06-10', 'change', { childhood: 'Une cabane, une rivière, et personne.' }],
  [
    'Kévin | Dupont-Aignel',
    '1994-12-31',
    'relations',
    { question: 'Pourquoi est-ce que je dis oui quand je pense non ?', pride: 'Je chante dans une chorale.' },
  ],
  [
    'Béatrice | Ångström',
    '1969-01-22',
    'creation',
    { turning: 'Un tableau vu à Lisbonne m’a fait reprendre les pinceaux.' },
  ],
  ['Thibault | Quézac', '1986-09-13', 'work', {}, 'Des phrases très courtes.'],
  ['Inès | Ferreira da Silva', '1998-02-16', 'meaning', { childhood: 'Ma grand-mère chantait en cuisinant.' }],
  ['Gaël | Le Bihan', '1977-07-07', null],
  [
    'Marguerite | Yvetot',
    '1944-11-11',
    'meaning',
    {
      childhood: 'La neige de 1956, et l’école fermée quinze jours !',
      turning: 'J’ai appris à nager à soixante-dix ans.',
      question: 'Que transmettre ?',
    },
  ],
  ['Chloé | Ndiaye', '2006-11-22', 'change', { question: 'Partir étudier loin, est-ce fuir ?' }],
  [
    'Stéphane | Zbořil',
    '1981-05-18',
    'family',
    { pride: 'J’ai construit la maison de mes mains.' },
    'Évitez les images de la nature.',
  ],
  ['Sacha | Ÿ', '1993-08-29', null, { pride: 'Rien de spécial, je crois.' }],
  [
    'Hippolyte-Aimé | Vauquelin',
    '1946-04-10',
    'creation',
    { turning: 'Mon premier poème publié & relu cent fois (au moins).' },
  ],
  ['Yasmine | El Fassi', '1985-06-21', 'relations', { childhood: 'Deux langues à table, et toujours de la place.' }],
  [
    'Loïc | Cœur',
    '1972-10-06',
    'work',
    { question: 'Et si je travaillais moins ?', turning: 'Un accident de travail, puis un an d’arrêt.' },
  ],
]

export const people: readonly InventedPerson[] = rows.map(
  ([name, born, theme, told = {}, instructions = null], index) => {
    const [firstNames = '', lastName = ''] = name.split(' | ')
    const memories = Object.entries(told).map(([kind, text]) => ({ kind: kind as MemoryKind, text }))
    return { key: keyOf(index), firstNames, lastName, birthDate: dayOf(born), theme, memories, instructions }
  },
)

/** The first `n` of them, and again from the first where that is more. */
export function take(n: number): InventedPerson[] {
  return Array.from({ length: n }, (_, index) => people[index % people.length]).filter((person) => person !== undefined)
}

function keyOf(index: number): string {
  return `p${String(index + 1).padStart(2, '0')}`
}

function dayOf(iso: string): BirthDate {
  const day = parseIsoDate(iso)
  if (!day) throw new Error(`no calendar day: ${iso}`)
  return day
}
