import { sql } from '#platform/database.ts'
import type { ChoosePreset, PresetChoice, PresetVersion, SavePreset } from '../contract.ts'
import { defaultPresetName } from '../presets.ts'

/** Every version of the presets of the reader's district. */
export const listPresets = () => sql<PresetVersion>`
  with chosen as (
    select distinct on (p.district_id) p.id
    from indicator_preset p join district d on d.community_id = p.community_id and d.id = p.district_id
    where p.community_id = (select access.community()) and (p.id = d.preset_id or d.preset_id is null and p.name = ${defaultPresetName})
    order by p.district_id, p.version desc
  )
  select p.id, p.name, p.version, p.title, p.citation, p.rules, p.created_by is not null as "isOwn",
    p.version = max(p.version) over (partition by p.district_id, p.name) as "isLatest", p.id in (select id from chosen) as "isChosen",
    p.based_on as "basedOn", nullif(concat_ws(' ', w.given_name, w.family_name), '') as "createdBy", p.created_at as "createdAt",
    (select count(*)::int from flag f where f.community_id = p.community_id and f.preset_id = p.id) as flags
  from indicator_preset p
  left join person w on w.community_id = p.community_id and w.id = p.created_by
  where p.community_id = (select access.community()) and (p.district_id = (select access.district()) or (select access.district()) is null
    and p.district_id in (select s.district_id from school s where s.community_id = p.community_id and s.id = any ((select access.schools('directory'))::uuid[])))
  order by p.created_by is null desc, p.created_at, p.title, p.version desc`

export const savePreset = ({ base, title, rules, isCopy }: SavePreset) => sql<{ id: string }>`
  select act.save_preset(${base}, ${title}, ${JSON.stringify(rules)}::jsonb, ${isCopy}) as id`

/** Answers with the import through which the job enters; null where nothing was ever brought in. */
export const choosePreset = ({ id, insteadOf }: ChoosePreset) => sql<{ door: string | null }>`
  select act.choose_preset(${id}, ${insteadOf}::uuid) as door`

export const findLastChoice = () => sql<Omit<PresetChoice, 'steps'>>`
  select c.preset_id as "presetId", p.title, p.version, c.state, c.steps_done as "stepsDone", c.chosen_at as "chosenAt",
    concat_ws(' ', w.given_name, w.family_name) as "chosenBy", c.finished_at as "finishedAt"
  from preset_choice c
  join indicator_preset p on p.community_id = c.community_id and p.id = c.preset_id
  join person w on w.community_id = c.community_id and w.id = c.chosen_by
  where c.community_id = (select access.community()) and c.district_id = (select access.district())
  order by c.chosen_at desc, c.id desc limit 1`

/** What the job tells of its way, for every choice of the district that is not through yet. */
export const tellChoice = (state: string, steps: number) => sql`
  update preset_choice set state = ${state}, steps_done = ${steps}, finished_at = case when ${state} in ('done', 'failed') then clock_timestamp() end
  where community_id = access.community() and district_id = access.district() and state in ('waiting', 'working')`
