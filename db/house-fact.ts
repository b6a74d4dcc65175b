import { houseFactSchemas, type HouseFactData, type HouseFactType } from '#events/house.ts'

import { canonicalJson } from './canonical-json.ts'

/** The stored text of a fact about the house; nothing in it is personal. */
export function houseBody<T extends HouseFactType>(type: T, data: HouseFactData<T>): string {
  return canonicalJson({ data: houseFactSchemas[type].data.parse(data) })
}
