/** The customers' door: `/`. */
import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { maxMemoryCharacters, memoryKinds, themes } from '#events/memories.ts'

import { createTestDesk, staff, type TestDesk } from '../setup/desk.ts'
import { startTestWeb, type TestWeb } from '../setup/web.ts'
import { createClient, signIn, type Client, type Heard } from './client.ts'
import { errorBeside, formOf, textOf, titleOf } from './page.ts'

const typed = {
  firstNames: 'Zoé Marie',
  lastName: 'L’Hermitte-Cœur',
  birthDay: '14',
  birthMonth: '3',
  birthYear: '1992',
  email: 'zoe.lhermitte@exemple.fr',
  theme: 'work',
  'memories.childhood': 'Le four de mes grands-parents.',
  'consentMemory.childhood': 'yes',
  'memories.question': 'Quel métier me ressemble\u202f?',
  'consentMemory.question': 'yes',
  consentAi: 'yes',
  consentStart: 'yes',
}
/** Nothing of what is optional. */
const nothing = {
  theme: '',
  ...{ 'memories.childhood': '', 'consentMemory.childhood': '' },
  ...{ 'memories.question': '', 'consentMemory.question': '' },
}
const requestForm = { action: '/?index' }
/** Remix takes `?index` off before an action sees its address. */
const staleForm = { action: '/' }

let house: TestDesk
let web: TestWeb
let client: Client

beforeAll(async () => {
  house = await createTestDesk()
  web = await startTestWeb(house.desk)
  client = createClient(web.port)
})
afterAll(async () => {
  await web.close()
  await house.close()
})

/** Opens the page afresh, in a browser that has sent nothing yet, and sends its form. */
async function send(fields: Record<string, string> = {}, path = '/'): Promise<Heard> {
  client.cookies.delete('recit_f')
  return client.submit(await client.get(path), requestForm, { ...typed, ...fields })
}

async function stored() {
  const query = { filter: null, search: '', sort: 'received', direction: 'desc', page: 1 } as const
  const { rows, all } = await house.desk.listRequests(query)
  return { newest: rows[0], all }
}

/** What the newest request was booked with, as the log holds it. */
async function newestRequest() {
  const { newest } = await stored()
  const page = await house.desk.findRequest(newest?.id ?? '', house.actors.admin)
  return page?.facts[0]?.data
}

describe('a good request', () => {
  it('is stored, thanked for, and found in the queue', async () => {
    const before = await stored()
    const answer = await send()
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/merci'])
    expect(titleOf((await client.get('/merci')).body)).toBe('Merci, votre demande est bien arrivée')
    const { newest, all } = await stored()
    expect(all).toBe(before.all + 1)
    expect(newest).toMatchObject({
      firstNames: 'Zoé Marie',
      lastName: 'L’Hermitte-Cœur',
      birthDate: '1992-03-14',
      lifePath: { value: 11, master: true },
      status: 'requested',
    })
  })

  it('may hold memories: each is stored with its kind and its consent, the others are not there', async () => {
    await send({ 'memories.pride': ' \n ', 'consentMemory.turning': 'yes' })
    const booked = await newestRequest()
    expect(booked).toMatchObject({
      theme: 'work',
      memories: [
        { kind: 'childhood', text: 'Le four de mes grands-parents.', consent: true },
        { kind: 'question', text: 'Quel métier me ressemble\u202f?', consent: true },
      ],
      consents: { ai: true, start: true, textVersion: '2026-11-23.2' },
    })
  })

  it('may hold none of that, nor its consents', async () => {
    expect((await send(nothing)).status).toBe(303)
    expect(await newestRequest()).toMatchObject({ theme: null, memories: [] })
  })

  it('consents without words are nothing', async () => {
    await send({ 'memories.childhood': '', 'memories.question': '' })
    expect(await newestRequest()).toMatchObject({ theme: 'work', memories: [] })
  })

  it.each(memoryKinds)('a memory of 300 characters (%s) is not too long, however its lines are sent', async (kind) => {
    const text = `${'a'.repeat(149)}\r\n${'b'.repeat(150)}`
    expect(text.length - 1).toBe(maxMemoryCharacters)
    expect((await send({ ...nothing, [`memories.${kind}`]: text, [`consentMemory.${kind}`]: 'yes' })).status).toBe(303)
    expect(await newestRequest()).toMatchObject({ memories: [{ kind, text: text.replace('\r', '') }] })
  })

  it.each(themes)('the theme %s', async (theme) => {
    await send({ ...nothing, theme })
    expect(await newestRequest()).toMatchObject({ theme })
  })

  it('of somebody born before 1900 is taken, and its sheet says so', async () => {
    expect((await send({ birthYear: '1899' })).status).toBe(303)
    const admin = await signIn(web.port, staff.admin)
    const { body } = await admin.get(`/admin/requests/${(await stored()).newest?.id ?? ''}`)
    expect(textOf(body)).toContain('Date ancienne, à vérifier.')
  })

  it('sent to `/` without ?index is the same door', async () => {
    const { fields } = formOf((await client.get('/')).body, requestForm)
    const answer = await client.post('/', { ...fields, ...typed })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/merci'])
  })

  it('sent eight times at once is one request, and the ninth time as well', async () => {
    client.cookies.delete('recit_f')
    const page = await client.get('/')
    const before = await stored()
    const answers = await Promise.all(Array.from({ length: 8 }, () => client.submit(page, requestForm, typed)))
    expect(answers.map(({ status, headers }) => `${String(status)} ${headers.get('location') ?? ''}`)).toEqual(
      Array(8).fill('303 /merci'),
    )
    expect((await client.submit(page, requestForm, typed)).status).toBe(303)
    expect((await stored()).all).toBe(before.all + 1)
  })
})

describe('a look back at the form after it was sent', () => {
  const again = (fields: Partial<typeof typed> = {}) => sendFrom(client, fields)
  const sendFrom = async (from: Client, fields: Partial<typeof typed> = {}) =>
    from.submit(await from.get('/'), requestForm, { ...typed, ...fields })

  it('and the same once more: thanked for, and still one request', async () => {
    const first = await send()
    const before = await stored()
    expect(first.headers.get('set-cookie')).toMatch(
      /^recit_f=[0-9a-f-]{36}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=600$/,
    )
    for (let n = 0; n < 3; n += 1) {
      const { status, headers } = await again()
      expect([status, headers.get('location')]).toEqual([303, '/merci'])
    }
    expect((await stored()).all).toBe(before.all)
  })

  it.each<Partial<typeof typed>>([
    { firstNames: 'Anaël' },
    { birthDay: '15' },
    { 'memories.question': 'Et l’amour ?' },
    { theme: '' },
  ])('and another wish (%o): another request', async (other) => {
    await send()
    const before = await stored()
    expect((await again(other)).status).toBe(303)
    expect((await stored()).all).toBe(before.all + 1)
  })

  it('from another browser, or ten minutes later: another request', async () => {
    await send()
    const before = await stored()
    await sendFrom(createClient(web.port))
    client.cookies.delete('recit_f')
    await again()
    expect((await stored()).all).toBe(before.all + 2)
  })

  it.each(['', 'x', '%00', 'a'.repeat(36), '../../etc/passwd'])(
    'a cookie %j that we never set changes nothing',
    async (value) => {
      client.cookies.set('recit_f', value)
      const before = await stored()
      expect((await again({ firstNames: 'Nour' })).status).toBe(303)
      expect((await stored()).all).toBe(before.all + 1)
    },
  )
})

describe('a field that is wrong says so beside it, and everything typed stays', () => {
  const none = 'Indiquez le jour, le mois et l’année en chiffres.'
  it.each<[string, Record<string, string>, string, string]>([
    ['no first name', { firstNames: ' ' }, 'firstNames', 'Indiquez vos prénoms.'],
    ['a long first name', { firstNames: 'é'.repeat(121) }, 'firstNames', 'Cent vingt caractères au plus.'],
    ['no last name', { lastName: '' }, 'lastName', 'Indiquez votre nom de naissance.'],
    ['no day', { birthDay: '' }, 'birthDay', none],
    ['a month in letters', { birthMonth: 'mars' }, 'birthDay', none],
    ['a year of five digits', { birthYear: '19920' }, 'birthDay', none],
    ['30 February', { birthDay: '30', birthMonth: '02' }, 'birthDay', 'Ce jour n’existe pas.'],
    [
      '29 February of a common year',
      { birthDay: '29', birthMonth: '2', birthYear: '1900' },
      'birthDay',
      'Ce jour n’existe pas.',
    ],
    ['a month 13', { birthMonth: '13' }, 'birthDay', 'Ce jour n’existe pas.'],
    ['a date to come', { birthYear: '2099' }, 'birthDay', 'Cette date n’est pas encore passée.'],
    ['a year of two digits', { birthYear: '92' }, 'birthDay', 'Indiquez l’année avec ses quatre chiffres'],
    ['a child', { birthYear: '2020' }, 'birthDay', 'Nos lectures sont réservées aux adultes'],
    ['a first name of signs', { firstNames: '😀🎉' }, 'firstNames', 'Il faut au moins une lettre.'],
    ['a last name of digits', { lastName: '12345 ---' }, 'lastName', 'Il faut au moins une lettre.'],
    ['another script', { firstNames: '李 小龙' }, 'firstNames', 'Écrivez-le en lettres latines'],
    ['two scripts in one name', { lastName: 'Иванова-Martin' }, 'lastName', 'Écrivez-le en lettres latines'],
    ['no e-mail', { email: '' }, 'email', 'Indiquez une adresse complète'],
    ['half an e-mail', { email: 'zoe@' }, 'email', 'Indiquez une adresse complète'],
    ['a long e-mail', { email: `${'z'.repeat(250)}@exemple.fr` }, 'email', 'Cette adresse est trop longue.'],
    ['a theme of nobody', { theme: 'money' }, 'theme', 'Choisissez un thème de la liste'],
    ['a theme of all objects', { theme: 'constructor' }, 'theme', 'Choisissez un thème de la liste'],
    ...memoryKinds.flatMap((kind): [string, Record<string, string>, string, string][] => [
      [
        `too long a memory: ${kind}`,
        { [`memories.${kind}`]: 'é'.repeat(maxMemoryCharacters + 1), [`consentMemory.${kind}`]: 'yes' },
        `memories.${kind}`,
        'Trois cents caractères au plus.',
      ],
      [
        `a memory without its consent: ${kind}`,
        { [`memories.${kind}`]: 'Des mots.', [`consentMemory.${kind}`]: '' },
        `consentMemory.${kind}`,
        'Ces mots ne peuvent être lus sans cet accord. Cochez-le, ou effacez-les.',
      ],
    ]),
    ['no consent to the machine', { consentAi: '' }, 'consentAi', 'Cet accord est nécessaire pour écrire'],
    ['no consent to begin', { consentStart: '' }, 'consentStart', 'Cet accord est nécessaire pour commencer'],
  ])('%s', async (_, wrong, field, sentence) => {
    const before = await stored()
    const answer = await send(wrong)
    expect(answer.status).toBe(422)
    expect(errorBeside(answer.body, field)).toContain(sentence)
    expect(textOf(/class="error-summary"[\s\S]*?<\/ul>/.exec(answer.body)?.[0] ?? '')).toContain(sentence)
    const sent = Object.fromEntries(Object.entries({ ...typed, ...wrong }).filter(([, value]) => value !== ''))
    const { csrf, commandId, ...shown } = formOf(answer.body, requestForm).fields
    expect([csrf, commandId].every(Boolean)).toBe(true)
    // A theme that is not on the list cannot stand in it again.
    const known = field === 'theme' ? { ...sent, theme: '' } : sent
    const filled = (fields: object) => Object.entries(fields).filter(([, value]) => value !== '')
    expect(Object.fromEntries(filled(shown))).toEqual(Object.fromEntries(filled(known)))
    expect((await stored()).all).toBe(before.all)
  })

  it('is sent again from the page that refused it, once corrected', async () => {
    const refused = await send({ email: 'zoe@' })
    expect((await client.submit(refused, requestForm, { email: typed.email })).status).toBe(303)
  })

  it('several at once are all said', async () => {
    const wrongFields = { firstNames: '', birthDay: '', email: '', 'consentMemory.question': '', consentAi: '' }
    const answer = await send(wrongFields)
    const wrong = Object.keys(wrongFields).map((field) => errorBeside(answer.body, field) !== null)
    expect([answer.status, ...wrong]).toEqual([422, true, true, true, true, true])
    const summary = /class="error-summary"[\s\S]*?<\/ul>/.exec(answer.body)?.[0] ?? ''
    expect([...summary.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id)).toEqual(Object.keys(wrongFields))
  })
})

describe('hostile text', () => {
  const unseen = 'Des caractères invisibles ont été retirés. Relisez, puis renvoyez.'
  it.each([
    ['NUL', 'Zo\u0000é', unseen, 'Zoé'],
    ['a bell and an escape', 'Zo\u0007\u001bé', unseen, 'Zoé'],
    ['a bidi override', 'Zo\u202eé', unseen, 'Zoé'],
    ['a lone surrogate', 'Zo\ud800é', 'Un caractère n’a pas pu être lu', 'Zo\ufffdé'],
  ])('%s is refused with what is left of it', async (_, firstNames, sentence, kept) => {
    const answer = await send({ firstNames })
    expect(answer.status).toBe(422)
    expect(errorBeside(answer.body, 'firstNames')).toContain(sentence)
    expect(formOf(answer.body, requestForm).fields['firstNames']).toBe(kept)
  })

  it.each([
    'Zoé 😀🏳️‍🌈👩‍👩‍👧',
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "=cmd()|'/C calc'!A0",
    '${process.exit()} {{7*7}}',
    "Robert'); drop table events;--",
    'İstanbul Ðorđe ß',
  ])('%s is a name like any other, and is shown as it is', async (firstNames) => {
    const admin = await signIn(web.port, staff.admin)
    expect((await send({ firstNames, 'memories.question': firstNames })).status).toBe(303)
    const { newest } = await stored()
    expect(newest?.firstNames).toBe(firstNames)
    for (const path of ['/admin', `/admin/requests/${newest?.id ?? ''}`, `/audit/${newest?.id ?? ''}`]) {
      const { status, body } = await admin.get(path)
      expect([path, status, textOf(body).includes(textOf(escaped(firstNames)))]).toEqual([path, 200, true])
      if (firstNames.includes('<')) expect(body).not.toContain(firstNames)
    }
  })

  it('a megabyte is too long for the door', async () => {
    const before = await stored()
    const answer = await send({ 'memories.question': 'a'.repeat(1_000_000) })
    expect([answer.status, titleOf(answer.body)]).toEqual([413, 'Envoi trop volumineux'])
    expect((await stored()).all).toBe(before.all)
  })

  it('fields that nobody asked for change nothing', async () => {
    const answer = await client.submit(await client.get('/'), requestForm, {
      ...typed,
      status: 'delivered',
      actor: 'admin',
    })
    expect([answer.status, (await stored()).newest?.status]).toEqual([303, 'requested'])
  })
})

describe('the token of the form', () => {
  it.each<[string, Record<string, string>]>([
    ['missing', { csrf: '' }],
    ['invented', { csrf: 'x'.repeat(43) }],
    ['of another command', { commandId: randomUUID() }],
  ])('%s: a fresh form with what was typed, which then holds', async (_, wrong) => {
    client.cookies.delete('recit_f')
    const before = await stored()
    const answer = await client.submit(await client.get('/'), requestForm, { ...typed, ...wrong })
    expect([answer.status, titleOf(answer.body)]).toEqual([403, 'Formulaire périmé'])
    expect(formOf(answer.body, staleForm).fields).toMatchObject(typed)
    expect(textOf(answer.body)).not.toMatch(/birth|consent|firstNames/)
    expect((await stored()).all).toBe(before.all)
    expect((await client.submit(answer, staleForm)).status).toBe(303)
    expect((await stored()).all).toBe(before.all + 1)
  })

  it('of another visitor does not hold', async () => {
    const theirs = await createClient(web.port).get('/')
    const answer = await client.submit(theirs, requestForm, typed)
    expect(answer.status).toBe(403)
  })

  it('sent again under the same command after a refusal is still one request', async () => {
    client.cookies.delete('recit_f')
    const page = await client.get('/')
    const before = await stored()
    const first = await client.submit(page, requestForm, typed)
    const again = await client.submit(await client.submit(page, requestForm, { ...typed, csrf: '' }), staleForm)
    expect([first.status, again.status, (await stored()).all]).toEqual([303, 303, before.all + 1])
  })
})
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${String(sign.charCodeAt(0))};`)
