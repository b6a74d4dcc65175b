/** What the list of versions says of each text, in one sentence. */
import { expect, test } from 'vitest'

import type { Script } from '#events/script.ts'

import { clashesIn } from '#app/components/clashes.ts'
import { sectionsNamed } from '#app/components/section-names.ts'
import { showVersions, type VersionTold } from '#app/components/told-version.ts'

import { script } from './samples.ts'

const whole: VersionTold['origin'] = {
  kind: 'generated',
  sections: ['accueil', 'portrait', 'elan', 'annee', 'cloture'],
  instructions: null,
  costMicroUsd: 12_000,
}
const told = (version: number, origin: VersionTold['origin'], parts: Partial<VersionTold> = {}): VersionTold => ({
  ...{ version, by: 'Léa Morvan', at: '2026-11-23T09:05:00.000Z', script, words: 698, origin },
  ...{ approved: false, current: false, ...parts },
})
const edited = (why: 'edited' | 'fixed' | 'merged' | 'restored', restoredFrom: number | null = null) =>
  ({ kind: 'edited', why, restoredFrom }) as const
const incomplete = (code: string) => ({ kind: 'incomplete', code, costMicroUsd: null }) as const
const changed = (parts: Partial<Script>) => ({ script: { ...script, ...parts } })

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')
const sentences = (...versions: VersionTold[]) =>
  showVersions(versions)
    .map(({ sentence }) => plain(sentence))
    .toReversed()

test('who, and why', () => {
  expect(
    sentences(
      told(4, whole),
      told(6, { ...whole, sections: ['cloture', 'elan'], instructions: 'plus court' }, changed({ elan: 'E' })),
      told(7, edited('edited'), changed({ elan: 'Un', cloture: 'Deux', annee: 'Trois' })),
      told(8, edited('fixed'), changed({ elan: 'Un', cloture: 'Deux', annee: 'Quatre' })),
      told(9, edited('merged'), changed({ elan: 'Dix' })),
      told(10, edited('restored', 4)),
    ),
  ).toEqual([
    'ChatGPT, tout le script.',
    'ChatGPT, l’élan et la clôture, consigne : « plus court ».',
    'Léa Morvan a retouché l’élan, l’année et la clôture.',
    'Léa Morvan a corrigé l’année d’après une remarque.',
    'Léa Morvan a fusionné son texte avec la version enregistrée.',
    'Léa Morvan a repris le texte de l’étape 4.',
  ])
})

test('a beginning is named as one, and nobody’s change is measured against it', () => {
  expect(
    sentences(
      told(4, whole),
      told(6, incomplete('stopped'), changed({ cloture: '' })),
      told(8, incomplete('stream_cut'), changed({ cloture: '' })),
      told(9, edited('edited'), changed({ elan: 'Un' })),
    ).slice(1),
  ).toEqual([
    'ChatGPT, incomplet. Léa Morvan a arrêté l’écriture.',
    'ChatGPT, incomplet. La réponse de ChatGPT s’est interrompue en chemin.',
    'Léa Morvan a retouché l’élan.',
  ])
})

test('the first text by hand, and texts that are erased', () => {
  expect(sentences(told(2, edited('edited')))).toEqual(['Léa Morvan a écrit le script.'])
  const erased = { script: null, words: 0 }
  const [last] = showVersions([told(2, edited('edited'), erased), told(3, edited('fixed'), erased)])
  expect(last).toMatchObject({
    ...{ sentence: 'Léa Morvan a corrigé le script d’après une remarque.', words: null, restores: null, previous: 2 },
  })
})

test('only what is another text than the present one is offered to be taken again', () => {
  const offered = showVersions([
    told(3, incomplete('stopped'), changed({ cloture: '' })),
    told(4, whole),
    told(5, edited('edited'), changed({ elan: 'Un' })),
    told(6, edited('restored', 4), { current: true, approved: true }),
  ]).map(({ version, restores, marks }) => [version, restores, marks])
  expect(offered).toEqual([
    [6, null, ['current', 'approved']],
    [5, 'text', []],
    [4, null, []],
    [3, 'beginning', ['incomplete']],
  ])
})

test('sections in the order they are spoken; a cost only where one is known', () => {
  expect([sectionsNamed(['annee', 'accueil']), sectionsNamed(['portrait']), sectionsNamed([])]).toEqual([
    'l’accueil et l’année',
    'le portrait',
    'tout le script',
  ])
  const [cut, written] = showVersions([told(4, whole), told(5, incomplete('stopped'))])
  expect([plain(written?.cost ?? ''), cut?.cost]).toEqual(['0,01 $', null])
})

test('what is still to be decided in a merged text', () => {
  expect(['', 'Il ⟦a⟧⟦b⟧.', '⟦a⟧⟦⟧ et ⟦b⟧⟦c⟧', 'un ⟧ oublié'].map(clashesIn)).toEqual([0, 1, 2, 1])
})
