import { sql } from '#platform/database.ts'
import type { NewSystemToken, NewToken, SystemPlace, TokenRow, TokenTold } from './contract.ts'

type TokenHash = Buffer

export const listTokens = (session: TokenHash) => sql<TokenRow>`
  select id, name, community, role, place, is_system as "isSystem", may_write as "mayWrite", elements, areas, created_at as "createdAt",
    expires_at as "expiresAt", last_used_at as "lastUsedAt"
  from door.list_tokens(${session})`

export const listTokenElements = (role: string) => sql<{ elements: string[] }>`
  select door.token_elements(${role}) as elements`

export const createToken = (session: TokenHash, made: TokenHash, t: NewToken) => sql<{ id: string }>`
  select door.create_token(${session}, ${made}, ${t.hat}, ${t.name}, ${t.mayWrite}, ${t.elements}, ${t.areas}, ${t.days}) as id`

export const createSystemToken = (made: TokenHash, t: NewSystemToken) => sql<{ id: string }>`
  select act.create_system_token(${made}, ${t.name}, ${t.role}, ${t.school ?? null}, ${t.mayWrite}, ${t.elements}, ${t.areas}, ${t.days}) as id`

export const revokeToken = (session: TokenHash, id: string) => sql<{ revoked: boolean }>`
  select door.revoke_token(${session}, ${id}) as revoked`

export const describeToken = (hash: TokenHash) => sql<TokenTold>`
  select name, community, role, may_write as "mayWrite", elements, areas, expires_at as "expiresAt" from door.describe_token(${hash})`

export const listSchools = () => sql<SystemPlace>`
  select id, name from school where community_id = (select access.community()) and id = any ((select access.schools('directory'))::uuid[])
  order by name`
