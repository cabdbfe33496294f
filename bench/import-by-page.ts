import { openAsBlob } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { makeCommunity } from '#features/communities/create.ts'
import type { Installation } from '#platform/installation.ts'
import { unsafeAsOwner } from '#platform/owner.ts'
import { hashOf, newToken } from '#platform/session.ts'
import { rowsOf, writeRoster, writeYear } from './positive-year.ts'

type Place = { urls: Installation['urls']; folder: string; owner: pg.Client }
type Import = { state: string; failure: string | null; questions: { key: string }[] }

/**
 * A year of another district on the same server, as its steward brings it in on the page: the roster is applied at once, the year waits
 * in a file for `apply`, which ends when its flags are there.
 */
export async function prepareYear(place: Place, address: string, students: number) {
  const token = await findSteward(place)
  const send = (file: string) => bringIn(address, token, file)
  await send(await writeRoster(path.join(place.folder, 'roster.zip'), students))
  const file = await writeYear(path.join(place.folder, 'year.zip'), students)
  return { rows: rowsOf(students), apply: () => send(file) }
}

async function findSteward({ urls, owner }: Place) {
  const token = newToken()
  const { communityId, districtId } = await unsafeAsOwner(urls.concentric_owner, (tx) =>
    makeCommunity(tx, { slug: 'year', name: 'Year', timeZone: 'America/Chicago' }),
  )
  await owner.query(
    `with p as (insert into person (community_id, given_name, family_name, is_worker) values ($1, 'Stella', 'Year', true) returning id),
       a as (insert into platform.account (id, email) select id, 'stella@bench.example' from p),
       l as (insert into platform.account_person (account_id, community_id, person_id) select id, $1, id from p),
       m as (insert into membership (community_id, person_id, role, district_id, from_on, approved_at)
         select $1, id, 'data_steward', $2, '2020-01-01', now() from p returning id)
     insert into platform.session (token_hash, account_id, community_id, hat_kind, hat_id, how, expires_at)
     select $3, p.id, $1, 'membership', m.id, 'password', now() + interval '12 hours' from p, m`,
    [communityId, districtId, hashOf(token)],
  )
  return token
}

/** Sends the file, answers what is asked, applies it and looks, as the page does, until it is applied. */
async function bringIn(address: string, token: string, file: string) {
  const headers = { cookie: `concentric_session=${token}; concentric_csrf=bench`, 'x-csrf': 'bench' }
  const api = async <T>(way: string, init: RequestInit = {}): Promise<T> => {
    const answer = await fetch(`${address}/api/v1/year/imports${way}`, { headers, ...init })
    if (!answer.ok) throw new Error(`The import was refused: ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as T
  }
  const until = async (id: string, states: string[]): Promise<Import> => {
    for (;;) {
      const found = await api<Import>(`/${id}`)
      if (states.includes(found.state)) return found
      if (found.state === 'failed') throw new Error(`The import failed: ${found.failure}`)
      await pause(1_000)
    }
  }
  const form = new FormData()
  form.append('sourceName', 'Year')
  form.append('files', await openAsBlob(file), path.basename(file))
  const { id } = await api<{ id: string }>('', { method: 'POST', body: form })
  const checked = await until(id, ['checked', 'needs_answer'])
  if (checked.questions.some(({ key }) => key === 'attendance_practice')) {
    const body = JSON.stringify({ answers: { attendance_practice: 'positive' } })
    await api(`/${id}/answers`, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body })
    await until(id, ['checked'])
  }
  await api(`/${id}/application`, { method: 'POST' })
  await until(id, ['applied'])
}
