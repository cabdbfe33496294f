-- What a set of files has nothing of: statements that speak of it find these views, which are empty, so that no table has to be made and
-- dropped for it. The columns are those of records.ts (stand-ins.test.ts compares them), and those that are asked for of what is compared.
do $$
declare record_kind text; columns text;
begin
  for record_kind, columns in values
    ('school', 'external_id name level district_external_id district_name'),
    ('session', 'external_id school_external_id title kind school_year starts_on ends_on'),
    ('calendar_date', 'school_external_id calendar_code on_date day_type'),
    ('class', 'external_id school_external_id title course_title subject is_homeroom starts_on ends_on'),
    ('person', 'external_id given_name family_name email role school_external_id'),
    ('student', 'external_id given_name middle_name family_name preferred_name grade_level birth_date sex races is_hispanic home_language district_number'),
    ('demographics', 'student_external_id birth_date sex races is_hispanic'),
    ('contact', 'external_id given_name family_name phone email language'),
    ('student_contact', 'student_external_id contact_external_id relation is_primary lives_with restriction'),
    ('school_enrollment', 'student_external_id school_external_id entry_on exit_on grade_level is_primary'),
    ('class_enrollment', 'external_id class_external_id person_external_id role begin_on end_on'),
    ('attendance', 'student_external_id school_external_id on_date code duration minutes'),
    ('section_attendance', 'student_external_id school_external_id on_date section code'),
    ('incident', 'external_id student_external_id school_external_id on_date behavior participation'),
    ('discipline', 'external_id student_external_id school_external_id on_date action days'),
    ('grade', 'student_external_id school_external_id class_external_id course_title subject term_title term_ends_on grade_type numeric_grade letter_grade credits_attempted credits_earned'),
    ('assessment', 'student_external_id assessment vendor subject taken_on score level'),
    ('program', 'student_external_id program title begin_on end_on'),
    ('college_access', 'student_external_id event on_date institution detail')
  loop
    execute format('create view access.untold_%s as select null::bigint as n, null::text as file, null::bigint as row_number, false as is_deleted, false as set_aside, 1 as stands_for, %s where false',
      record_kind, (select string_agg(format('null::text as %I', name), ', ' order by nth) from unnest(string_to_array(columns, ' ')) with ordinality c(name, nth)));
    execute format('grant select on access.untold_%s to concentric_import', record_kind);
  end loop;
end $$;
create view access.untold_present_day as select null::text as file, null::text as school_external_id, null::text as on_date, 0 as rows where false;
create view access.untold_named_gone as select null::text as external_id where false;
create view access.untold_want_person as select null::uuid as id, null::text as import_action where false;
create view access.untold_want_class_teacher as select null::uuid as class_id, null::uuid as person_id, null::text as import_action where false;
create view access.untold_want_calendar_date as
select null::uuid as school_id, null::date as on_date, false as is_instructional, null::text as import_action where false;
create view access.untold_want_enrollment as
select null::uuid as student_id, null::uuid as school_id, null::date as entry_on, null::date as exit_on, null::text as import_action where false;
create view access.untold_gone as select null::uuid as id where false;
grant select on access.untold_present_day, access.untold_named_gone, access.untold_want_person, access.untold_want_class_teacher,
  access.untold_want_calendar_date, access.untold_want_enrollment, access.untold_gone to concentric_import;
