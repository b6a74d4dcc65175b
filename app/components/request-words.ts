export function fullName({ firstNames, lastName }: { firstNames: string | null; lastName: string | null }): string {
  const name = [firstNames, lastName].filter(Boolean).join(' ')
  return name === '' ? 'Personne effacée' : name
}

/** People read eight letters to each other on the telephone; the whole id stays in the address. */
export const requestNumber = (id: string) => id.slice(0, 8)
