import type { LoaderFunctionArgs } from '@remix-run/node'

/** Database, jobs and disk are within reach; 503 tells a load balancer to wait. */
export async function loader({ context }: LoaderFunctionArgs) {
  const readiness = await context.desk.readiness()
  return Response.json(readiness, { status: readiness.ok ? 200 : 503 })
}
