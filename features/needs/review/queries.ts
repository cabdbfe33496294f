import { sql } from '#platform/database.ts'
import type { Review, ReviewedStudent, ReviewGroup, ReviewText, WhichGroup } from './contract.ts'

export const findSchoolYear = () => sql<{ year: string }>`select access.school_year() as year`

/** Classes with students whose needs the reader may write, homerooms first; a teacher's own alone. */
export const listClassGroups = () => sql<ReviewGroup>`
  select c.id as "classId", c.school_id as "schoolId", null as "gradeLevel", c.title, sc.name as "schoolName",
    count(distinct e.student_id)::int as total, count(distinct p.student_id)::int as done
  from class_enrollment e
  join class c on c.community_id = e.community_id and c.id = e.class_id
    and (c.starts_on is null or c.starts_on <= (select access.today())) and (c.ends_on is null or c.ends_on >= (select access.today()))
  join student s on s.community_id = e.community_id and s.id = e.student_id
  left join school sc on sc.community_id = c.community_id and sc.id = c.school_id
  left join access.review_progress() p on p.student_id = e.student_id and p.is_done
  where e.community_id = (select access.community())
    and (s.access_school_id = any ((select access.schools('needs') || access.write_schools('needs'))::uuid[]) or s.id = any ((select access.students('needs') || access.write_students('needs'))::uuid[]))
    and (e.begin_on is null or e.begin_on <= (select access.today())) and (e.end_on is null or e.end_on >= (select access.today()))
    and (select access.hat_kind()) = 'membership' and (select access.role()) <> 'partner_worker'
    and ((select access.role()) <> 'teacher' or c.id = any ((select access.classes())::uuid[]))
  group by c.id, c.school_id, c.title, c.is_homeroom, sc.name order by c.is_homeroom desc, c.title, c.id limit 300`

export const listGradeGroups = () => sql<ReviewGroup>`
  select null as "classId", s.access_school_id as "schoolId", s.grade_level as "gradeLevel", '' as title, sc.name as "schoolName",
    count(*)::int as total, count(p.student_id)::int as done
  from student s
  left join school sc on sc.community_id = s.community_id and sc.id = s.access_school_id
  left join access.review_progress() p on p.student_id = s.id and p.is_done
  where s.community_id = (select access.community()) and s.access_school_id = any ((select access.schools('needs') || access.write_schools('needs'))::uuid[]) and s.grade_level is not null
  group by s.access_school_id, s.grade_level, sc.name order by sc.name, s.grade_level`

/** The students of a class, or of a grade of a school, each with how far the review of this year is. */
export const listToReview = (group: WhichGroup) => sql<ReviewedStudent>`
  select s.id as "studentId", concat_ws(' ', coalesce(nullif(s.preferred_name, ''), s.given_name), s.family_name) as name, s.grade_level as "gradeLevel",
    case when p.is_done then 'done' when p.student_id is not null then 'begun' else 'open' end as state, coalesce(p.is_closed, false) as "isClosed"
  from student s
  left join access.review_progress() p on p.student_id = s.id
  where s.community_id = (select access.community()) and (select access.hat_kind()) = 'membership' and (select access.role()) <> 'partner_worker'
    and (s.access_school_id = any ((select access.schools('needs') || access.write_schools('needs'))::uuid[]) or s.id = any ((select access.students('needs') || access.write_students('needs'))::uuid[]))
    and case when ${group.class ?? null}::uuid is not null
      then s.id in (select e.student_id from class_enrollment e where e.community_id = (select access.community()) and e.class_id = ${group.class ?? null}::uuid
        and (e.begin_on is null or e.begin_on <= (select access.today())) and (e.end_on is null or e.end_on >= (select access.today())))
      else s.access_school_id = ${group.school ?? null}::uuid and s.grade_level = ${group.grade ?? null} end
  order by s.family_name, s.given_name, s.id limit 500`

export const listReviews = (student: string) => sql<Review & { isThisYear: boolean }>`
  select r.school_year as "schoolYear", r.strengths, r.marks, r.revision, r.done_at is not null as "isDone",
    nullif(concat_ws(' ', p.given_name, p.family_name), '') as "authorName", r.school_year = access.school_year() as "isThisYear"
  from student_review r left join person p on p.community_id = r.community_id and p.id = r.author_id
  where r.community_id = (select access.community()) and r.student_id = ${student} order by r.school_year desc limit 2`

export const saveReview = (student: string, r: ReviewText) => sql<{ revision: number }>`
  select act.save_review(${student}, ${r.revision}::int, ${r.strengths}, ${JSON.stringify(r.marks)}::jsonb, ${r.isDone}) as revision`
