/** Whose account is played, and what is left in its wallet (`heygen.md` §6.3). */
import { jsonAnswer } from '../answers.ts'
import { spentUsd } from './ledger.ts'
import type { Studio } from './studio.ts'

const startUsd = 250
const reload = { enabled: true, threshold_usd: 20, amount_usd: 100 }

export function readAccount({ ledger, now }: Studio): Response {
  const wallet = { currency: 'usd', remaining_balance: balance(spentUsd(ledger.lines, now())), auto_reload: reload }
  return jsonAnswer(200, {
    data: {
      ...{ username: 'u_demo', email: 'demo@exemple.fr', first_name: 'Démo', last_name: null },
      ...{ billing_type: 'wallet', wallet, subscription: null, usage_based: null },
    },
  })
}

function balance(spent: number): number {
  const missing = Math.max(0, Math.ceil((reload.threshold_usd - (startUsd - spent)) / reload.amount_usd))
  return Math.round((startUsd - spent + missing * reload.amount_usd) * 100) / 100
}
