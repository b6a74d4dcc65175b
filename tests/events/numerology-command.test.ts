/** `npm run numbers` as a child process: what it prints, where, and how it ends. */
import { execFile } from 'node:child_process'
import path from 'node:path'

import { describe, expect, test } from 'vitest'

import { typographyFaults } from '../components/typography-scan.ts'
import vectors from './numerology-vectors.json' with { type: 'json' }

const root = path.resolve(import.meta.dirname, '../..')

type Ended = { code: number; stdout: string; stderr: string }

function numbers(...args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['scripts/numbers.ts', ...args], { cwd: root }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr })
    })
  })
}

const named = (first: string, last: string) => ['--first-names', first, '--last-name', last]
const ada = named('Ada', 'Lovelace')

describe('the sheet', () => {
  const expected = vectors.vecteurs.find(({ id }) => id === 'ada-lovelace')?.attendu

  test.each(['1815-12-10', '10/12/1815'])('of Ada, born on %s, is the published one', async (birth) => {
    const { code, stdout, stderr } = await numbers(...ada, '--birth', birth, '--on', '2026-11-23', '--json')
    expect([code, stderr]).toEqual([0, ''])
    expect(JSON.parse(stdout)).toEqual(expected)
  })

  test('without --json is for people', async () => {
    const { code, stdout } = await numbers(...ada, '--birth', '1815-12-10', '--on', '23/11/2026')
    expect(code).toBe(0)
    expect(stdout).toContain('Chemin de vie\u00a0: 1\n  10 + 12 + 1815 = 1837\n')
    expect(stdout).toContain('Réalisations\u00a0: 4, 7, 11/2, 9\n')
    expect(stdout).toContain('Attention\u00a0: date ancienne.\n')
    expect(typographyFaults(stdout)).toEqual([])
  })

  test('tells what it left out, and by which method it counted', async () => {
    const asked = [...named('R2 (dit D2)', 'Fournier'), '--birth', '10/04/1986', '--method', 'composants']
    const { code, stdout } = await numbers(...asked)
    expect(code).toBe(0)
    expect(stdout).toContain('méthode par composants')
    expect(stdout).toContain('Chemin de vie\u00a0: 11/2\n')
    expect(stdout).toContain('un chiffre du nom n’est pas compté.')
    expect(stdout).toContain('un signe du nom n’est pas compté.')
  })

  test('without --on is of today in Paris', async () => {
    const inParis = () => new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Paris' })
    const [before, asked, after] = [inParis(), await numbers(...ada, '--birth', '1815-12-10', '--json'), inParis()]
    const days = await Promise.all(
      [before, after].map((on) => numbers(...ada, '--birth', '1815-12-10', '--on', on, '--json')),
    )
    expect(days.map(({ stdout }) => stdout)).toContain(asked.stdout)
  })
})

describe('what cannot be read', () => {
  test.each([
    [named('Иван', 'Петров'), '1980-01-01', 'translitteration_requise'],
    [named('Léa', '   '), '1990-05-05', 'vide'],
    [ada, '30/02/1990', 'date_inexistante'],
    [ada, '2999-01-01', 'date_future'],
    [ada, '90-03-15', 'date_invalide'],
  ])('%j, born on %s: %s, alone on a line, and exit 1', async (person, birth, code) => {
    expect(await numbers(...person, '--birth', birth, '--json')).toEqual({ code: 1, stdout: `${code}\n`, stderr: '' })
  })

  test('the day asked for is read as strictly', async () => {
    const ended = await numbers(...ada, '--birth', '1815-12-10', '--on', '31/02/2026')
    expect(ended).toEqual({ code: 1, stdout: 'date_inexistante\n', stderr: '' })
  })
})

describe('an order that is none', () => {
  test.each([
    [[]],
    [ada],
    [['--last-name', 'Lovelace', '--birth', '1815-12-10']],
    [[...ada, '--birth', '1815-12-10', '--method', 'oblique']],
    [[...ada, '--birth', '1815-12-10', '--colour', 'red']],
    [[...ada, '--birth', '1815-12-10', 'more']],
  ])('%j shows the usage in French, and ends with 2', async (args) => {
    const { code, stdout, stderr } = await numbers(...args)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain('Usage\u00a0:')
    expect(stderr).toContain('jj/mm/aaaa')
  })
})
