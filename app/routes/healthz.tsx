/** The process answers. */
export const loader = () => Response.json({ ok: true })
