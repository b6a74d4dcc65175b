/** « Pourquoi pas ? »: for each button and each status, the reason that is true of this very button. */
import { expect, test } from 'vitest'

import { verdicts } from '#app/desk/may.ts'
import { refusalSentence } from '#app/components/refusal-sentence.ts'
import { intentLabels } from '#app/components/intent-labels.ts'

import { situations, type Situation } from '../events/situations.ts'

const anyone = { kind: 'admin', id: 'anyone' } as const

/** Each button: `yes`, or the code of why not. */
const told: [Situation, Record<string, string>][] = [
  [
    'a new request',
    {
      ...{
        generateScript: 'yes',
        stopScript: 'no_writing',
        editScript: 'yes',
        requestCorrection: 'script_missing',
        approveScript: 'script_missing',
      },
      ...{ withdrawApproval: 'no_approval', declineRequest: 'yes', reopenRequest: 'request_not_declined' },
      ...{ generateVideo: 'script_missing', generateVideoAgain: 'script_missing' },
      ...{ attachVideo: 'no_video_awaited', declareVideoFailed: 'no_video_awaited' },
    },
  ],
  [
    'a first writing, tried once',
    {
      ...{
        generateScript: 'script_being_written',
        stopScript: 'yes',
        editScript: 'script_being_written',
        requestCorrection: 'script_being_written',
      },
      ...{ approveScript: 'script_being_written', withdrawApproval: 'no_approval' },
      ...{ declineRequest: 'script_being_written', reopenRequest: 'request_not_declined' },
      ...{ generateVideo: 'script_being_written', generateVideoAgain: 'script_being_written' },
      ...{ attachVideo: 'no_video_awaited', declareVideoFailed: 'no_video_awaited' },
    },
  ],
  [
    'a text written by ChatGPT',
    {
      ...{
        generateScript: 'yes',
        stopScript: 'no_writing',
        editScript: 'yes',
        requestCorrection: 'yes',
        approveScript: 'yes',
      },
      ...{ withdrawApproval: 'no_approval', declineRequest: 'yes', reopenRequest: 'request_not_declined' },
      ...{ generateVideo: 'script_not_approved', generateVideoAgain: 'script_not_approved' },
      ...{ attachVideo: 'no_video_awaited', declareVideoFailed: 'no_video_awaited' },
    },
  ],
  ...(['an approved text', 'an approved text after a failed film'] as const).map((situation) => {
    const reasons = {
      ...{ generateScript: 'script_approved', stopScript: 'no_writing', editScript: 'yes', requestCorrection: 'yes' },
      ...{ approveScript: 'script_approved', withdrawApproval: 'yes', declineRequest: 'yes' },
      ...{ reopenRequest: 'request_not_declined', generateVideo: 'yes', generateVideoAgain: 'no_video_awaited' },
      ...{ attachVideo: 'no_video_awaited', declareVideoFailed: 'no_video_awaited' },
    }
    return [situation, reasons] satisfies [Situation, Record<string, string>]
  }),
  [
    'an approval that has its finished film',
    {
      ...{ generateScript: 'script_approved', stopScript: 'no_writing', editScript: 'yes', requestCorrection: 'yes' },
      ...{ approveScript: 'script_approved', withdrawApproval: 'yes', declineRequest: 'yes' },
      ...{ reopenRequest: 'request_not_declined', generateVideo: 'approval_used', generateVideoAgain: 'approval_used' },
      ...{ attachVideo: 'no_video_awaited', declareVideoFailed: 'no_video_awaited' },
    },
  ],
  [
    'a film under way',
    {
      ...{
        generateScript: 'video_open',
        stopScript: 'no_writing',
        editScript: 'video_open',
        requestCorrection: 'video_open',
      },
      ...{ approveScript: 'video_open', withdrawApproval: 'video_open', declineRequest: 'video_open' },
      ...{ reopenRequest: 'request_not_declined', generateVideo: 'video_open', generateVideoAgain: 'video_open' },
      ...{ attachVideo: 'video_open', declareVideoFailed: 'video_open' },
    },
  ],
  [
    'an uncertain film',
    {
      ...{
        generateScript: 'video_uncertain',
        stopScript: 'no_writing',
        editScript: 'video_uncertain',
        requestCorrection: 'video_uncertain',
      },
      ...{ approveScript: 'video_uncertain', withdrawApproval: 'video_uncertain', declineRequest: 'video_uncertain' },
      ...{ reopenRequest: 'request_not_declined', generateVideo: 'video_uncertain', generateVideoAgain: 'yes' },
      ...{ attachVideo: 'yes', declareVideoFailed: 'yes' },
    },
  ],
  ...(['a finished film, copied', 'a sent film'] as const).map((situation) => {
    const reasons = {
      ...{
        generateScript: 'video_exists',
        stopScript: 'no_writing',
        editScript: 'video_exists',
        requestCorrection: 'video_exists',
      },
      ...{ approveScript: 'video_exists', withdrawApproval: 'video_exists', declineRequest: 'video_exists' },
      ...{ reopenRequest: 'request_not_declined', generateVideo: 'video_exists', generateVideoAgain: 'video_exists' },
      ...{ attachVideo: 'no_video_awaited', declareVideoFailed: 'no_video_awaited' },
    }
    return [situation, reasons] satisfies [Situation, Record<string, string>]
  }),
  [
    'a request declined with its text',
    {
      ...{
        generateScript: 'request_declined',
        stopScript: 'no_writing',
        editScript: 'request_declined',
        requestCorrection: 'request_declined',
      },
      ...{ approveScript: 'request_declined', withdrawApproval: 'request_declined' },
      ...{ declineRequest: 'request_declined', reopenRequest: 'yes' },
      ...{ generateVideo: 'request_declined', generateVideoAgain: 'request_declined' },
      ...{ attachVideo: 'no_video_awaited', declareVideoFailed: 'no_video_awaited' },
    },
  ],
]

test.each(told)('%s', (situation, reasons) => {
  const seen = verdicts(situations[situation], anyone, false).map(({ intent, code }) => [intent, code ?? 'yes'])
  expect(Object.fromEntries(seen)).toEqual(reasons)
})

test('no reason sends a person to a button that the law does not give them then', () => {
  const advised = {
    withdrawApproval: /Retirez la validation|nouvelle validation/,
    reopenRequest: /Rouvrez-la/,
  } as const
  for (const [situation, snapshot] of Object.entries(situations).filter(([name]) => name !== 'nothing yet')) {
    const could = verdicts(snapshot, anyone, false)
    const sentences = could.flatMap(({ code }) => (code === null ? [] : [refusalSentence(code)]))
    for (const [intent, words] of Object.entries(advised)) {
      const given = could.some((one) => one.intent === intent && one.allowed)
      const where = `${situation}, ${intentLabels[intent as keyof typeof advised].words}`
      if (sentences.some((sentence) => words.test(sentence))) expect(given, where).toBe(true)
    }
  }
})
