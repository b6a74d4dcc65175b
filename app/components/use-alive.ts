import { useEffect, useState } from 'react'

/** Whether the page has come alive: what only JavaScript can do is not offered before. */
export function useAlive(): boolean {
  const [alive, setAlive] = useState(false)
  useEffect(() => setAlive(true), [])
  return alive
}
