import type { ActionFunctionArgs } from '@remix-run/node'

/** OPTIONS, GET and HEAD are answered by the guard, fast and without a signature: HeyGen probes the address with them. */
export const loader = () => new Response(null, { status: 200 })

/** Raw bytes to the inbox, then 2xx. While the database is away 503: HeyGen tries again. */
export async function action({ request, context }: ActionFunctionArgs) {
  const body = new Uint8Array(await request.arrayBuffer())
  const receipt = await context.desk.receiveWebhook({ body, headers: Object.fromEntries(request.headers) })
  return receipt.tag === 'refused' ? new Response(null, { status: 401 }) : new Response(null, { status: 204 })
}
