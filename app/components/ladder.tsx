const steps = [1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 22, 33]

/** The numbers of the house down the margin: decoration. */
export function Ladder() {
  return (
    <p className="aside-start ladder" aria-hidden="true">
      {steps.map((n) => (
        <span key={n}>{n}</span>
      ))}
    </p>
  )
}
