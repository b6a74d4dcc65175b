/** The request form and the sheet of numbers, in every state they have. */
import type { ReactElement } from 'react'

import { ErrorSummary } from '#app/components/error-summary.tsx'
import { Frame } from '#app/components/frame.tsx'
import { Hidden } from '#app/components/hidden.tsx'
import { PageHead } from '#app/components/page-head.tsx'
import { RequestForm } from '#app/components/request-form.tsx'
import type { RequestPageProps } from '#app/components/request-props.ts'
import { RequestSheet } from '#app/components/request-sheet.tsx'
import { fullName } from '#app/components/request-words.ts'

import { erasedPage, pageOf } from './sheet-sample.ts'

function Read({ page }: Pick<RequestPageProps, 'page'>) {
  return (
    <Frame
      simulated={{ chatgpt: true, heygen: true }}
      person={{ name: 'Paul Ferrand', role: 'auditor' }}
      current="file"
      logoutFields={<Hidden fields={{ csrf: 'token' }} />}
    >
      <PageHead title={fullName(page.request.person)} />
      <RequestSheet page={page} />
      <p>Aucun script pour le moment.</p>
    </Frame>
  )
}

const noConsent = 'Ces mots ne peuvent être lus sans cet accord. Cochez-le, ou effacez-les.'
const tooLong = 'Trois cents caractères au plus.'

function Booking({ values, errors }: { values: Record<string, string>; errors: Record<string, string> }) {
  const problems = Object.entries(errors).map(([field, message]) => ({ field, message }))
  return (
    <Frame simulated={{ chatgpt: false, heygen: true }} house="customer">
      <PageHead title="Votre lecture personnelle, en vidéo" />
      <ErrorSummary problems={problems} />
      <RequestForm hidden={{ csrf: 'token', commandId: '1' }} values={values} errors={errors} />
    </Frame>
  )
}

export const sheetGallery: Record<string, ReactElement> = {
  sheetOtherMaster: (
    <Read page={pageOf({ firstNames: 'Zoé R2D2 😀', lastName: 'L’Hermitte-Cœur', born: '1986-04-10' })} />
  ),
  sheetOldDate: <Read page={pageOf({ firstNames: 'Ada', lastName: 'Lovelace', born: '1815-12-10' })} />,
  sheetErased: <Read page={erasedPage()} />,
  booking: <Booking values={{}} errors={{}} />,
  bookingRefused: (
    <Booking
      values={{
        theme: 'work',
        'memories.childhood': 'Le four de mes grands-parents.',
        'memories.pride': 'Un bateau réparé. '.repeat(20),
        'consentMemory.pride': 'yes',
      }}
      errors={{
        theme: 'Choisissez un thème de la liste, ou aucun.',
        'consentMemory.childhood': noConsent,
        'memories.pride': tooLong,
      }}
    />
  ),
}
