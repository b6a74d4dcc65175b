/** Facts without a request, in the stream `house`: a closed list, zod only, no machine. */
import { z } from 'zod'

export const houseStream = 'house'

export const houseFactSchemas = {
  ViewRebuilt: {
    data: z.strictObject({
      facts: z.int().nonnegative(),
      requests: z.int().nonnegative(),
      differences: z.int().nonnegative(),
      hashBefore: z.string(),
      hashAfter: z.string(),
    }),
    schemaVersion: 1 as const,
  },
} as const

export type HouseFactType = keyof typeof houseFactSchemas
export type HouseFactData<T extends HouseFactType> = z.input<(typeof houseFactSchemas)[T]['data']>
