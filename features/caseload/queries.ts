import { sql, type Statement } from '#platform/database.ts'
import type { Home } from './contract.ts'
import { defaultPresetName } from '../indicators/presets.ts'
import type { DistrictRules, FigureRow, FlagRow, LineRow } from './lines.ts'
import type { StudentFilter } from './routes.ts'

/** As the search of everything does: every word typed has to occur, in any order, whatever its accents. */
const patterns = (search: string | undefined) =>
  search?.trim()
    ? search
        .trim()
        .split(/\s+/)
        .slice(0, 6)
        .map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`)
    : null

/** Whose students a list shows: the reader's caseload, or all that the role reaches. Without a caseload both are the same. */
export type Scope = 'caseload' | 'school'

/** Students of the reader's reach with their flags and attendance, filtered and sorted, a page at a time. */
export const listStudents = (f: StudentFilter): Statement<LineRow> => sql<LineRow>`
  with page as (
    select s.community_id, s.id, s.external_id, s.given_name, s.family_name, s.grade_level, s.access_school_id, s.district_id
    from student s
    where s.community_id = (select access.community())
      and (${patterns(f.search)}::text[] is null or access.plain(concat_ws(' ', s.given_name, s.preferred_name, s.family_name, s.external_id))
        like all (select access.plain(word) from unnest(${patterns(f.search)}::text[]) word))
      and (${f.grade ?? null}::text is null or s.grade_level = ${f.grade ?? null})
      and (${f.flag ?? null}::text is null or exists (select from flag g where g.community_id = s.community_id and g.student_id = s.id
        and (${f.flag ?? null} = 'any' or g.indicator = ${f.flag ?? null})))
      and (${f.scope ?? 'school'} = 'school' or not exists (select from access.my_caseload()) or s.id in (select access.my_caseload()))
    order by
      case when ${f.sort ?? 'name'} = 'grade' then s.grade_level end,
      case when ${f.sort ?? 'name'} = 'attendance' then (select max(a.days_missed / nullif(a.days_enrolled, 0)) from attendance_summary a
        where a.community_id = s.community_id and a.student_id = s.id) end desc nulls last,
      s.family_name, s.given_name, s.id
    limit ${f.limit ?? 50} offset ${f.offset ?? 0}
  )
  select s.id, s.external_id as "externalId", s.given_name as "givenName", s.family_name as "familyName", s.grade_level as "gradeLevel",
    sc.name as "schoolName", a.enrolled as "daysEnrolled", a.missed as "daysMissed", g.flags, s.district_id as "districtId",
    array(select c.subject from course_summary c where c.community_id = s.community_id and c.student_id = s.id) as subjects
  from page s
  left join school sc on sc.community_id = s.community_id and sc.id = s.access_school_id
  left join lateral (select sum(x.days_enrolled)::int as enrolled, sum(x.days_missed) as missed from attendance_summary x
    where x.community_id = s.community_id and x.student_id = s.id) a on true
  left join lateral (select jsonb_agg(jsonb_build_object('indicator', x.indicator, 'level', x.level, 'facts', x.facts, 'raisedAt', x.raised_at)
    order by x.indicator) as flags from flag x where x.community_id = s.community_id and x.student_id = s.id) g on true
  order by
    case when ${f.sort ?? 'name'} = 'grade' then s.grade_level end,
    case when ${f.sort ?? 'name'} = 'attendance' then a.missed / nullif(a.enrolled, 0) end desc nulls last,
    s.family_name, s.given_name, s.id`

/** By which rules each district looks, whether it tells of incidents, and which indicators the reader may see. */
export const listDistrictRules = () => sql<DistrictRules>`
  select d.id as "districtId", p.rules, access.brings_incidents(d.id) as "hasIncidents",
    array(select x.indicator from (values ('attendance', 'attendance'), ('behavior', 'behavior'), ('course', 'grades')) x (indicator, element)
      where cardinality(access.schools(x.element) || access.students(x.element)) > 0) as "inSight"
  from district d
  join lateral (select p.rules from indicator_preset p where p.community_id = d.community_id and p.district_id = d.id
    and (p.id = d.preset_id or p.name = ${defaultPresetName}) order by p.id = d.preset_id desc nulls last, p.version desc limit 1) p on true
  where d.community_id = (select access.community())`

export const findDistrictOf = (id: string) => sql<{ gradeLevel: string | null; districtId: string }>`
  select grade_level as "gradeLevel", district_id as "districtId" from student where community_id = (select access.community()) and id = ${id}`

export const countStudents = (f: StudentFilter) => sql<{ total: number }>`
  select count(*) as total from student s
  where s.community_id = (select access.community())
    and (${patterns(f.search)}::text[] is null or access.plain(concat_ws(' ', s.given_name, s.preferred_name, s.family_name, s.external_id))
        like all (select access.plain(word) from unnest(${patterns(f.search)}::text[]) word))
    and (${f.grade ?? null}::text is null or s.grade_level = ${f.grade ?? null})
    and (${f.flag ?? null}::text is null or exists (select from flag g where g.community_id = s.community_id and g.student_id = s.id
      and (${f.flag ?? null} = 'any' or g.indicator = ${f.flag ?? null})))
    and (${f.scope ?? 'school'} = 'school' or not exists (select from access.my_caseload()) or s.id in (select access.my_caseload()))`

export const listGradeLevels = () => sql<{ grade: string }>`
  select distinct grade_level as grade from student where community_id = (select access.community()) and grade_level is not null order by 1`

/** How many students the reader's caseload has; none for whoever has no caseload. */
export const countCaseload = () => sql<{ size: number }>`
  select count(*) as size from student where community_id = (select access.community()) and id in (select access.my_caseload())`

/** Flagged students about whom nobody has written, and for whom nobody has acted, since the flag was raised. */
const waiting = sql`
  select g.community_id, g.student_id, min(g.raised_at) as raised_at, bool_or(g.level = 'concern') as is_concern
  from flag g
  where g.community_id = (select access.community())
    and not exists (select from note n where n.community_id = g.community_id and n.student_id = g.student_id
      and n.written_at >= g.raised_at and n.in_error_at is null)
    and not exists (select from need n where n.community_id = g.community_id and n.student_id = g.student_id
      and n.written_at >= g.raised_at and n.author_kind = 'staff' and n.status <> 'in_error')
    and not exists (select from referral r where r.community_id = g.community_id and r.student_id = g.student_id and r.changed_at >= g.raised_at)`
  .text

const inScope = `($1 = 'school' or not exists (select from access.my_caseload()) or g.student_id in (select access.my_caseload()))`

export const listWaiting = (scope: Scope, limit: number, offset: number): Statement<LineRow> => ({
  text: `with waiting as (${waiting} and ${inScope} group by 1, 2)
    select s.id, s.external_id as "externalId", s.given_name as "givenName", s.family_name as "familyName", s.grade_level as "gradeLevel",
      sc.name as "schoolName", null::int as "daysEnrolled", null::numeric as "daysMissed",
      (select jsonb_agg(jsonb_build_object('indicator', x.indicator, 'level', x.level, 'facts', x.facts, 'raisedAt', x.raised_at) order by x.indicator)
        from flag x where x.community_id = s.community_id and x.student_id = s.id) as flags
    from waiting w
    join student s on s.community_id = w.community_id and s.id = w.student_id
    left join school sc on sc.community_id = s.community_id and sc.id = s.access_school_id
    order by w.is_concern desc, w.raised_at desc, s.family_name, s.given_name, s.id
    limit $2 offset $3`,
  values: [scope, limit, offset],
})

export const countWaiting = (scope: Scope): Statement<{ total: number }> => ({
  text: `with waiting as (${waiting} and ${inScope} group by 1, 2) select count(*) as total from waiting`,
  values: [scope],
})

export const findLastImport = () => sql<{ at: string }>`select access.last_import_at() as at`

export const listOpenReferrals = () => sql<Home['openReferrals'][number]>`
  select r.id, r.student_id as "studentId", nullif(concat_ws(' ', s.given_name, s.family_name), '') as "studentName",
    o.name as "organizationName", r.state, r.changed_at as "changedAt"
  from referral r
  join organization o on o.community_id = r.community_id and o.id = r.organization_id
  left join student s on s.community_id = r.community_id and s.id = r.student_id
  where r.community_id = (select access.community()) and r.state in ('awaiting_consent', 'sent')
  order by r.changed_at limit 20`

export const listAttendanceFigures = (id: string) => sql<
  FigureRow & { schoolName: string | null; daysEnrolled: number; daysMissed: number }
>`
  select sc.name as "schoolName", a.days_enrolled as "daysEnrolled", a.days_missed as "daysMissed", a.window_from as "windowFrom",
    a.window_to as "windowTo", a.computed_at as "computedAt", o.source_name as "sourceName", o.file_names as "fileNames", o.applied_at as "importedAt"
  from attendance_summary a
  left join school sc on sc.community_id = a.community_id and sc.id = a.school_id
  left join lateral access.origin_of(a.import_id) o on true
  where a.community_id = (select access.community()) and a.student_id = ${id} order by sc.name`

export const findBehaviorFigures = (id: string) => sql<
  FigureRow & { incidents: number; stateOffenses: number; suspensionDays: number }
>`
  select b.incidents, b.state_offenses as "stateOffenses", b.suspension_days as "suspensionDays", b.window_from as "windowFrom",
    b.window_to as "windowTo", b.computed_at as "computedAt", o.source_name as "sourceName", o.file_names as "fileNames", o.applied_at as "importedAt"
  from behavior_summary b left join lateral access.origin_of(b.import_id) o on true
  where b.community_id = (select access.community()) and b.student_id = ${id}`

export const listCourseFigures = (id: string) => sql<
  FigureRow & { subject: string; average: number | null; failures: number; courses: number }
>`
  select c.subject, c.average, c.failures, c.courses, c.window_from as "windowFrom", c.window_to as "windowTo", c.computed_at as "computedAt",
    o.source_name as "sourceName", o.file_names as "fileNames", o.applied_at as "importedAt"
  from course_summary c left join lateral access.origin_of(c.import_id) o on true
  where c.community_id = (select access.community()) and c.student_id = ${id} order by c.subject`

export const listFlags = (id: string) => sql<FlagRow>`
  select indicator, level, facts, raised_at as "raisedAt" from flag
  where community_id = (select access.community()) and student_id = ${id} order by indicator`

/** The preset that made this student's flags, or else the one that the student's district has chosen. */
export const findChosenPreset = (id: string) => sql<{ name: string; title: string; citation: string; version: number }>`
  select p.name, p.title, p.citation, p.version
  from student s
  join district d on d.community_id = s.community_id and d.id = s.district_id
  join indicator_preset p on p.community_id = d.community_id and p.id = coalesce(
    (select f.preset_id from flag f where f.community_id = s.community_id and f.student_id = s.id order by f.computed_at desc limit 1), d.preset_id)
  where s.community_id = (select access.community()) and s.id = ${id}`
