/** What a person decides about a request's script: have it written, stop that, take an approval back; decline, reopen. */
import { stateOf, statusOf } from '#events/decide.ts'
import { streamOf, type Deed } from '#events/facts.ts'
import { sectionKeys } from '#events/script.ts'

import { act, type Act, type Current } from './act.ts'
import type { DeskContext } from './context.ts'
import type { Answer, Desk } from './desk.ts'
import { chosenIn, memoriesIn } from './subject.ts'
import { tableOf } from './writing-progress.ts'

type ScriptVerbs = Pick<
  Desk,
  'generateScript' | 'stopScript' | 'withdrawApproval' | 'declineRequest' | 'reopenRequest' | 'readProgress'
>

export function createScriptVerbs(context: DeskContext): ScriptVerbs {
  const { archive, ids } = context
  return {
    async generateScript(command, { requestId, instructions, sections = sectionKeys, memories, seen }) {
      const wish: Act['wish'] = ({ facts }) => {
        const given = (memoriesIn(facts) ?? []).map(({ kind }) => kind)
        const chosen = given.filter((kind) => (memories ?? chosenIn(facts)).includes(kind))
        const order = { writingId: ids(), instructions, sections: [...sections], memoryKinds: chosen }
        return [{ type: 'ScriptRequested', data: order }]
      }
      const answer = await act(context, { verb: 'generateScript', requestId, command, seen, wish })
      // Who has a text written anew was told that what they had typed is dropped.
      const place = { stream: streamOf(requestId), person: command.actor.id }
      if (answer.tag === 'done') await archive.dropDraft(place, answer.version)
      return answer
    },

    async stopScript(command, { requestId, writingId }) {
      const ended: string[] = []
      const wish: Act['wish'] = async (current) => {
        ended.push(stateOf(current.snapshot).writing?.id ?? '')
        return stopped(context, current, writingId)
      }
      const answer = await act(context, { verb: 'stopScript', requestId, command, wish })
      const last = ended.at(-1)
      if (answer.tag === 'done' && last) await archive.dropProgress(streamOf(requestId), last)
      return answer
    },

    withdrawApproval: (command, { requestId, reason, seen }) =>
      act(context, {
        verb: 'withdrawApproval',
        requestId,
        command,
        seen,
        wish: () => [{ type: 'ApprovalWithdrawn', data: { reason } }],
      }),

    declineRequest: (command, { requestId, reason, seen }) =>
      act(context, {
        verb: 'declineRequest',
        requestId,
        command,
        seen,
        wish: () => [{ type: 'RequestDeclined', data: { reason } }],
      }),

    reopenRequest: (command, { requestId, seen }) =>
      act(context, {
        verb: 'reopenRequest',
        requestId,
        command,
        seen,
        wish: () => [{ type: 'RequestReopened', data: {} }],
      }),

    async readProgress(id) {
      const progress = await archive.readProgress(streamOf(id))
      return progress && { n: progress.n, script: progress.script }
    },
  }
}

/** What has come so far is kept as an incomplete version. A call under way may be billed, whatever we make of its answer. */
async function stopped(
  context: DeskContext,
  { requestId, snapshot }: Current,
  writingId: string | undefined,
): Promise<Deed[] | Answer> {
  const { writing } = stateOf(snapshot)
  // Another writing than the one that the person saw is somebody else's.
  if (!writing || (writingId !== undefined && writingId !== writing.id))
    return { tag: 'refused', code: 'no_writing', status: statusOf(snapshot) }
  const { partial, bill } = await tableOf(context, requestId, writing)
  const cost = bill ?? { mayHaveCost: writing.n > 0, costMicroUsd: null }
  const data = { writingId: writing.id, n: writing.n, code: 'stopped', ...cost, supportId: null, partial }
  return [{ type: 'ScriptFailed', data }]
}
