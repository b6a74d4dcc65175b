/** What a simulator shall do next: a queue of scenarios, first in first out; when it is empty all goes well. */

export type Step<Name extends string> = { name: Name; amount: number | null }

export type Plan<Name extends string> = {
  /** `name`, `name:amount`, or several joined by `+` for one call. Throws on an unknown name, and then adds none. */
  add(scenarios: readonly string[]): void
  /** The steps of the next call; none when the queue is empty. */
  next(): Step<Name>[]
}

export function createPlan<Name extends string>(known: readonly Name[]): Plan<Name> {
  const queue: Step<Name>[][] = []
  return {
    add: (scenarios) => void queue.push(...scenarios.map((scenario) => parse(scenario, known))),
    next: () => queue.shift() ?? [],
  }
}

export const stepNamed = <Name extends string>(steps: readonly Step<Name>[], name: NoInfer<Name>) =>
  steps.find((step) => step.name === name)

function parse<Name extends string>(scenario: string, known: readonly Name[]): Step<Name>[] {
  return scenario.split('+').map((part) => {
    const [given, amount] = part.trim().split(':')
    const name = known.find((one) => one === given)
    if (name === undefined) throw new Error(`Unknown scenario « ${part} »; known: ${known.join(', ')}`)
    if (amount !== undefined && !/^\d+$/.test(amount)) throw new Error(`Not a number in « ${part} »`)
    return { name, amount: amount === undefined ? null : Number(amount) }
  })
}
