import { readFileSync } from 'node:fs'
import path from 'node:path'
import { sql, type Statement } from '#platform/database.ts'
import type { SchoolTally } from './contract.ts'
import type { Preset } from './presets.ts'
import { defaultPresetName } from './presets.ts'
import type { Indicator, Level, PresetRules } from './preset-rules.ts'
import type { FlagFacts } from './reason.ts'

/** What is computed: the community's district, as of a day (null: the community's today), by rules, for some students (null: all). */
export type Asked = {
  communityId: string
  districtId: string
  asOf: string | null
  rules: PresetRules
  studentIds: string[] | null
}

export type StoredPreset = {
  id: string
  name: string
  version: number
  title: string
  citation: string
  rules: unknown
}
export type ListedRow = {
  externalId: string
  schoolId: string
  daysEnrolled: number
  daysMissed: number
  attendanceRate: number | null
  flags: { indicator: Indicator; level: Level; facts: FlagFacts }[]
  today: string
}

// The same text computes what is stored and what is only listed, so that the two cannot differ.
const [windows, attendance, behavior, course, stored, flags] = (
  ['window', 'attendance', 'behavior', 'course', 'stored', 'flags'] as const
).map((name) => readFileSync(path.join(import.meta.dirname, `${name}.sql`), 'utf8')) as [
  string,
  string,
  string,
  string,
  string,
  string,
]
const withoutLastComma = (text: string) => text.trimEnd().replace(/,$/, '')

function statement<Row>(text: string, asked: Asked, ...more: unknown[]): Statement<Row> {
  const { communityId, districtId, asOf, rules, studentIds } = asked
  return { text, values: [communityId, districtId, asOf, JSON.stringify(rules), studentIds, ...more] }
}

export const planningForSets = ["work_mem = '64MB'", 'enable_nestloop = off', 'jit = off'] as const
export const planningAsUsual = ['work_mem = default', 'enable_nestloop = default', 'jit = default'] as const
type Planning = (typeof planningForSets)[number] | (typeof planningAsUsual)[number]

export const planLikeThis = (setting: Planning): Statement => ({ text: `set local ${setting}`, values: [] })

export const insertPresets = (communityId: string, districtId: string, presets: readonly Preset[]) => sql`
  insert into indicator_preset (community_id, district_id, name, version, title, citation, rules)
  select ${communityId}, ${districtId}, p.name, p.version, p.title, p.citation, p.rules
  from jsonb_to_recordset(${JSON.stringify(presets)}::jsonb) as p (name text, version int, title text, citation text, rules jsonb)
  on conflict (community_id, district_id, name, version) do nothing`

/** The district's own choice, else the default. */
export const findChosenPreset = (communityId: string, districtId: string) => sql<StoredPreset>`
  select p.id, p.name, p.version, p.title, p.citation, p.rules
  from indicator_preset p
  join district d on d.community_id = p.community_id and d.id = p.district_id
  where p.community_id = ${communityId} and p.district_id = ${districtId} and (p.id = d.preset_id or p.name = ${defaultPresetName})
  order by p.id = d.preset_id desc nulls last, p.version desc
  limit 1`

export const findPresetByName = (communityId: string, districtId: string, name: string) => sql<StoredPreset>`
  select p.id, p.name, p.version, p.title, p.citation, p.rules
  from indicator_preset p
  where p.community_id = ${communityId} and p.district_id = ${districtId} and p.name = ${name}
  order by p.version desc
  limit 1`

/** Whether all stored figures of the district are of today, by this preset, with nothing since that moves facts without an import. */
export const areFiguresCurrent = (communityId: string, districtId: string, presetId: string) =>
  sql<{ areCurrent: boolean }>`
    select f.as_of = access.today() and f.preset_id = ${presetId} and access.are_facts_as_imported(f.computed_at) as "areCurrent"
    from figures_current f where f.community_id = ${communityId} and f.district_id = ${districtId}`

/** All figures of the district were just made, as of this day. */
export const noteFiguresCurrent = ({ communityId, districtId, asOf }: Asked, presetId: string) => sql`
  insert into figures_current as f (community_id, district_id, as_of, preset_id)
  values (${communityId}, ${districtId}, coalesce(${asOf}::date, access.today()), ${presetId})
  on conflict (community_id, district_id) do update set as_of = excluded.as_of, preset_id = excluded.preset_id, computed_at = excluded.computed_at`

export const storeAttendance = (asked: Asked, importId: string | null) =>
  statement(
    `with ${windows} ${withoutLastComma(attendance)},
    gone as (
      delete from attendance_summary x using school_window w
      where x.community_id = $1 and x.school_id = w.school_id and ($5::uuid[] is null or x.student_id = any ($5::uuid[]))
        and not exists (select from attendance a where a.student_id = x.student_id and a.school_id = x.school_id)
    )
    merge into attendance_summary as x using attendance a
      on x.community_id = $1 and x.student_id = a.student_id and x.school_id = a.school_id
    when not matched then
      insert (community_id, student_id, school_id, access_school_id, window_from, window_to, days_enrolled, days_missed, import_id)
      values ($1, a.student_id, a.school_id, a.access_school_id, a.window_from, a.window_to, a.days_enrolled, a.days_missed, $6::uuid)
    when matched and (x.access_school_id, x.window_from, x.window_to, x.days_enrolled, x.days_missed)
        is distinct from (a.access_school_id, a.window_from, a.window_to, a.days_enrolled, a.days_missed) then
      update set access_school_id = a.access_school_id, window_from = a.window_from, window_to = a.window_to,
        days_enrolled = a.days_enrolled, days_missed = a.days_missed, import_id = coalesce($6::uuid, x.import_id), computed_at = now()`,
    asked,
    importId,
  )

export const storeBehavior = (asked: Asked, importId: string | null) =>
  statement(
    `with ${windows} ${withoutLastComma(behavior)},
    gone as (
      delete from behavior_summary x using student s
      where x.community_id = $1 and s.community_id = $1 and s.id = x.student_id and s.district_id = $2
        and ($5::uuid[] is null or x.student_id = any ($5::uuid[]))
        and not exists (select from behavior b where b.student_id = x.student_id)
    )
    merge into behavior_summary as x using behavior b on x.community_id = $1 and x.student_id = b.student_id
    when not matched then
      insert (community_id, student_id, access_school_id, window_from, window_to, incidents, state_offenses, suspension_days, import_id)
      values ($1, b.student_id, b.access_school_id, b.window_from, b.window_to, b.incidents, b.state_offenses, b.suspension_days, $6::uuid)
    when matched and (x.access_school_id, x.window_from, x.window_to, x.incidents, x.state_offenses, x.suspension_days)
        is distinct from (b.access_school_id, b.window_from, b.window_to, b.incidents, b.state_offenses, b.suspension_days) then
      update set access_school_id = b.access_school_id, window_from = b.window_from, window_to = b.window_to, incidents = b.incidents,
        state_offenses = b.state_offenses, suspension_days = b.suspension_days, import_id = coalesce($6::uuid, x.import_id), computed_at = now()`,
    asked,
    importId,
  )

export const storeCourses = (asked: Asked, importId: string | null) =>
  statement(
    `with ${windows} ${withoutLastComma(course)},
    gone as (
      delete from course_summary x using student s
      where x.community_id = $1 and s.community_id = $1 and s.id = x.student_id and s.district_id = $2
        and ($5::uuid[] is null or x.student_id = any ($5::uuid[]))
        and not exists (select from course c where c.student_id = x.student_id and c.subject = x.subject)
    )
    merge into course_summary as x using course c on x.community_id = $1 and x.student_id = c.student_id and x.subject = c.subject
    when not matched then
      insert (community_id, student_id, subject, access_school_id, window_from, window_to, average, failures, courses, grade_points,
        semester_failures, credits_earned, import_id)
      values ($1, c.student_id, c.subject, c.access_school_id, c.window_from, c.window_to, c.average, c.failures, c.courses, c.grade_points,
        c.semester_failures, c.credits_earned, $6::uuid)
    when matched and (x.access_school_id, x.window_from, x.window_to, x.average, x.failures, x.courses, x.grade_points, x.semester_failures, x.credits_earned)
        is distinct from (c.access_school_id, c.window_from, c.window_to, c.average, c.failures, c.courses, c.grade_points, c.semester_failures, c.credits_earned) then
      update set access_school_id = c.access_school_id, window_from = c.window_from, window_to = c.window_to, average = c.average,
        failures = c.failures, courses = c.courses, grade_points = c.grade_points, semester_failures = c.semester_failures,
        credits_earned = c.credits_earned, import_id = coalesce($6::uuid, x.import_id), computed_at = now()`,
    asked,
    importId,
  )

/** Flags from the stored summaries. A flag keeps the moment it was raised until it worsens. */
export const storeFlags = (asked: Asked, importId: string | null, presetId: string) =>
  statement(
    `with ${windows} ${stored} ${flags},
    gone as (
      delete from flag x using student s
      where x.community_id = $1 and s.community_id = $1 and s.id = x.student_id and s.district_id = $2
        and ($5::uuid[] is null or x.student_id = any ($5::uuid[]))
        and not exists (select from flagged f where f.student_id = x.student_id and f.indicator = x.indicator)
    )
    merge into flag as x using flagged f on x.community_id = $1 and x.student_id = f.student_id and x.indicator = f.indicator
    when not matched then
      insert (community_id, student_id, indicator, access_school_id, level, preset_id, window_from, window_to, facts, import_id)
      values ($1, f.student_id, f.indicator, f.access_school_id, f.level, $7::uuid, f.window_from, f.window_to, f.facts, $6::uuid)
    when matched and (x.access_school_id, x.level, x.preset_id, x.facts) is distinct from (f.access_school_id, f.level, $7::uuid, f.facts) then
      update set access_school_id = f.access_school_id, level = f.level, preset_id = $7::uuid, window_from = f.window_from,
        window_to = f.window_to, facts = f.facts, import_id = coalesce($6::uuid, x.import_id),
        raised_at = case when x.level = 'caution' and f.level = 'concern' then now() else x.raised_at end, computed_at = now()`,
    asked,
    importId,
    presetId,
  )

/** Computed for the answer alone; nothing is stored. Days are of the school in the row, flags of the student over all schools. */
export const listRows = (asked: Asked, schoolExternalId: string | null) =>
  statement<ListedRow>(
    `with ${windows} ${attendance} ${behavior} ${course} ${flags},
    flag_list as (
      select student_id, jsonb_agg(jsonb_build_object('indicator', indicator, 'level', level, 'facts', facts)
        order by array_position(array['attendance', 'behavior', 'course'], indicator)) as flags
      from flagged group by student_id
    )
    select st.external_id as "externalId", sc.external_id as "schoolId", a.days_enrolled as "daysEnrolled", a.days_missed as "daysMissed",
      case when a.days_enrolled > 0 then round(1 - a.days_missed / a.days_enrolled, 4) end as "attendanceRate",
      coalesce(l.flags, '[]') as flags, access.today() as today
    from attendance a
    join student st on st.community_id = $1 and st.id = a.student_id
    join school sc on sc.community_id = $1 and sc.id = a.school_id
    left join flag_list l on l.student_id = a.student_id
    where $6::text is null or sc.external_id = $6
    order by st.external_id, sc.external_id`,
    asked,
    schoolExternalId,
  )

const preview = readFileSync(path.join(import.meta.dirname, 'preview.sql'), 'utf8')

/** School by school, whom rules would flag and of whom they cannot know; computed for the answer alone. */
export const previewRows = (asked: Asked) =>
  statement<SchoolTally>(
    `with ${windows} ${attendance} ${behavior} ${course} ${withoutLastComma(flags)}, ${preview}`,
    asked,
  )
