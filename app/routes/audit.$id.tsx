import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'

import { exactDateTime } from '#app/components/dates.ts'
import { HeroNumber } from '#app/components/hero-number.tsx'
import { PageHead } from '#app/components/page-head.tsx'
import { ProofBox } from '#app/components/proof-box.tsx'
import { Replay } from '#app/components/replay.tsx'
import { fullName, requestNumber } from '#app/components/request-words.ts'
import { ScriptDiff } from '#app/components/script-diff.tsx'
import { StateMap } from '#app/components/state-map.tsx'
import { StatusBadge } from '#app/components/status-badge.tsx'
import { ThenView } from '#app/components/then-view.tsx'
import { Timeline } from '#app/components/timeline.tsx'
import { showFact } from '#app/components/told-fact.ts'
import { fr } from '#app/components/typography.ts'
import { WhyNot } from '#app/components/why-not.tsx'
import type { AuditFact } from '#app/desk/desk.ts'
import { refusal } from '#app/gate/refusal.ts'
import { refuse } from '#app/gate/refusal-page.ts'
import { requireStaff } from '#app/gate/session.ts'

export async function loader(args: LoaderFunctionArgs) {
  await requireStaff(args)
  const asked = new URL(args.request.url).searchParams.get('v') ?? ''
  const step = /^\d{1,6}$/.test(asked) ? Number(asked) : null
  const page = await args.context.desk.readHistory(args.params['id'] ?? '', step)
  if (!page)
    throw refuse(
      args.request,
      refusal(404, { text: 'Cette demande n’existe pas.', back: { href: '/audit', label: 'Revenir au journal' } }),
    )
  return { ...page, facts: page.facts.map(showStep) }
}

function showStep(fact: AuditFact) {
  const { commandId, machineVersion, schemaVersion, hash, previousHash, proven, statusAfter } = fact
  return { ...showFact(fact), commandId, machineVersion, schemaVersion, hash, previousHash, proven, statusAfter }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  {
    title: page
      ? `Journal, étape ${page.step} sur ${page.facts.length}, ${fullName(page.then.person)} · Récit`
      : 'Journal · Récit',
  },
]

export default function History() {
  const { requestId, facts, step, then, change, could, proof } = useLoaderData<typeof loader>()
  const fact = facts[step - 1]
  const next = facts[step]
  if (!fact) return null
  const href = (to: number) => `/audit/${requestId}?v=${to}`
  return (
    <>
      <PageHead
        crumbs={[
          { label: 'Journal', to: '/audit' },
          { label: fr`Demande n° ${requestNumber(requestId)}, ${fullName(then.person)}` },
        ]}
        title={fact.sentence.replace(/\.$/, '')}
      >
        <StatusBadge status={fact.statusAfter} />
        <time dateTime={fact.recordedAt}>{exactDateTime(fact.recordedAt)}</time>
        <code>{fact.type}</code>
      </PageHead>
      <div className="aside-start">
        <HeroNumber value={step} label={`Étape ${step} sur ${facts.length}`} decorative />
      </div>
      <div className="stack">
        <Replay facts={facts} step={step} href={href} next={next?.sentence} />
        {change === null ? null : (
          <section className="lead" aria-labelledby="change-title">
            <h2 id="change-title">Ce qui a changé</h2>
            <ScriptDiff {...change} />
          </section>
        )}
        <div className="split even">
          <section className="lead" aria-labelledby="map-title">
            <h2 id="map-title">Où en est la demande</h2>
            <StateMap statuses={facts.map((one) => one.statusAfter)} step={step} />
          </section>
          <section className="lead" aria-labelledby="why-title">
            <h2 id="why-title">{fr`Pourquoi pas ?`}</h2>
            <p>Ce qui était permis à cet instant, et ce qui ne l’était pas.</p>
            <WhyNot could={could} />
          </section>
        </div>
        <ThenView then={then} />
        <ProofBox proof={proof} fact={fact} steps={facts.length} />
        <Timeline facts={facts} replay={{ step, href }} />
      </div>
    </>
  )
}
