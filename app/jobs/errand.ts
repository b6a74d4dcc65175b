import type { Errand } from '#app/desk/night.ts'

type Job = { attempts: number }

/** What a job carries: ids, and how often and with what end it was tried before. @throws on a payload that is not ours */
export function errandOf(payload: unknown, job: Job): Errand {
  const { requestId, tries, mayHaveCost, previousCode, writingId, costMicroUsd } = payload as Record<
    string,
    string | undefined
  >
  if (!requestId) throw new Error('a job without a request')
  return {
    requestId,
    tries: Number(tries ?? '1') + job.attempts - 1,
    // A second run of the same job: the first was cut off or broke, nobody knows how far it came.
    mayHaveCost: mayHaveCost === 'true' || job.attempts > 1,
    previousCode: previousCode ? previousCode : null,
    writingId: writingId ? writingId : undefined,
    costMicroUsd: costMicroUsd ? Number(costMicroUsd) : null,
  }
}
