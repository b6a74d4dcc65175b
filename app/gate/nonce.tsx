/** The nonce of this page's scripts, through context: an error page has no root loader to bring it. */
import { createContext, useContext } from 'react'

const Nonce = createContext('')

export const NonceProvider = Nonce.Provider

/** Empty in the browser, which hides it from scripts as well. */
export function useNonce(): string {
  return useContext(Nonce)
}
