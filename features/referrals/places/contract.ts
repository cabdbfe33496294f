import { Type, type Static } from 'typebox'

export const OpenPlaces = Type.Object({
  serviceId: Type.String(),
  capacity: Type.Union([Type.Integer(), Type.Null()]),
  open: Type.Union([Type.Integer(), Type.Null()], { description: 'places left; null where places are not limited' }),
})
export type OpenPlaces = Static<typeof OpenPlaces>
