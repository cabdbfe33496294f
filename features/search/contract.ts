import { Type, type Static } from 'typebox'

/** What a search found, a few of each kind; how many there are besides is not told. */
export const Found = Type.Object({
  students: Type.Array(
    Type.Object({
      id: Type.String(),
      name: Type.String(),
      externalId: Type.String(),
      schoolName: Type.Union([Type.String(), Type.Null()]),
    }),
  ),
  organizations: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })),
  services: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), organizationName: Type.String() })),
  agreements: Type.Array(
    Type.Object({ id: Type.String(), number: Type.String(), title: Type.String(), organizationName: Type.String() }),
  ),
})
export type Found = Static<typeof Found>
