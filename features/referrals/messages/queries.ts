import { sql } from '#platform/database.ts'
import type { NewMessage, ReferralMessage } from './contract.ts'

/** What was said on one referral, oldest first, as far as the reader may read it. */
export const listMessages = (referral: string) => sql<ReferralMessage>`
  select m.id, m.body, m.author_kind as side, nullif(concat_ws(' ', p.given_name, p.family_name), '') as "authorName",
    m.is_for_family as "isForFamily", m.written_at as "writtenAt"
  from referral_message m left join person p on p.community_id = m.community_id and p.id = m.author_id
  where m.community_id = (select access.community()) and m.referral_id = ${referral}
  order by m.written_at, m.id`

export const writeMessage = (referral: string, { body, isForFamily }: NewMessage) => sql<{ id: string }>`
  select act.write_message(${referral}, ${body}, ${isForFamily}) as id`
