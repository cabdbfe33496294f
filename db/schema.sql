-- Told from the catalogue of a migrated database, for reading; db/migrations and the access.sql files make it.

table academic_session
  community_id uuid not null
  id uuid not null default platform.uuidv7()
  district_id uuid not null
  school_id uuid
  external_id text not null
  title text not null
  kind text not null
  school_year text
  starts_on date not null
  ends_on date not null
  changed_by_import uuid
  added_by_import uuid
  withdrawn_at timestamp with time zone
  CHECK ((kind = ANY (ARRAY['school_year'::text, 'semester'::text, 'term'::text, 'grading_period'::text])))
  FOREIGN KEY (community_id, district_id) REFERENCES district(community_id, id) DEFERRABLE
  PRIMARY KEY (community_id, id)
  UNIQUE (community_id, district_id, external_id)
  policy import for all to concentric_import using ((community_id = ( SELECT access.community() AS community)))
  policy owner for all to concentric_owner using (true)
  policy read for select to concentric_app using (((community_id = ( SELECT access.community() AS community)) AND (withdrawn_at IS NULL) AND true))

table access.element
  element text not null
  is_shareable boolean not null
  PRIMARY KEY (element)

table access.matrix
  role text not null
  element text not null
  may_read text not null
  may_write boolean not null
  CHECK ((may_read = ANY (ARRAY['no'::text, 'part'::text, 'all'::text])))
  FOREIGN KEY (element) REFERENCES access.element(element)
  PRIMARY KEY (role, element)
  index btree (element)

table agreement
  community_id uuid not null
  id uuid not null default platform.uuidv7()
  organization_id uuid not null
  district_id uuid not null
  number text not null
  title text not null
  basis text not null
  purpose text not null
  from_on date not null
  until_on date not null
  terminated_on date
  created_by uuid not null
  created_at timestamp with time zone not null default now()
  CHECK ((basis = ANY (ARRAY['consent'::text, 'school_official'::text, 'directory_information'::text])))
  CHECK ((length(purpose) > 0))
  CHECK ((until_on >= from_on))
  FOREIGN KEY (community_id, created_by) REFERENCES person(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, district_id) REFERENCES district(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, organization_id) REFERENCES organization(community_id, id) DEFERRABLE
  PRIMARY KEY (community_id, id)
  index btree (community_id, created_by)
  index btree (community_id, district_id)
  index btree (community_id, organization_id)
  policy owner for all to concentric_owner using (true)
  policy read for select to concentric_app using (((community_id = ( SELECT access.community() AS community)) AND ((( SELECT access.role() AS role) = ANY (ARRAY['data_steward'::text, 'principal'::text, 'coordinator'::text, 'counselor'::text, 'nurse'::text, 'social_worker'::text, 'guardian'::text, 'eligible_student'::text])) OR (organization_id = ( SELECT access.organization() AS organization)))))

table agreement_element
  community_id uuid not null
  agreement_id uuid not null
  element text not null
  FOREIGN KEY (community_id, agreement_id) REFERENCES agreement(community_id, id) DEFERRABLE
  PRIMARY KEY (community_id, agreement_id, element)
  policy owner for all to concentric_owner using (true)
  policy read for select to concentric_app using (((community_id = ( SELECT access.community() AS community)) AND (( SELECT access.role() AS role) IS NOT NULL)))

table agreement_signature
  community_id uuid not null
  agreement_id uuid not null
  side text not null
  person_id uuid not null
  signed_name text not null
  signed_at timestamp with time zone not null default now()
  CHECK ((side = ANY (ARRAY['school'::text, 'partner'::text])))
  FOREIGN KEY (community_id, agreement_id) REFERENCES agreement(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, person_id) REFERENCES person(community_id, id) DEFERRABLE
  PRIMARY KEY (community_id, agreement_id, side)
  index btree (community_id, person_id)
  policy owner for all to concentric_owner using (true)
  policy read for select to concentric_app using (((community_id = ( SELECT access.community() AS community)) AND (( SELECT access.role() AS role) <> ALL (ARRAY['guardian'::text, 'eligible_student'::text]))))

table assessment_result
  community_id uuid not null
  id uuid not null default platform.uuidv7()
  student_id uuid not null
  access_school_id uuid
  assessment text not null
  vendor text not null default ''::text
  subject text not null default ''::text
  taken_on date not null
  score text
  score_number numeric(12,3)
  level text
  changed_by_import uuid
  added_by_import uuid
  withdrawn_at timestamp with time zone
  PRIMARY KEY (community_id, id)
  UNIQUE (community_id, student_id, assessment, subject, taken_on)
  index btree (community_id, access_school_id)
  policy import for all to concentric_import using ((community_id = ( SELECT access.community() AS community)))
  policy owner for all to concentric_owner using (true)
  policy read for select to concentric_app using (((community_id = ( SELECT access.community() AS community)) AND (withdrawn_at IS NULL) AND ((access_school_id = ANY (( SELECT access.schools('assessments'::text) AS schools)::uuid[])) OR (student_id = ANY (( SELECT access.students('assessments'::text) AS students)::uuid[])))))

table attendance_event
  community_id uuid not null
  id uuid not null default platform.uuidv7()
  student_id uuid not null
  school_id uuid not null
  access_school_id uuid
  on_date date not null
  code text not null
  duration numeric(4,3)
  changed_by_import uuid
  added_by_import uuid
  withdrawn_at timestamp with time zone
  CHECK (((duration >= (0)::numeric) AND (duration <= (1)::numeric)))
  CHECK ((code = ANY (ARRAY['excused_absence'::text, 'unexcused_absence'::text, 'suspension'::text, 'tardy'::text, 'early_departure'::text, 'partial'::text])))
  PRIMARY KEY (community_id, id)
  UNIQUE (community_id, student_id, school_id, on_date, code)
  index btree (community_id, access_school_id)
  policy import for all to concentric_import using ((community_id = ( SELECT access.community() AS community)))
  policy owner for all to concentric_owner using (true)
  policy read for select to concentric_app using (((community_id = ( SELECT access.community() AS community)) AND (withdrawn_at IS NULL) AND ((access_school_id = ANY (( SELECT access.schools('attendance'::text) AS schools)::uuid[])) OR (student_id = ANY (( SELECT access.students('attendance'::text) AS students)::uuid[])))))

table attendance_rule
  community_id uuid not null
  district_id uuid not null
  half_from numeric(4,3)
  whole_from numeric(4,3)
  half_minutes integer
  whole_minutes integer
  half_classes integer
  whole_classes integer
  version integer not null default 1
  set_by uuid not null
  set_at timestamp with time zone not null default now()
  CHECK (((half_classes >= 1) AND (half_classes <= 20)))
  CHECK (((half_from >= (0)::numeric) AND (half_from <= (1)::numeric)))
  CHECK (((half_minutes >= 1) AND (half_minutes <= 1440)))
  CHECK (((whole_classes >= 1) AND (whole_classes <= 20)))
  CHECK (((whole_from >= (0)::numeric) AND (whole_from <= (1)::numeric)))
  CHECK (((whole_minutes >= 1) AND (whole_minutes <= 1440)))
  FOREIGN KEY (community_id, district_id) REFERENCES district(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, set_by) REFERENCES person(community_id, id) DEFERRABLE
  PRIMARY KEY (community_id, district_id)
  index btree (community_id, set_by)
  policy import for all to concentric_import using ((community_id = ( SELECT access.community() AS community)))
  policy owner for all to concentric_owner using (true)
  policy read for select to concentric_app using (((community_id = ( SELECT access.community() AS community)) AND ((( SELECT access.role() AS role) = 'data_steward'::text) AND (district_id = ( SELECT access.district() AS district)))))

table attendance_summary
  community_id uuid not null
  student_id uuid not null
  school_id uuid not null
  access_school_id uuid
  window_from date not null
  window_to date not null
  days_enrolled integer not null
  days_missed numeric(7,3) not null
  import_id uuid
  computed_at timestamp with time zone not null default now()
  PRIMARY KEY (community_id, student_id, school_id)
  index btree (community_id, access_school_id)
  policy import for all to concentric_import using ((community_id = ( SELECT access.community() AS community)))
  policy owner for all to concentric_owner using (true)
  policy read for select to concentric_app using (((community_id = ( SELECT access.community() AS community)) AND ((access_school_id = ANY (( SELECT access.schools('attendance'::text) AS schools)::uuid[])) OR (student_id = ANY (( SELECT access.students('attendance'::text) AS students)::uuid[])))))

table behavior_incident
  community_id uuid not null
  id uuid not null default platform.uuidv7()
  student_id uuid not null
  school_id uuid not null
  access_school_id uuid
  external_id text not null
  on_date date not null
  behavior text not null
  participation text not null default 'perpetrator'::text
  changed_by_import uuid
  added_by_import uuid
  withdrawn_at timestamp with time zone
  CHECK ((behavior = ANY (ARRAY['state_offense'::text, 'school_violation'::text, 'code_of_conduct'::text, 'other'::text])))
  PRIMARY KEY (community_id, id)
  UNIQUE (community_id, student_id, school_id, external_id, behavior)
  index btree (community_id, access_school_id)
  policy import for all to concentric_import using ((community_id = ( SELECT access.community() AS community)))
  policy owner for all to concentric_owner using (true)
  policy read for select to concentric_app using (((community_id = ( SELECT access.community() AS community)) AND (withdrawn_at IS NULL) AND ((access_school_id = ANY (( SELECT access.schools('behavior'::text) AS schools)::uuid[])) OR (student_id = ANY (( SELECT access.students('behavior'::text) AS students)::uuid[])))))

table behavior_summary
  community_id uuid not null
  student_id uuid not null
  access_school_id uuid
  window_from date not null
  window_to date not null
  incidents integer not null
  state_offenses integer not null
  suspension_days numeric(7,2) not null
  import_id uuid
  computed_at timestamp with time zone not null default now()
  PRIMARY KEY (community_id, student_id)
  index btree (community_id, access_school_id)
  policy import for all to concentric_import using ((community_id = ( SELECT access.community() AS community)))
  policy owner for all to concentric_owner using (true)
  policy read for select to concentric_app using (((community_id = ( SELECT access.community() AS community)) AND ((access_school_id = ANY (( SELECT access.schools('behavior'::text) AS schools)::uuid[])) OR (student_id = ANY (( SELECT access.students('behavior'::text) AS students)::uuid[])))))

table bulk_act
  community_id uuid not null
  id uuid not null default platform.uuidv7()
  membership_id uuid not null
  kind text not null
  made uuid[] not null
  made_at timestamp with time zone not null default now()
  undone_at timestamp with time zone
  CHECK ((kind = ANY (ARRAY['assign'::text, 'remind'::text, 'note'::text])))
  FOREIGN KEY (community_id, membership_id) REFERENCES membership(community_id, id) DEFERRABLE
  PRIMARY KEY (community_id, id)
  index btree (community_id, membership_id)
  policy owner for all to concentric_owner using (true)

table calendar_date
  community_id uuid not null
  id uuid not null default platform.uuidv7()
  district_id uuid not null
  school_id uuid not null
  calendar_code text not null default ''::text
  on_date date not null
  day_type text not null
  is_instructional boolean not null
  changed_by_import uuid
  added_by_import uuid
  withdrawn_at timestamp with time zone
  PRIMARY KEY (community_id, id)
  UNIQUE (community_id, school_id, on_date, calendar_code, day_type)
  policy import for all to concentric_import using ((community_id = ( SELECT access.community() AS community)))
  policy owner for all to concentric_owner using (true)
  policy read for select to concentric_app using (((community_id = ( SELECT access.community() AS community)) AND (withdrawn_at IS NULL) AND true))

table caseload_student
  community_id uuid not null
  id uuid not null default platform.uuidv7()
  student_id uuid not null
  access_school_id uuid
  school_id uuid not null
  membership_id uuid not null
  from_on date not null
  until_on date
  set_by uuid not null
  ended_at timestamp with time zone
  assignment_id uuid not null
  ended_by_assignment_id uuid
  FOREIGN KEY (community_id, membership_id) REFERENCES membership(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, school_id) REFERENCES school(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, set_by) REFERENCES person(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, student_id) REFERENCES student(community_id, id) DEFERRABLE
  PRIMARY KEY (community_id, id)
  index btree (community_id, access_school_id)
  index btree (community_id, membership_id)
  index btree (community_id, school_id)
  index btree (community_id, set_by)
  index btree (community_id, student_id)
  UNIQUE index btree (community_id, student_id, school_id) WHERE (ended_at IS NULL)
  policy owner for all to concentric_owner using (true)

table class
  community_id uuid not null
  id uuid not null default platform.uuidv7()
  district_id uuid not null
  school_id uuid not null
  external_id text not null
  title text not null
  course_title text
  subject text
  is_homeroom boolean not null default false
  starts_on date
  ends_on date
  changed_by_import uuid
  added_by_import uuid
  withdrawn_at timestamp with time zone
  CHECK ((subject = ANY (ARRAY['english'::text, 'mathematics'::text, 'science'::text, 'social_science'::text, 'other'::text])))
  PRIMARY KEY (community_id, id)
  UNIQUE (community_id, district_id, external_id)
  index btree (community_id, school_id)
  policy import for all to concentric_import using ((community_id = ( SELECT access.community() AS community)))
  policy owner for all to concentric_owner using (true)
  policy read for select to concentric_app using (((community_id = ( SELECT access.community() AS community)) AND (withdrawn_at IS NULL) AND true))

table class_enrollment
  community_id uuid not null
  id uuid not null default platform.uuidv7()
  student_id uuid not null
  class_id uuid not null
  school_id uuid not null
  access_school_id uuid
  external_id text not null
  begin_on date
  end_on date
  changed_by_import uuid
  added_by_import uuid
  withdrawn_at timestamp with time zone
  PRIMARY KEY (community_id, id)
  UNIQUE (community_id, student_id, class_id, external_id)
  index btree (community_id, access_school_id)
  index btree (community_id, class_id)
  policy import for all to concentric_import using ((community_id = ( SELECT access.community() AS community)))
  policy owner for all to concentric_owner using (true)
  policy read for select to concentric_app using (((community_id = ( SELECT access.community() AS community)) AND (withdrawn_at IS NULL) AND ((access_school_id = ANY (( SELECT access.schools('enrollment'::text) AS schools)::uuid[])) OR (student_id = ANY (( SELECT access.students('enrollment'::text) AS students)::uuid[])))))

table class_teacher
  community_id uuid not null
  id uuid not null default platform.uuidv7()
  class_id uuid not null
  person_id uuid not null
  external_id text not null
  begin_on date
  end_on date
  changed_by_import uuid
  added_by_import uuid
  withdrawn_at timestamp with time zone
  PRIMARY KEY (community_id, id)
  UNIQUE (community_id, class_id, person_id, external_id)
  index btree (community_id, person_id)
  policy import for all to concentric_import using ((community_id = ( SELECT access.community() AS community)))
  policy owner for all to concentric_owner using (true)
  policy read for select to concentric_app using (((community_id = ( SELECT access.community() AS community)) AND (withdrawn_at IS NULL) AND true))

table college_access_event
  community_id uuid not null
  id uuid not null default platform.uuidv7()
  student_id uuid not null
  access_school_id uuid
  event text not null
  on_date date not null
  institution text not null default ''::text
  detail text not null default ''::text
  changed_by_import uuid
  added_by_import uuid
  withdrawn_at timestamp with time zone
  CHECK ((event = ANY (ARRAY['fafsa_completed'::text, 'application'::text, 'acceptance'::text, 'entrance_test'::text, 'early_college_credit'::text, 'enrolled'::text])))
  PRIMARY KEY (community_id, id)
  UNIQUE (community_id, student_id, event, on_date, institution)
  index btree (community_id, access_school_id)
  policy import for all to concentric_import using ((community_id = ( SELECT access.community() AS community)))
  policy owner for all to concentric_owner using (true)
  policy read for select to concentric_app using (((community_id = ( SELECT access.community() AS community)) AND (withdrawn_at IS NULL) AND ((access_school_id = ANY (( SELECT access.schools('college_access'::text) AS schools)::uuid[])) OR (student_id = ANY (( SELECT access.students('college_access'::text) AS students)::uuid[])))))

table community
  community_id uuid not null
  name text not null
  time_zone text not null
  locale text not null default 'en'::text
  settled_on date
  created_at timestamp with time zone not null default now()
  PRIMARY KEY (community_id)
  policy import for select to concentric_import using ((community_id = ( SELECT access.community() AS community)))
  policy owner for all to concentric_owner using (true)
  policy read for select to concentric_app using (((community_id = ( SELECT access.community() AS community)) AND true))

table consent
  community_id uuid not null
  id uuid not null default platform.uuidv7()
  student_id uuid not null
  access_school_id uuid
  organization_id uuid not null
  giver_id uuid not null
  giver_kind text not null
  elements text[] not null
  purpose text not null
  from_on date not null
  until_on date not null
  method text not null default 'electronic'::text
  signed_name text not null
  given_at timestamp with time zone not null default now()
  withdrawn_at timestamp with time zone
  CHECK (((until_on >= from_on) AND (until_on <= (from_on + '1 year'::interval))))
  CHECK ((cardinality(elements) > 0))
  CHECK ((giver_kind = ANY (ARRAY['guardian'::text, 'student'::text])))
  CHECK ((length(purpose) > 0))
  CHECK ((length(signed_name) > 0))
  CHECK ((method = ANY (ARRAY['electronic'::text, 'paper'::text])))
  FOREIGN KEY (community_id, giver_id) REFERENCES person(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, organization_id) REFERENCES organization(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, student_id) REFERENCES student(community_id, id) DEFERRABLE
  PRIMARY KEY (community_id, id)
  index btree (community_id, access_school_id)
  index btree (community_id, giver_id)
  index btree (community_id, organization_id, student_id)
  index btree (community_id, student_id)
  policy owner for all to concentric_owner using (true)
  policy read for select to concentric_app using (((community_id = ( SELECT access.community() AS community)) AND ((access_school_id = ANY (( SELECT access.schools('consents'::text) AS schools)::uuid[])) OR (student_id = ANY (( SELECT access.students('consents'::text) AS students)::uuid[])) OR (((access_school_id = ANY (( SELECT access.part_schools('consents'::text) AS part_schools)::uuid[])) OR (student_id = ANY (( SELECT access.part_students('consents'::text) AS part_students)::uuid[]))) AND (giver_id = ( SELECT access.person() AS person))))))

table contact_restriction
  community_id uuid not null
  id uuid not null default platform.uuidv7()
  student_id uuid not null
  access_school_id uuid
  person_id uuid not null
  kind text not null
  description text not null default ''::text
  from_on date not null
  until_on date
  changed_by_import uuid
  added_by_import uuid
  withdrawn_at timestamp with time zone
  document text not null default ''::text
  entered_by uuid
  entered_at timestamp with time zone
  ended_by uuid
  ended_at timestamp with time zone
  CHECK ((kind = ANY (ARRAY['court_order'::text, 'no_contact'::text, 'confidential_address'::text, 'imported'::text])))
  CHECK ((length(document) <= 500))
  FOREIGN KEY (community_id, ended_by) REFERENCES person(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, entered_by) REFERENCES person(community_id, id) DEFERRABLE
  PRIMARY KEY (community_id, id)
  index btree (community_id, access_school_id)
  index btree (community_id, ended_by)
  index btree (community_id, entered_by)
  index btree (community_id, kind) WHERE (kind = 'confidential_address'::text)
  index btree (community_id, student_id, person_id)
  UNIQUE index btree (community_id, student_id, person_id) WHERE (kind = 'imported'::text)
  policy import for all to concentric_import using ((community_id = ( SELECT access.community() AS community)))
  policy owner for all to concentric_owner using (true)
  policy read for select to concentric_app using (((community_id = ( SELECT access.community() AS community)) AND (withdrawn_at IS NULL) AND ((access_school_id = ANY (( SELECT access.schools('contact_restrictions'::text) AS schools)::uuid[])) OR (student_id = ANY (( SELECT access.students('contact_restrictions'::text) AS students)::uuid[])))))

table correction_request
  community_id uuid not null
  id uuid not null default platform.uuidv7()
  student_id uuid not null
  access_school_id uuid
  element text not null
  fact text not null
  on_day date
  label text not null default ''::text
  was text[] not null
  became text[]
  wrong text not null
  right_is text not null
  asked_by uuid not null
  asker_kind text not null
  asked_at timestamp with time zone not null default clock_timestamp()
  state text not null default 'open'::text
  answer text
  answer_text text not null default ''::text
  answered_by uuid
  answered_at timestamp with time zone
  corrected_by_import uuid
  closed_at timestamp with time zone
  version integer not null default 1
  CHECK ((((answer IS NULL) = (answered_at IS NULL)) AND ((answer <> 'not_changed'::text) OR (answer_text <> ''::text))))
  CHECK (((length(right_is) >= 1) AND (length(right_is) <= 2000)))
  CHECK (((length(wrong) >= 1) AND (length(wrong) <= 2000)))
  CHECK ((answer = ANY (ARRAY['corrected'::text, 'not_changed'::text])))
  CHECK ((asker_kind = ANY (ARRAY['guardian'::text, 'student'::text, 'staff'::text])))
  CHECK ((element = ANY (ARRAY['directory'::text, 'enrollment'::text, 'demographics'::text, 'contacts'::text, 'attendance'::text, 'behavior'::text, 'grades'::text, 'assessments'::text, 'college_access'::text])))
  CHECK ((fact = ANY (ARRAY['name'::text, 'grade_level'::text, 'birth_date'::text, 'contact'::text, 'enrollment'::text, 'attendance'::text, 'behavior'::text, 'grade'::text, 'assessment'::text, 'college_access'::text])))
  CHECK ((length(answer_text) <= 2000))
  CHECK ((length(label) <= 200))
  CHECK ((state = ANY (ARRAY['open'::text, 'answered'::text, 'closed'::text])))
  FOREIGN KEY (community_id, answered_by) REFERENCES person(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, asked_by) REFERENCES person(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, student_id) REFERENCES student(community_id, id) DEFERRABLE
  PRIMARY KEY (community_id, id)
  index btree (community_id, access_school_id)
  index btree (community_id, answered_by)
  index btree (community_id, asked_at) WHERE (state <> 'closed'::text)
  index btree (community_id, asked_by)
  index btree (community_id, corrected_by_import)
  index btree (community_id, student_id)
  policy owner for all to concentric_owner using (true)

table course_subject
  community_id uuid not null
  id uuid not null default platform.uuidv7()
  district_id uuid not null
  course_title text not null
  subject text not null
  set_by uuid not null
  set_at timestamp with time zone not null default now()
  CHECK ((subject = ANY (ARRAY['english'::text, 'mathematics'::text, 'science'::text, 'social_science'::text, 'other'::text])))
  FOREIGN KEY (community_id, district_id) REFERENCES district(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, set_by) REFERENCES person(community_id, id) DEFERRABLE
  PRIMARY KEY (community_id, id)
  UNIQUE (community_id, district_id, course_title)
  index btree (community_id, set_by)
  policy import for all to concentric_import using ((community_id = ( SELECT access.community() AS community)))
  policy owner for all to concentric_owner using (true)
  policy read for select to concentric_app using (((community_id = ( SELECT access.community() AS community)) AND ((( SELECT access.role() AS role) = 'data_steward'::text) AND (district_id = ( SELECT access.district() AS district)))))

table course_summary
  community_id uuid not null
  student_id uuid not null
  subject text not null
  access_school_id uuid
  window_from date not null
  window_to date not null
  average numeric(6,2)
  failures integer not null
  courses integer not null
  grade_points integer not null default 0
  semester_failures integer not null default 0
  credits_earned numeric(8,3)
  import_id uuid
  computed_at timestamp with time zone not null default now()
  PRIMARY KEY (community_id, student_id, subject)
  index btree (community_id, access_school_id)
  policy import for all to concentric_import using ((community_id = ( SELECT access.community() AS community)))
  policy owner for all to concentric_owner using (true)
  policy read for select to concentric_app using (((community_id = ( SELECT access.community() AS community)) AND ((access_school_id = ANY (( SELECT access.schools('grades'::text) AS schools)::uuid[])) OR (student_id = ANY (( SELECT access.students('grades'::text) AS students)::uuid[])))))

table destruction
  community_id uuid not null
  id uuid not null default platform.uuidv7()
  destroyed_id uuid not null
  decided_by text not null
  destroyed_at timestamp with time zone not null default now()
  FOREIGN KEY (community_id) REFERENCES community(community_id)
  PRIMARY KEY (community_id, id)
  UNIQUE (community_id, destroyed_id)
  policy owner for all to concentric_owner using (true)

table directory_opt_out
  community_id uuid not null
  id uuid not null default platform.uuidv7()
  student_id uuid not null
  access_school_id uuid
  giver_id uuid not null
  giver_kind text not null
  given_at timestamp with time zone not null default now()
  withdrawn_at timestamp with time zone
  withdrawn_by uuid
  CHECK ((giver_kind = ANY (ARRAY['guardian'::text, 'student'::text, 'staff'::text])))
  FOREIGN KEY (community_id, giver_id) REFERENCES person(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, student_id) REFERENCES student(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, withdrawn_by) REFERENCES person(community_id, id) DEFERRABLE
  PRIMARY KEY (community_id, id)
  index btree (community_id, access_school_id)
  index btree (community_id, giver_id)
  index btree (community_id, student_id)
  index btree (community_id, withdrawn_by)
  UNIQUE index btree (community_id, student_id, giver_id) WHERE (withdrawn_at IS NULL)
  policy owner for all to concentric_owner using (true)
  policy read for select to concentric_app using (((community_id = ( SELECT access.community() AS community)) AND ((access_school_id = ANY (( SELECT access.schools('consents'::text) AS schools)::uuid[])) OR (student_id = ANY (( SELECT access.students('consents'::text) AS students)::uuid[])) OR (((access_school_id = ANY (( SELECT access.part_schools('consents'::text) AS part_schools)::uuid[])) OR (student_id = ANY (( SELECT access.part_students('consents'::text) AS part_students)::uuid[]))) AND (giver_id = ( SELECT access.person() AS person))))))

table discipline_action
  community_id uuid not null
  id uuid not null default platform.uuidv7()
  student_id uuid not null
  school_id uuid not null
  access_school_id uuid
  external_id text not null
  on_date date not null
  action text not null
  days numeric(6,2)
  changed_by_import uuid
  added_by_import uuid
  withdrawn_at timestamp with time zone
  PRIMARY KEY (community_id, id)
  UNIQUE (community_id, student_id, school_id, external_id, action)
  index btree (community_id, access_school_id)
  policy import for all to concentric_import using ((community_id = ( SELECT access.community() AS community)))
  policy owner for all to concentric_owner using (true)
  policy read for select to concentric_app using (((community_id = ( SELECT access.community() AS community)) AND (withdrawn_at IS NULL) AND ((access_school_id = ANY (( SELECT access.schools('behavior'::text) AS schools)::uuid[])) OR (student_id = ANY (( SELECT access.students('behavior'::text) AS students)::uuid[])))))

table disclosure
  community_id uuid not null
  id uuid not null default platform.uuidv7()
  student_id uuid not null
  person_id uuid not null
  membership_id uuid not null
  organization_id uuid not null
  elements text[] not null
  basis text not null
  purpose text not null
  agreement_id uuid not null
  consent_id uuid
  reason text not null
  at timestamp with time zone not null default now()
  PRIMARY KEY (community_id, id)
  index btree (community_id, person_id, at)
  index btree (community_id, student_id, at)
  policy owner for all to concentric_owner using (true)

table district
  community_id uuid not null
  id uuid not null default platform.uuidv7()
  name text not null
  external_id text
  preset_id uuid
  keep_years integer
  CHECK (((keep_years >= 1) AND (keep_years <= 100)))
  FOREIGN KEY (community_id) REFERENCES community(community_id)
  PRIMARY KEY (community_id, id)
  policy import for all to concentric_import using (((community_id = ( SELECT access.community() AS community)) AND (id = ( SELECT access.district() AS district))))
  policy owner for all to concentric_owner using (true)
  policy read for select to concentric_app using (((community_id = ( SELECT access.community() AS community)) AND true))

table draft
  community_id uuid not null
  id uuid not null default platform.uuidv7()
  author_id uuid not null
  student_id uuid not null
  access_school_id uuid
  form text not null
  body text not null
  details jsonb not null default '{}'::jsonb
  version integer not null default 1
  saved_at timestamp with time zone not null default now()
  CHECK (((length(form) >= 1) AND (length(form) <= 60)))
  CHECK ((length(body) <= 10000))
  FOREIGN KEY (community_id, author_id) REFERENCES person(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, student_id) REFERENCES student(community_id, id) DEFERRABLE
  PRIMARY KEY (community_id, id)
  UNIQUE (community_id, author_id, student_id, form)
  index btree (community_id, access_school_id)
  index btree (community_id, student_id)
  policy owner for all to concentric_owner using (true)

table enrollment
  community_id uuid not null
  id uuid not null default platform.uuidv7()
  student_id uuid not null
  school_id uuid not null
  access_school_id uuid
  entry_on date not null
  exit_on date
  grade_level text
  is_primary boolean not null default true
  changed_by_import uuid
  added_by_import uuid
  withdrawn_at timestamp with time zone
  PRIMARY KEY (community_id, id)
  UNIQUE (community_id, student_id, school_id, entry_on)
  index btree (community_id, access_school_id)
  index btree (community_id, school_id)
  index btree (community_id, school_id) WHERE (access_school_id IS DISTINCT FROM school_id)
  policy import for all to concentric_import using ((community_id = ( SELECT access.community() AS community)))
  policy owner for all to concentric_owner using (true)
  policy read for select to concentric_app using (((community_id = ( SELECT access.community() AS community)) AND (withdrawn_at IS NULL) AND ((access_school_id = ANY (( SELECT access.schools('enrollment'::text) AS schools)::uuid[])) OR (student_id = ANY (( SELECT access.students('enrollment'::text) AS students)::uuid[])))))

table figures_current
  community_id uuid not null
  district_id uuid not null
  as_of date not null
  preset_id uuid not null
  computed_at timestamp with time zone not null default clock_timestamp()
  FOREIGN KEY (community_id, district_id) REFERENCES district(community_id, id) DEFERRABLE
  PRIMARY KEY (community_id, district_id)
  policy import for all to concentric_import using ((community_id = ( SELECT access.community() AS community)))
  policy owner for all to concentric_owner using (true)

table flag
  community_id uuid not null
  student_id uuid not null
  indicator text not null
  access_school_id uuid
  level text not null
  preset_id uuid not null
  window_from date not null
  window_to date not null
  facts jsonb not null
  raised_at timestamp with time zone not null default now()
  computed_at timestamp with time zone not null default now()
  import_id uuid
  CHECK ((indicator = ANY (ARRAY['attendance'::text, 'behavior'::text, 'course'::text])))
  CHECK ((level = ANY (ARRAY['caution'::text, 'concern'::text])))
  PRIMARY KEY (community_id, student_id, indicator)
  index btree (community_id, access_school_id)
  policy import for all to concentric_import using ((community_id = ( SELECT access.community() AS community)))
  policy owner for all to concentric_owner using (true)
  policy read for select to concentric_app using (((community_id = ( SELECT access.community() AS community)) AND ((access_school_id = ANY (( SELECT access.schools('flags'::text) AS schools)::uuid[])) OR (student_id = ANY (( SELECT access.students('flags'::text) AS students)::uuid[])) OR (((access_school_id = ANY (( SELECT access.part_schools('flags'::text) AS part_schools)::uuid[])) OR (student_id = ANY (( SELECT access.part_students('flags'::text) AS part_students)::uuid[]))) AND (indicator = 'attendance'::text)))))

table grade
  community_id uuid not null
  id uuid not null default platform.uuidv7()
  student_id uuid not null
  school_id uuid not null
  access_school_id uuid
  class_id uuid
  course_title text not null
  subject text not null
  term_title text not null
  term_ends_on date not null
  grade_type text not null
  numeric_grade numeric(6,2)
  letter_grade text
  credits_attempted numeric(6,3)
  credits_earned numeric(6,3)
  changed_by_import uuid
  added_by_import uuid
  withdrawn_at timestamp with time zone
  CHECK ((grade_type = ANY (ARRAY['final'::text, 'grading_period'::text, 'progress'::text])))
  CHECK ((subject = ANY (ARRAY['english'::text, 'mathematics'::text, 'science'::text, 'social_science'::text, 'other'::text])))
  PRIMARY KEY (community_id, id)
  UNIQUE (community_id, student_id, school_id, course_title, term_title, term_ends_on, grade_type)
  index btree (community_id, access_school_id)
  index btree (community_id, class_id)
  policy import for all to concentric_import using ((community_id = ( SELECT access.community() AS community)))
  policy owner for all to concentric_owner using (true)
  policy read for select to concentric_app using (((community_id = ( SELECT access.community() AS community)) AND (withdrawn_at IS NULL) AND ((access_school_id = ANY (( SELECT access.schools('grades'::text) AS schools)::uuid[])) OR (student_id = ANY (( SELECT access.students('grades'::text) AS students)::uuid[])) OR (((access_school_id = ANY (( SELECT access.part_schools('grades'::text) AS part_schools)::uuid[])) OR (student_id = ANY (( SELECT access.part_students('grades'::text) AS part_students)::uuid[]))) AND (class_id = ANY (( SELECT access.classes() AS classes)::uuid[]))))))

table guardianship
  community_id uuid not null
  id uuid not null default platform.uuidv7()
  student_id uuid not null
  access_school_id uuid
  person_id uuid not null
  relation text not null default 'guardian'::text
  from_on date not null
  until_on date
  approved_at timestamp with time zone
  approved_by uuid
  changed_by_import uuid
  added_by_import uuid
  withdrawn_at timestamp with time zone
  FOREIGN KEY (community_id, person_id) REFERENCES person(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, student_id) REFERENCES student(community_id, id) DEFERRABLE
  PRIMARY KEY (community_id, id)
  UNIQUE (community_id, student_id, person_id)
  index btree (community_id, access_school_id)
  index btree (community_id, person_id)
  policy import for all to concentric_import using ((community_id = ( SELECT access.community() AS community)))
  policy owner for all to concentric_owner using (true)
  policy read for select to concentric_app using (((community_id = ( SELECT access.community() AS community)) AND (withdrawn_at IS NULL) AND ((access_school_id = ANY (( SELECT access.schools('contacts'::text) AS schools)::uuid[])) OR (student_id = ANY (( SELECT access.students('contacts'::text) AS students)::uuid[])) OR (((access_school_id = ANY (( SELECT access.part_schools('contacts'::text) AS part_schools)::uuid[])) OR (student_id = ANY (( SELECT access.part_students('contacts'::text) AS part_students)::uuid[]))) AND (person_id = ( SELECT access.person() AS person))))))

table household_member
  community_id uuid not null
  id uuid not null default platform.uuidv7()
  student_id uuid not null
  access_school_id uuid
  kind text not null
  person_id uuid
  name text not null
  relation text not null default ''::text
  birth_year integer
  ended_on date
  written_by uuid not null
  written_at timestamp with time zone not null default now()
  CHECK (((birth_year >= 1900) AND (birth_year <= 2100)))
  CHECK (((kind = 'adult'::text) OR (person_id IS NULL)))
  CHECK (((length(name) >= 1) AND (length(name) <= 200)))
  CHECK ((kind = ANY (ARRAY['adult'::text, 'child'::text])))
  CHECK ((length(relation) <= 60))
  FOREIGN KEY (community_id, person_id) REFERENCES person(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, student_id) REFERENCES student(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, written_by) REFERENCES person(community_id, id) DEFERRABLE
  PRIMARY KEY (community_id, id)
  index btree (community_id, access_school_id)
  index btree (community_id, person_id)
  index btree (community_id, student_id)
  index btree (community_id, written_by)
  policy owner for all to concentric_owner using (true)
  policy read for select to concentric_app using (((community_id = ( SELECT access.community() AS community)) AND ((student_id <> ALL (( SELECT access.confidential_students() AS confidential_students)::uuid[])) AND ((access_school_id = ANY (( SELECT access.schools('household'::text) AS schools)::uuid[])) OR (student_id = ANY (( SELECT access.students('household'::text) AS students)::uuid[])) OR (((access_school_id = ANY (( SELECT access.part_schools('household'::text) AS part_schools)::uuid[])) OR (student_id = ANY (( SELECT access.part_students('household'::text) AS part_students)::uuid[]))) AND (person_id = ( SELECT access.person() AS person)))))))

table household_student
  community_id uuid not null
  student_id uuid not null
  access_school_id uuid
  household_id uuid not null
  written_by uuid not null
  written_at timestamp with time zone not null default now()
  FOREIGN KEY (community_id, student_id) REFERENCES student(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, written_by) REFERENCES person(community_id, id) DEFERRABLE
  PRIMARY KEY (community_id, student_id)
  index btree (community_id, access_school_id)
  index btree (community_id, household_id)
  index btree (community_id, written_by)
  policy owner for all to concentric_owner using (true)
  policy read for select to concentric_app using (((community_id = ( SELECT access.community() AS community)) AND ((student_id <> ALL (( SELECT access.confidential_students() AS confidential_students)::uuid[])) AND ((access_school_id = ANY (( SELECT access.schools('household'::text) AS schools)::uuid[])) OR (student_id = ANY (( SELECT access.students('household'::text) AS students)::uuid[]))))))

table identity_difference
  community_id uuid not null
  id uuid not null default platform.uuidv7()
  kind text not null
  one_id uuid not null
  other_id uuid not null
  decided_by uuid not null
  decided_at timestamp with time zone not null default now()
  CHECK ((kind = ANY (ARRAY['student'::text, 'person'::text])))
  CHECK ((one_id < other_id))
  FOREIGN KEY (community_id, decided_by) REFERENCES person(community_id, id) DEFERRABLE
  PRIMARY KEY (community_id, id)
  UNIQUE (community_id, kind, one_id, other_id)
  index btree (community_id, decided_by)
  policy owner for all to concentric_owner using (true)

table identity_merge
  community_id uuid not null
  id uuid not null default platform.uuidv7()
  district_id uuid not null
  kind text not null
  survivor_id uuid not null
  merged_id uuid not null
  survivor_was jsonb not null
  merged_was jsonb not null
  merged_by uuid not null
  merged_at timestamp with time zone not null default clock_timestamp()
  split_by uuid
  split_at timestamp with time zone
  CHECK ((kind = ANY (ARRAY['student'::text, 'person'::text])))
  FOREIGN KEY (community_id, merged_by) REFERENCES person(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, split_by) REFERENCES person(community_id, id) DEFERRABLE
  PRIMARY KEY (community_id, id)
  index btree (community_id, merged_by)
  index btree (community_id, merged_id)
  index btree (community_id, split_by)
  index btree (community_id, survivor_id)
  policy owner for all to concentric_owner using (true)

table identity_merge_row
  community_id uuid not null
  id bigint not null
  merge_id uuid not null
  table_name text not null
  column_name text not null
  what text not null
  key jsonb not null
  was jsonb not null
  CHECK ((what = ANY (ARRAY['moved'::text, 'laid_aside'::text, 'widened'::text, 'added'::text])))
  FOREIGN KEY (community_id, merge_id) REFERENCES identity_merge(community_id, id) DEFERRABLE
  PRIMARY KEY (community_id, id)
  index btree (community_id, merge_id)
  policy owner for all to concentric_owner using (true)

table import
  community_id uuid not null
  id uuid not null default platform.uuidv7()
  district_id uuid not null
  source_id uuid
  state text not null
  wanted text not null default 'check'::text
  formats text[] not null default '{}'::text[]
  counts jsonb not null default '{}'::jsonb
  questions jsonb not null default '[]'::jsonb
  answers jsonb not null default '{}'::jsonb
  rows_done bigint not null default 0
  rows_expected bigint
  staged_rows bigint
  failure text
  content_hash text
  created_by uuid not null
  created_at timestamp with time zone not null default now()
  checked_at timestamp with time zone
  applied_at timestamp with time zone
  applied_by uuid
  undone_at timestamp with time zone
  is_watched boolean not null default false
  waits_for text
  failure_code text
  CHECK ((state = ANY (ARRAY['received'::text, 'reading'::text, 'needs_mapping'::text, 'checking'::text, 'checked'::text, 'needs_answer'::text, 'applying'::text, 'applied'::text, 'failed'::text, 'undoing'::text, 'undone'::text, 'discarded'::text])))
  CHECK ((waits_for = ANY (ARRAY['steward'::text, 'errors'::text, 'questions'::text, 'fault'::text])))
  CHECK ((wanted = ANY (ARRAY['check'::text, 'apply'::text])))
  FOREIGN KEY (community_id, created_by) REFERENCES person(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, district_id) REFERENCES district(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, source_id) REFERENCES import_source(community_id, id) DEFERRABLE
  PRIMARY KEY (community_id, id)
  index btree (community_id, created_by)
  index btree (community_id, district_id, created_at)
  index btree (community_id, source_id)
  index btree (community_id, source_id)
  policy import for all to concentric_import using ((community_id = ( SELECT access.community() AS community)))
  policy owner for all to concentric_owner using (true)
  policy read for select to concentric_app using (((community_id = ( SELECT access.community() AS community)) AND ((( SELECT access.role() AS role) = 'data_steward'::text) AND (district_id = ( SELECT access.district() AS district)))))

table import_code
  community_id uuid not null
  id uuid not null default platform.uuidv7()
  district_id uuid not null
  category text not null
  code text not null
  meaning text not null
  set_by uuid not null
  set_at timestamp with time zone not null default now()
  FOREIGN KEY (community_id, district_id) REFERENCES district(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, set_by) REFERENCES person(community_id, id) DEFERRABLE
  PRIMARY KEY (community_id, id)
  UNIQUE (community_id, district_id, category, code)
  index btree (community_id, district_id)
  index btree (community_id, set_by)
  policy import for all to concentric_import using ((community_id = ( SELECT access.community() AS community)))
  policy owner for all to concentric_owner using (true)
  policy read for select to concentric_app using (((community_id = ( SELECT access.community() AS community)) AND ((( SELECT access.role() AS role) = 'data_steward'::text) AND (district_id = ( SELECT access.district() AS district)))))

table import_copy
  community_id uuid not null
  source_id uuid not null
  file text not null
  external_id text not null
  cells jsonb not null
  FOREIGN KEY (community_id, source_id) REFERENCES import_source(community_id, id) DEFERRABLE
  PRIMARY KEY (community_id, source_id, file, external_id)
  policy import for all to concentric_import using ((community_id = ( SELECT access.community() AS community)))
  policy owner for all to concentric_owner using (true)

table import_file
  community_id uuid not null
  id uuid not null default platform.uuidv7()
  import_id uuid not null
  district_id uuid not null
  name text not null
  kind text not null
  sha256 text not null
  bytes bigint not null
  row_count bigint
  FOREIGN KEY (community_id, import_id) REFERENCES import(community_id, id) DEFERRABLE
  PRIMARY KEY (community_id, id)
  UNIQUE (community_id, import_id, name)
  policy import for all to concentric_import using ((community_id = ( SELECT access.community() AS community)))
  policy owner for all to concentric_owner using (true)
  policy read for select to concentric_app using (((community_id = ( SELECT access.community() AS community)) AND ((( SELECT access.role() AS role) = 'data_steward'::text) AND (district_id = ( SELECT access.district() AS district)))))

table import_look
  community_id uuid not null
  id uuid not null default platform.uuidv7()
  import_id uuid not null
  district_id uuid not null
  looks jsonb not null
  proposal jsonb not null
  FOREIGN KEY (community_id, import_id) REFERENCES import(community_id, id) DEFERRABLE
  PRIMARY KEY (community_id, id)
  UNIQUE (community_id, import_id)
  policy import for all to concentric_import using ((community_id = ( SELECT access.community() AS community)))
  policy owner for all to concentric_owner using (true)
  policy read for select to concentric_app using (((community_id = ( SELECT access.community() AS community)) AND ((( SELECT access.role() AS role) = 'data_steward'::text) AND (district_id = ( SELECT access.district() AS district)))))

table import_mapping
  community_id uuid not null
  id uuid not null default platform.uuidv7()
  district_id uuid not null
  source_id uuid not null
  mapping jsonb not null
  version integer not null default 1
  set_by uuid not null
  set_at timestamp with time zone not null default now()
  FOREIGN KEY (community_id, district_id) REFERENCES district(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, set_by) REFERENCES person(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, source_id) REFERENCES import_source(community_id, id) DEFERRABLE
  PRIMARY KEY (community_id, id)
  UNIQUE (community_id, source_id)
  index btree (community_id, district_id)
  index btree (community_id, set_by)
  policy import for all to concentric_import using ((community_id = ( SELECT access.community() AS community)))
  policy owner for all to concentric_owner using (true)
  policy read for select to concentric_app using (((community_id = ( SELECT access.community() AS community)) AND ((( SELECT access.role() AS role) = 'data_steward'::text) AND (district_id = ( SELECT access.district() AS district)))))

table import_problem
  community_id uuid not null
  id uuid not null default platform.uuidv7()
  import_id uuid not null
  district_id uuid not null
  file text not null
  row_number bigint
  column_name text
  value text
  rule text not null
  severity text not null
  message text not null
  params jsonb not null default '{}'::jsonb
  CHECK ((severity = ANY (ARRAY['error'::text, 'warning'::text, 'note'::text])))
  FOREIGN KEY (community_id, import_id) REFERENCES import(community_id, id) DEFERRABLE
  PRIMARY KEY (community_id, id)
  index btree (community_id, import_id, severity)
  policy import for all to concentric_import using ((community_id = ( SELECT access.community() AS community)))
  policy owner for all to concentric_owner using (true)
  policy read for select to concentric_app using (((community_id = ( SELECT access.community() AS community)) AND ((( SELECT access.role() AS role) = 'data_steward'::text) AND (district_id = ( SELECT access.district() AS district)))))

table import_source
  community_id uuid not null
  id uuid not null default platform.uuidv7()
  district_id uuid not null
  name text not null
  kind text not null
  attendance_practice text
  attendance_confirmed_by uuid
  attendance_confirmed_at timestamp with time zone
  owner_id uuid
  expected_every_days integer
  expected_since date
  watch_folder text
  applies_itself boolean not null default false
  watch_seen text
  watch_taking jsonb
  watch_said text
  watch_looked_at timestamp with time zone
  version integer not null default 1
  copied_files text[] not null default '{}'::text[]
  CHECK (((expected_every_days >= 1) AND (expected_every_days <= 400)))
  CHECK ((attendance_practice = ANY (ARRAY['exceptions'::text, 'positive'::text])))
  CHECK ((kind = ANY (ARRAY['oneroster'::text, 'edfi'::text, 'csv'::text])))
  CHECK ((watch_folder ~ '^[A-Za-z0-9][A-Za-z0-9_-]{0,62}$'::text))
  FOREIGN KEY (community_id, district_id) REFERENCES district(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, owner_id) REFERENCES person(community_id, id) DEFERRABLE
  PRIMARY KEY (community_id, id)
  UNIQUE (community_id, district_id, name)
  index btree (community_id, owner_id)
  UNIQUE index btree (community_id, lower(watch_folder))
  policy import for all to concentric_import using ((community_id = ( SELECT access.community() AS community)))
  policy owner for all to concentric_owner using (true)
  policy read for select to concentric_app using (((community_id = ( SELECT access.community() AS community)) AND ((( SELECT access.role() AS role) = 'data_steward'::text) AND (district_id = ( SELECT access.district() AS district)))))

table import_undo
  community_id uuid not null
  id bigint not null
  import_id uuid not null
  table_name text not null
  was jsonb not null
  PRIMARY KEY (community_id, id)
  index btree (community_id, import_id, table_name)
  policy import for all to concentric_import using ((community_id = ( SELECT access.community() AS community)))
  policy owner for all to concentric_owner using (true)

table indicator_preset
  community_id uuid not null
  id uuid not null default platform.uuidv7()
  district_id uuid not null
  name text not null
  version integer not null default 1
  title text not null
  citation text not null
  rules jsonb not null
  based_on uuid
  created_by uuid
  created_at timestamp with time zone not null default now()
  FOREIGN KEY (community_id, based_on) REFERENCES indicator_preset(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, created_by) REFERENCES person(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, district_id) REFERENCES district(community_id, id) DEFERRABLE
  PRIMARY KEY (community_id, id)
  UNIQUE (community_id, district_id, name, version)
  index btree (community_id, based_on)
  index btree (community_id, created_by)
  policy import for all to concentric_import using ((community_id = ( SELECT access.community() AS community)))
  policy owner for all to concentric_owner using (true)
  policy read for select to concentric_app using (((community_id = ( SELECT access.community() AS community)) AND true))

table legal_hold
  community_id uuid not null
  id uuid not null default platform.uuidv7()
  student_id uuid not null
  access_school_id uuid
  reason text not null
  placed_by uuid not null
  placed_at timestamp with time zone not null default now()
  released_by uuid
  released_at timestamp with time zone
  CHECK (((length(reason) >= 3) AND (length(reason) <= 500)))
  FOREIGN KEY (community_id, placed_by) REFERENCES person(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, released_by) REFERENCES person(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, student_id) REFERENCES student(community_id, id) DEFERRABLE
  PRIMARY KEY (community_id, id)
  index btree (community_id, access_school_id)
  index btree (community_id, placed_by)
  index btree (community_id, released_by)
  index btree (community_id, student_id)
  policy owner for all to concentric_owner using (true)

table location
  community_id uuid not null
  id uuid not null default platform.uuidv7()
  organization_id uuid
  name text not null
  address_1 text not null default ''::text
  address_2 text not null default ''::text
  city text not null default ''::text
  region text not null default ''::text
  postal_code text not null default ''::text
  country text not null default 'US'::text
  latitude numeric(9,6)
  longitude numeric(9,6)
  is_school boolean not null default false
  school_id uuid
  created_at timestamp with time zone not null default now()
  CHECK (((latitude >= ('-90'::integer)::numeric) AND (latitude <= (90)::numeric)))
  CHECK (((latitude IS NULL) = (longitude IS NULL)))
  CHECK (((length(name) >= 1) AND (length(name) <= 200)))
  CHECK (((longitude >= ('-180'::integer)::numeric) AND (longitude <= (180)::numeric)))
  CHECK (((school_id IS NULL) OR is_school))
  FOREIGN KEY (community_id, organization_id) REFERENCES organization(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, school_id) REFERENCES school(community_id, id) DEFERRABLE
  PRIMARY KEY (community_id, id)
  index btree (community_id, organization_id)
  index btree (community_id, school_id)
  policy owner for all to concentric_owner using (true)
  policy read for select to concentric_app using (((community_id = ( SELECT access.community() AS community)) AND true))

table membership
  community_id uuid not null
  id uuid not null default platform.uuidv7()
  person_id uuid not null
  role text not null
  district_id uuid
  school_id uuid
  organization_id uuid
  from_on date not null
  until_on date
  approved_at timestamp with time zone
  approved_by uuid
  changed_by_import uuid
  added_by_import uuid
  withdrawn_at timestamp with time zone
  created_at timestamp with time zone not null default now()
  CHECK ( CASE WHEN (role = 'data_steward'::text) THEN ((district_id IS NOT NULL) AND (school_id IS NULL) AND (organization_id IS NULL)) WHEN (role = ANY (ARRAY['principal'::text, 'counselor'::text, 'nurse'::text, 'social_worker'::text, 'teacher'::text])) THEN ((school_id IS NOT NULL) AND (organization_id IS NULL)) WHEN (role = 'coordinator'::text) THEN (school_id IS NOT NULL) WHEN (role = 'partner_worker'::text) THEN ((organization_id IS NOT NULL) AND (school_id IS NULL)) ELSE (school_id IS NULL) END)
  CHECK ((role = ANY (ARRAY['data_steward'::text, 'principal'::text, 'counselor'::text, 'nurse'::text, 'social_worker'::text, 'coordinator'::text, 'teacher'::text, 'partner_worker'::text, 'backbone'::text, 'network_analyst'::text])))
  FOREIGN KEY (community_id, district_id) REFERENCES district(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, organization_id) REFERENCES organization(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, person_id) REFERENCES person(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, school_id) REFERENCES school(community_id, id) DEFERRABLE
  PRIMARY KEY (community_id, id)
  index btree (community_id, district_id)
  index btree (community_id, organization_id)
  index btree (community_id, person_id)
  index btree (community_id, school_id)
  policy import for all to concentric_import using ((community_id = ( SELECT access.community() AS community)))
  policy owner for all to concentric_owner using (true)
  policy read for select to concentric_app using (((community_id = ( SELECT access.community() AS community)) AND (withdrawn_at IS NULL) AND ((person_id = ( SELECT access.person() AS person)) OR ((( SELECT access.role() AS role) = 'data_steward'::text) AND (school_id = ANY (( SELECT access.schools('directory'::text) AS schools)::uuid[]))))))

table migration
  file text not null
  digest text not null
  ran_at timestamp with time zone not null default now()
  PRIMARY KEY (file)

table need
  community_id uuid not null
  id uuid not null default platform.uuidv7()
  student_id uuid not null
  access_school_id uuid
  author_id uuid not null
  author_kind text not null
  domain text not null
  status text not null default 'open'::text
  body text not null
  written_at timestamp with time zone not null default now()
  severity text
  source text not null default 'staff'::text
  known_since date
  status_word text not null default ''::text
  flag_indicator text
  flag_raised_at timestamp with time zone
  revision integer not null default 1
  changed_by uuid
  changed_at timestamp with time zone
  member_id uuid
  member_person_id uuid
  review_id uuid
  CHECK (((flag_indicator IS NULL) = (flag_raised_at IS NULL)))
  CHECK (((length(body) >= 1) AND (length(body) <= 10000)))
  CHECK ((author_kind = ANY (ARRAY['staff'::text, 'partner'::text, 'guardian'::text, 'student'::text])))
  CHECK ((domain = ANY (ARRAY['academic'::text, 'social_emotional'::text, 'health'::text, 'basic_needs'::text, 'safety'::text, 'family'::text, 'enrichment'::text])))
  CHECK ((flag_indicator = ANY (ARRAY['attendance'::text, 'behavior'::text, 'course'::text])))
  CHECK ((length(status_word) <= 1000))
  CHECK ((severity = ANY (ARRAY['mild'::text, 'moderate'::text, 'urgent'::text])))
  CHECK ((source = ANY (ARRAY['flag'::text, 'review'::text, 'teacher'::text, 'family'::text, 'student'::text, 'assessment'::text, 'staff'::text])))
  CHECK ((status = ANY (ARRAY['proposed'::text, 'open'::text, 'being_met'::text, 'met'::text, 'not_needed'::text, 'in_error'::text])))
  FOREIGN KEY (community_id, author_id) REFERENCES person(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, changed_by) REFERENCES person(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, member_id) REFERENCES household_member(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, member_person_id) REFERENCES person(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, student_id) REFERENCES student(community_id, id) DEFERRABLE
  PRIMARY KEY (community_id, id)
  index btree (community_id, access_school_id)
  index btree (community_id, author_id)
  index btree (community_id, changed_by)
  index btree (community_id, member_id)
  index btree (community_id, member_person_id)
  index btree (community_id, review_id)
  index btree (community_id, student_id, flag_indicator) WHERE (flag_indicator IS NOT NULL)
  index btree (community_id, student_id)
  policy owner for all to concentric_owner using (true)
  policy read for select to concentric_app using (((community_id = ( SELECT access.community() AS community)) AND (((( SELECT access.hat_kind() AS hat_kind) <> 'guardianship'::text) OR (author_kind <> 'guardian'::text) OR (author_id = ( SELECT access.person() AS person))) AND ((( SELECT access.hat_kind() AS hat_kind) = 'membership'::text) OR (member_id IS NULL) OR (member_person_id = ( SELECT access.person() AS person)) OR (author_id = ( SELECT access.person() AS person))) AND ((access_school_id = ANY (( SELECT access.schools('needs'::text) AS schools)::uuid[])) OR (student_id = ANY (( SELECT access.students('needs'::text) AS students)::uuid[])) OR (((access_school_id = ANY (( SELECT access.part_schools('needs'::text) AS part_schools)::uuid[])) OR (student_id = ANY (( SELECT access.part_students('needs'::text) AS part_students)::uuid[]))) AND (author_id = ( SELECT access.person() AS person)))))))

table need_change
  community_id uuid not null
  id uuid not null default platform.uuidv7()
  need_id uuid not null
  student_id uuid not null
  access_school_id uuid
  author_id uuid not null
  author_kind text not null
  revision integer not null
  domain text not null
  severity text
  status text not null
  status_word text not null default ''::text
  known_since date
  body text not null
  written_by uuid not null
  written_at timestamp with time zone not null
  member_id uuid
  member_person_id uuid
  CHECK ((author_kind = ANY (ARRAY['staff'::text, 'partner'::text, 'guardian'::text, 'student'::text])))
  FOREIGN KEY (community_id, author_id) REFERENCES person(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, member_person_id) REFERENCES person(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, need_id) REFERENCES need(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, student_id) REFERENCES student(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, written_by) REFERENCES person(community_id, id) DEFERRABLE
  PRIMARY KEY (community_id, id)
  UNIQUE (community_id, need_id, revision)
  index btree (community_id, access_school_id)
  index btree (community_id, author_id)
  index btree (community_id, member_person_id)
  index btree (community_id, student_id)
  index btree (community_id, written_by)
  policy owner for all to concentric_owner using (true)
  policy read for select to concentric_app using (((community_id = ( SELECT access.community() AS community)) AND (((( SELECT access.hat_kind() AS hat_kind) <> 'guardianship'::text) OR (author_kind <> 'guardian'::text) OR (author_id = ( SELECT access.person() AS person))) AND ((( SELECT access.hat_kind() AS hat_kind) = 'membership'::text) OR (member_id IS NULL) OR (member_person_id = ( SELECT access.person() AS person)) OR (author_id = ( SELECT access.person() AS person))) AND ((access_school_id = ANY (( SELECT access.schools('needs'::text) AS schools)::uuid[])) OR (student_id = ANY (( SELECT access.students('needs'::text) AS students)::uuid[])) OR (((access_school_id = ANY (( SELECT access.part_schools('needs'::text) AS part_schools)::uuid[])) OR (student_id = ANY (( SELECT access.part_students('needs'::text) AS part_students)::uuid[]))) AND (author_id = ( SELECT access.person() AS person)))))))

table note
  community_id uuid not null
  id uuid not null default platform.uuidv7()
  student_id uuid not null
  access_school_id uuid
  author_id uuid not null
  author_kind text not null
  body text not null
  written_at timestamp with time zone not null default now()
  kind text not null default 'other'::text
  happened_on date
  revision integer not null default 1
  changed_at timestamp with time zone
  in_error_at timestamp with time zone
  CHECK (((length(body) >= 1) AND (length(body) <= 10000)))
  CHECK ((author_kind = ANY (ARRAY['staff'::text, 'partner'::text, 'guardian'::text, 'student'::text])))
  CHECK ((kind = ANY (ARRAY['conversation'::text, 'home_visit'::text, 'phone_call'::text, 'meeting'::text, 'observation'::text, 'other'::text])))
  FOREIGN KEY (community_id, author_id) REFERENCES person(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, student_id) REFERENCES student(community_id, id) DEFERRABLE
  PRIMARY KEY (community_id, id)
  index btree (community_id, access_school_id)
  index btree (community_id, author_id)
  index btree (community_id, student_id)
  policy owner for all to concentric_owner using (true)
  policy read for select to concentric_app using (((community_id = ( SELECT access.community() AS community)) AND ((access_school_id = ANY (( SELECT access.schools('notes'::text) AS schools)::uuid[])) OR (student_id = ANY (( SELECT access.students('notes'::text) AS students)::uuid[])) OR (((access_school_id = ANY (( SELECT access.part_schools('notes'::text) AS part_schools)::uuid[])) OR (student_id = ANY (( SELECT access.part_students('notes'::text) AS part_students)::uuid[]))) AND (author_id = ( SELECT access.person() AS person))))))

table note_revision
  community_id uuid not null
  id uuid not null default platform.uuidv7()
  note_id uuid not null
  student_id uuid not null
  access_school_id uuid
  author_id uuid not null
  revision integer not null
  kind text not null
  happened_on date
  body text not null
  written_at timestamp with time zone not null
  FOREIGN KEY (community_id, author_id) REFERENCES person(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, note_id) REFERENCES note(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, student_id) REFERENCES student(community_id, id) DEFERRABLE
  PRIMARY KEY (community_id, id)
  UNIQUE (community_id, note_id, revision)
  index btree (community_id, access_school_id)
  index btree (community_id, author_id)
  index btree (community_id, student_id)
  policy owner for all to concentric_owner using (true)
  policy read for select to concentric_app using (((community_id = ( SELECT access.community() AS community)) AND ((access_school_id = ANY (( SELECT access.schools('notes'::text) AS schools)::uuid[])) OR (student_id = ANY (( SELECT access.students('notes'::text) AS students)::uuid[])) OR (((access_school_id = ANY (( SELECT access.part_schools('notes'::text) AS part_schools)::uuid[])) OR (student_id = ANY (( SELECT access.part_students('notes'::text) AS part_students)::uuid[]))) AND (author_id = ( SELECT access.person() AS person))))))

table notice_seen
  community_id uuid not null
  membership_id uuid not null
  seen_until timestamp with time zone not null
  FOREIGN KEY (community_id, membership_id) REFERENCES membership(community_id, id) DEFERRABLE
  PRIMARY KEY (community_id, membership_id)
  policy owner for all to concentric_owner using (true)

table organization
  community_id uuid not null
  id uuid not null default platform.uuidv7()
  name text not null
  sector text not null
  partner_level text
  status text not null default 'active'::text
  created_at timestamp with time zone not null default now()
  description text not null default ''::text
  website text not null default ''::text
  email text not null default ''::text
  phone text not null default ''::text
  school_id uuid
  district_id uuid
  version integer not null default 1
  changed_at timestamp with time zone not null default now()
  CHECK (((school_id IS NULL) OR (district_id IS NULL)))
  CHECK ((partner_level = ANY (ARRAY['national'::text, 'site_leader'::text, 'core'::text, 'community'::text])))
  CHECK ((status = ANY (ARRAY['prospect'::text, 'invited'::text, 'joined'::text, 'active'::text, 'inactive'::text])))
  FOREIGN KEY (community_id) REFERENCES community(community_id)
  FOREIGN KEY (community_id, district_id) REFERENCES district(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, school_id) REFERENCES school(community_id, id) DEFERRABLE
  PRIMARY KEY (community_id, id)
  index btree (community_id, district_id)
  index btree (community_id, school_id)
  policy owner for all to concentric_owner using (true)
  policy read for select to concentric_app using (((community_id = ( SELECT access.community() AS community)) AND true))

table participation
  community_id uuid not null
  id uuid not null default platform.uuidv7()
  student_id uuid not null
  access_school_id uuid
  organization_id uuid not null
  service_id uuid not null
  referral_id uuid
  stage text not null
  from_on date not null
  until_on date
  promised_sessions integer
  promised_minutes integer
  CHECK (((promised_minutes >= 1) AND (promised_minutes <= 600)))
  CHECK (((promised_sessions >= 1) AND (promised_sessions <= 400)))
  CHECK (((promised_sessions IS NULL) = (promised_minutes IS NULL)))
  CHECK ((stage = ANY (ARRAY['applied'::text, 'waitlisted'::text, 'enrolled'::text, 'active'::text, 'completed'::text, 'withdrawn'::text, 'denied'::text])))
  FOREIGN KEY (community_id, organization_id) REFERENCES organization(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, referral_id) REFERENCES referral(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, service_id) REFERENCES service(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, student_id) REFERENCES student(community_id, id) DEFERRABLE
  PRIMARY KEY (community_id, id)
  index btree (community_id, access_school_id)
  index btree (community_id, organization_id, student_id)
  index btree (community_id, referral_id)
  index btree (community_id, service_id)
  index btree (community_id, student_id)
  policy owner for all to concentric_owner using (true)
  policy read for select to concentric_app using (((community_id = ( SELECT access.community() AS community)) AND ((access_school_id = ANY (( SELECT access.schools('services'::text) AS schools)::uuid[])) OR (student_id = ANY (( SELECT access.students('services'::text) AS students)::uuid[])) OR (((access_school_id = ANY (( SELECT access.part_schools('services'::text) AS part_schools)::uuid[])) OR (student_id = ANY (( SELECT access.part_students('services'::text) AS part_students)::uuid[]))) AND (organization_id = ( SELECT access.organization() AS organization))))))

table person
  community_id uuid not null
  id uuid not null default platform.uuidv7()
  district_id uuid
  external_id text
  given_name text not null
  family_name text not null
  is_worker boolean not null default false
  changed_by_import uuid
  added_by_import uuid
  withdrawn_at timestamp with time zone
  created_at timestamp with time zone not null default now()
  FOREIGN KEY (community_id) REFERENCES community(community_id)
  FOREIGN KEY (community_id, district_id) REFERENCES district(community_id, id) DEFERRABLE
  PRIMARY KEY (community_id, id)
  UNIQUE (community_id, district_id, external_id)
  policy import for all to concentric_import using ((community_id = ( SELECT access.community() AS community)))
  policy owner for all to concentric_owner using (true)
  policy read for select to concentric_app using (((community_id = ( SELECT access.community() AS community)) AND (withdrawn_at IS NULL) AND (is_worker OR (id = ( SELECT access.person() AS person)))))

table person_identifier
  community_id uuid not null
  id uuid not null default platform.uuidv7()
  person_id uuid not null
  district_id uuid not null
  kind text not null
  value text not null
  source_id uuid
  since_import uuid
  since timestamp with time zone not null default now()
  CHECK ((kind = ANY (ARRAY['source'::text, 'number'::text])))
  PRIMARY KEY (community_id, id)
  UNIQUE (community_id, district_id, kind, value)
  index btree (community_id, person_id)
  policy import for all to concentric_import using ((community_id = ( SELECT access.community() AS community)))
  policy owner for all to concentric_owner using (true)

table platform.account
  id uuid not null default platform.uuidv7()
  email text not null
  password_hash text
  locale text not null default 'en'::text
  is_operator boolean not null default false
  created_at timestamp with time zone not null default now()
  disabled_at timestamp with time zone
  wants_daily_mail boolean not null default true
  daily_mail_hour integer not null default 7
  CHECK (((daily_mail_hour >= 0) AND (daily_mail_hour <= 23)))
  CHECK ((email = lower(email)))
  PRIMARY KEY (id)
  UNIQUE (email)
  policy owner for all to concentric_owner using (true)

table platform.account_person
  account_id uuid not null
  community_id uuid not null
  person_id uuid not null
  FOREIGN KEY (account_id) REFERENCES platform.account(id) ON DELETE CASCADE
  PRIMARY KEY (account_id, community_id)
  UNIQUE (community_id, person_id)
  policy owner for all to concentric_owner using (true)

table platform.api_token
  id uuid not null default platform.uuidv7()
  token_hash bytea not null
  name text not null
  account_id uuid
  community_id uuid not null
  person_id uuid not null
  hat_kind text not null
  hat_id uuid not null
  role text not null
  district_id uuid
  may_write boolean not null
  elements text[] not null
  areas text[] not null
  created_at timestamp with time zone not null default now()
  created_by uuid not null
  expires_at timestamp with time zone not null
  last_used_at timestamp with time zone
  revoked_at timestamp with time zone
  CHECK (((account_id IS NULL) = (district_id IS NOT NULL)))
  CHECK (((length(btrim(name)) >= 1) AND (length(btrim(name)) <= 80)))
  CHECK ((hat_kind = ANY (ARRAY['membership'::text, 'guardianship'::text, 'self'::text])))
  FOREIGN KEY (account_id) REFERENCES platform.account(id) ON DELETE CASCADE
  PRIMARY KEY (id)
  UNIQUE (token_hash)
  index btree (account_id)
  index btree (community_id, district_id)
  policy owner for all to concentric_owner using (true)

table platform.community_directory
  slug text not null
  community_id uuid not null
  is_demo boolean not null default false
  CHECK ((slug ~ '^[a-z0-9][a-z0-9-]{1,62}$'::text))
  PRIMARY KEY (slug)
  UNIQUE (community_id)
  policy owner for all to concentric_owner using (true)

table platform.daily_mail
  account_id uuid not null
  community_id uuid not null
  on_date date not null
  looked_at timestamp with time zone not null default now()
  mail_id uuid
  FOREIGN KEY (account_id) REFERENCES platform.account(id) ON DELETE CASCADE
  PRIMARY KEY (account_id, community_id, on_date)
  policy owner for all to concentric_owner using (true)

table platform.identity
  id uuid not null default platform.uuidv7()
  account_id uuid not null
  issuer text not null
  subject text not null
  email text
  created_at timestamp with time zone not null default now()
  last_used_at timestamp with time zone
  FOREIGN KEY (account_id) REFERENCES platform.account(id) ON DELETE CASCADE
  PRIMARY KEY (id)
  UNIQUE (issuer, subject)
  index btree (account_id)
  policy owner for all to concentric_owner using (true)

table platform.invitation
  id uuid not null default platform.uuidv7()
  token_hash bytea not null
  email text not null
  community_id uuid not null
  person_id uuid
  created_at timestamp with time zone not null default now()
  expires_at timestamp with time zone not null
  used_at timestamp with time zone
  given_name text
  family_name text
  locale text not null default 'en'::text
  role text
  district_id uuid
  school_id uuid
  organization_id uuid
  guardianship_id uuid
  invited_by uuid
  withdrawn_at timestamp with time zone
  mail_id uuid
  membership_id uuid
  CHECK ((email = lower(email)))
  CHECK ((num_nonnulls(role, guardianship_id, membership_id) <= 1))
  PRIMARY KEY (id)
  UNIQUE (token_hash)
  index btree (community_id, created_at)
  policy owner for all to concentric_owner using (true)

table platform.outbox
  id uuid not null default platform.uuidv7()
  community_id uuid
  kind text not null
  recipient text not null
  locale text not null
  subject text not null
  body text not null
  html text
  queued_at timestamp with time zone not null default now()
  good_until timestamp with time zone not null
  attempts integer not null default 0
  sent_at timestamp with time zone
  given_up_at timestamp with time zone
  problem text
  CHECK (((recipient = lower(recipient)) AND (recipient ~ '^[^\s@]+@[^\s@]+$'::text)))
  CHECK ((kind = ANY (ARRAY['notice'::text, 'link'::text, 'invitation'::text])))
  PRIMARY KEY (id)
  index btree (community_id, queued_at)
  index btree (queued_at) WHERE ((sent_at IS NULL) AND (given_up_at IS NULL))
  policy owner for all to concentric_owner using (true)

table platform.passkey
  id uuid not null default platform.uuidv7()
  account_id uuid not null
  credential_id text not null
  public_key bytea not null
  counter bigint not null
  transports text[] not null default '{}'::text[]
  name text not null
  created_at timestamp with time zone not null default now()
  last_used_at timestamp with time zone
  FOREIGN KEY (account_id) REFERENCES platform.account(id) ON DELETE CASCADE
  PRIMARY KEY (id)
  UNIQUE (credential_id)
  index btree (account_id)
  policy owner for all to concentric_owner using (true)

table platform.recovery_code
  account_id uuid not null
  code_hash bytea not null
  used_at timestamp with time zone
  FOREIGN KEY (account_id) REFERENCES platform.account(id) ON DELETE CASCADE
  PRIMARY KEY (account_id, code_hash)
  policy owner for all to concentric_owner using (true)

table platform.refusal
  id uuid not null default platform.uuidv7()
  session_id uuid
  account_id uuid
  method text not null
  route text not null
  status integer not null
  at timestamp with time zone not null default now()
  PRIMARY KEY (id)
  index btree (account_id, at)
  policy owner for all to concentric_owner using (true)

table platform.session
  id uuid not null default platform.uuidv7()
  token_hash bytea not null
  account_id uuid not null
  community_id uuid
  hat_kind text
  hat_id uuid
  how text not null
  user_agent text not null default ''::text
  created_at timestamp with time zone not null default now()
  last_seen_at timestamp with time zone not null default now()
  expires_at timestamp with time zone not null
  revoked_at timestamp with time zone
  proved_at timestamp with time zone not null default now()
  CHECK ((hat_kind = ANY (ARRAY['membership'::text, 'guardianship'::text, 'self'::text])))
  CHECK ((how = ANY (ARRAY['password'::text, 'demo'::text, 'invitation'::text, 'operator'::text, 'link'::text, 'recovery'::text, 'passkey'::text, 'provider'::text])))
  FOREIGN KEY (account_id) REFERENCES platform.account(id) ON DELETE CASCADE
  PRIMARY KEY (id)
  UNIQUE (token_hash)
  index btree (account_id)
  policy owner for all to concentric_owner using (true)

table platform.sign_in
  id uuid not null default platform.uuidv7()
  account_id uuid
  at timestamp with time zone not null default now()
  how text not null
  is_refused boolean not null
  user_agent text not null default ''::text
  FOREIGN KEY (account_id) REFERENCES platform.account(id) ON DELETE CASCADE
  PRIMARY KEY (id)
  index btree (account_id, at)
  policy owner for all to concentric_owner using (true)

table platform.sign_in_step
  id uuid not null default platform.uuidv7()
  token_hash bytea not null
  kind text not null
  account_id uuid
  body jsonb not null default '{}'::jsonb
  tries integer not null default 0
  created_at timestamp with time zone not null default now()
  expires_at timestamp with time zone not null
  used_at timestamp with time zone
  CHECK ((kind = ANY (ARRAY['code'::text, 'passkey'::text, 'new_passkey'::text, 'provider'::text, 'link'::text, 'recovery'::text])))
  FOREIGN KEY (account_id) REFERENCES platform.account(id) ON DELETE CASCADE
  PRIMARY KEY (id)
  UNIQUE (token_hash)
  index btree (account_id, created_at)
  index btree (expires_at)
  policy owner for all to concentric_owner using (true)

table platform.totp
  account_id uuid not null
  sealed_secret bytea not null
  created_at timestamp with time zone not null default now()
  confirmed_at timestamp with time zone
  last_counter bigint not null default 0
  FOREIGN KEY (account_id) REFERENCES platform.account(id) ON DELETE CASCADE
  PRIMARY KEY (account_id)
  policy owner for all to concentric_owner using (true)

table preset_choice
  community_id uuid not null
  id uuid not null default platform.uuidv7()
  district_id uuid not null
  preset_id uuid not null
  chosen_by uuid not null
  chosen_at timestamp with time zone not null default now()
  state text not null default 'waiting'::text
  steps_done integer not null default 0
  finished_at timestamp with time zone
  CHECK ((state = ANY (ARRAY['waiting'::text, 'working'::text, 'done'::text, 'failed'::text])))
  FOREIGN KEY (community_id, chosen_by) REFERENCES person(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, district_id) REFERENCES district(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, preset_id) REFERENCES indicator_preset(community_id, id) DEFERRABLE
  PRIMARY KEY (community_id, id)
  index btree (community_id, chosen_by)
  index btree (community_id, district_id)
  index btree (community_id, preset_id)
  policy import for all to concentric_import using ((community_id = ( SELECT access.community() AS community)))
  policy owner for all to concentric_owner using (true)
  policy read for select to concentric_app using (((community_id = ( SELECT access.community() AS community)) AND ((( SELECT access.role() AS role) = 'data_steward'::text) AND (district_id = ( SELECT access.district() AS district)))))

table program
  community_id uuid not null
  id uuid not null default platform.uuidv7()
  organization_id uuid not null
  name text not null
  description text not null default ''::text
  created_at timestamp with time zone not null default now()
  CHECK (((length(name) >= 1) AND (length(name) <= 200)))
  FOREIGN KEY (community_id, organization_id) REFERENCES organization(community_id, id) DEFERRABLE
  PRIMARY KEY (community_id, id)
  UNIQUE (community_id, organization_id, name)
  policy owner for all to concentric_owner using (true)
  policy read for select to concentric_app using (((community_id = ( SELECT access.community() AS community)) AND true))

table record_statement
  community_id uuid not null
  id uuid not null default platform.uuidv7()
  student_id uuid not null
  access_school_id uuid
  request_id uuid not null
  body text not null
  author_id uuid not null
  author_kind text not null
  written_at timestamp with time zone not null default clock_timestamp()
  CHECK (((length(body) >= 1) AND (length(body) <= 2000)))
  CHECK ((author_kind = ANY (ARRAY['guardian'::text, 'student'::text])))
  FOREIGN KEY (community_id, author_id) REFERENCES person(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, request_id) REFERENCES correction_request(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, student_id) REFERENCES student(community_id, id) DEFERRABLE
  PRIMARY KEY (community_id, id)
  UNIQUE (community_id, request_id)
  index btree (community_id, access_school_id)
  index btree (community_id, author_id)
  index btree (community_id, student_id)
  policy owner for all to concentric_owner using (true)

table referral
  community_id uuid not null
  id uuid not null default platform.uuidv7()
  student_id uuid not null
  access_school_id uuid
  school_id uuid not null
  organization_id uuid not null
  service_id uuid not null
  author_id uuid not null
  request text not null
  state text not null
  decline_reason text
  reason_text text
  created_at timestamp with time zone not null default now()
  changed_at timestamp with time zone not null default now()
  CHECK (((length(request) >= 1) AND (length(request) <= 2000)))
  CHECK (((state = 'declined'::text) = (decline_reason IS NOT NULL)))
  CHECK ((decline_reason = ANY (ARRAY['no_capacity'::text, 'not_eligible'::text, 'out_of_area'::text, 'missing_documents'::text, 'could_not_reach'::text, 'other'::text])))
  CHECK ((state = ANY (ARRAY['draft'::text, 'awaiting_consent'::text, 'sent'::text, 'accepted'::text, 'declined'::text, 'withdrawn'::text, 'expired'::text, 'waitlisted'::text, 'started'::text, 'completed'::text, 'ended_early'::text, 'entered_in_error'::text])))
  FOREIGN KEY (community_id, author_id) REFERENCES person(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, organization_id) REFERENCES organization(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, service_id) REFERENCES service(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, student_id) REFERENCES student(community_id, id) DEFERRABLE
  PRIMARY KEY (community_id, id)
  index btree (community_id, access_school_id)
  index btree (community_id, author_id)
  index btree (community_id, organization_id, state)
  index btree (community_id, service_id)
  index btree (community_id, student_id)
  policy owner for all to concentric_owner using (true)
  policy read for select to concentric_app using (((community_id = ( SELECT access.community() AS community)) AND (((( SELECT access.hat_kind() AS hat_kind) = 'membership'::text) OR (state <> 'draft'::text)) AND ((access_school_id = ANY (( SELECT access.schools('referrals'::text) AS schools)::uuid[])) OR (student_id = ANY (( SELECT access.students('referrals'::text) AS students)::uuid[])) OR (((access_school_id = ANY (( SELECT access.part_schools('referrals'::text) AS part_schools)::uuid[])) OR (student_id = ANY (( SELECT access.part_students('referrals'::text) AS part_students)::uuid[]))) AND ((organization_id = ( SELECT access.organization() AS organization)) AND (state <> ALL (ARRAY['draft'::text, 'awaiting_consent'::text, 'entered_in_error'::text]))))))))

table referral_event
  community_id uuid not null
  id uuid not null default platform.uuidv7()
  referral_id uuid not null
  student_id uuid not null
  access_school_id uuid
  organization_id uuid not null
  person_id uuid
  author_kind text not null
  state text not null
  reason text not null default ''::text
  at timestamp with time zone not null default now()
  CHECK (((person_id IS NULL) = (author_kind = 'clock'::text)))
  CHECK ((author_kind = ANY (ARRAY['staff'::text, 'partner'::text, 'guardian'::text, 'student'::text, 'clock'::text])))
  FOREIGN KEY (community_id, person_id) REFERENCES person(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, referral_id) REFERENCES referral(community_id, id) DEFERRABLE
  PRIMARY KEY (community_id, id)
  index btree (community_id, access_school_id)
  index btree (community_id, person_id)
  index btree (community_id, referral_id)
  index btree (community_id, student_id)
  policy owner for all to concentric_owner using (true)
  policy read for select to concentric_app using (((community_id = ( SELECT access.community() AS community)) AND (((( SELECT access.hat_kind() AS hat_kind) = 'membership'::text) OR (state <> 'draft'::text)) AND ((( SELECT access.hat_kind() AS hat_kind) <> 'guardianship'::text) OR (author_kind <> 'guardian'::text) OR (person_id = ( SELECT access.person() AS person))) AND ((access_school_id = ANY (( SELECT access.schools('referrals'::text) AS schools)::uuid[])) OR (student_id = ANY (( SELECT access.students('referrals'::text) AS students)::uuid[])) OR (((access_school_id = ANY (( SELECT access.part_schools('referrals'::text) AS part_schools)::uuid[])) OR (student_id = ANY (( SELECT access.part_students('referrals'::text) AS part_students)::uuid[]))) AND ((organization_id = ( SELECT access.organization() AS organization)) AND (state <> ALL (ARRAY['draft'::text, 'awaiting_consent'::text, 'entered_in_error'::text]))))))))

table referral_message
  community_id uuid not null
  id uuid not null default platform.uuidv7()
  referral_id uuid not null
  student_id uuid not null
  access_school_id uuid
  organization_id uuid not null
  author_id uuid not null
  author_kind text not null
  is_for_family boolean not null
  is_in_error boolean not null default false
  body text not null
  written_at timestamp with time zone not null default now()
  CHECK (((length(body) >= 1) AND (length(body) <= 2000)))
  CHECK ((author_kind = ANY (ARRAY['staff'::text, 'partner'::text])))
  FOREIGN KEY (community_id, author_id) REFERENCES person(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, organization_id) REFERENCES organization(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, referral_id) REFERENCES referral(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, student_id) REFERENCES student(community_id, id) DEFERRABLE
  PRIMARY KEY (community_id, id)
  index btree (community_id, access_school_id)
  index btree (community_id, author_id)
  index btree (community_id, organization_id)
  index btree (community_id, referral_id)
  index btree (community_id, student_id)
  policy owner for all to concentric_owner using (true)
  policy read for select to concentric_app using (((community_id = ( SELECT access.community() AS community)) AND (((( SELECT access.hat_kind() AS hat_kind) = 'membership'::text) OR is_for_family) AND ((access_school_id = ANY (( SELECT access.schools('referrals'::text) AS schools)::uuid[])) OR (student_id = ANY (( SELECT access.students('referrals'::text) AS students)::uuid[])) OR (((access_school_id = ANY (( SELECT access.part_schools('referrals'::text) AS part_schools)::uuid[])) OR (student_id = ANY (( SELECT access.part_students('referrals'::text) AS part_students)::uuid[]))) AND ((organization_id = ( SELECT access.organization() AS organization)) AND (NOT is_in_error)))))))

table referral_rule
  community_id uuid not null
  district_id uuid not null
  remind_after_days integer not null
  expire_after_days integer not null
  set_by uuid not null
  set_at timestamp with time zone not null default now()
  version integer not null default 1
  CHECK (((expire_after_days >= 2) AND (expire_after_days <= 365)))
  CHECK (((remind_after_days >= 1) AND (remind_after_days <= 90)))
  CHECK ((expire_after_days > remind_after_days))
  FOREIGN KEY (community_id, district_id) REFERENCES district(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, set_by) REFERENCES person(community_id, id) DEFERRABLE
  PRIMARY KEY (community_id, district_id)
  index btree (community_id, set_by)
  policy owner for all to concentric_owner using (true)
  policy read for select to concentric_app using (((community_id = ( SELECT access.community() AS community)) AND (( SELECT access.role() AS role) IS NOT NULL)))

table referral_word
  community_id uuid not null
  id uuid not null default platform.uuidv7()
  referral_id uuid not null
  student_id uuid not null
  access_school_id uuid
  author_id uuid not null
  author_kind text not null
  got_help text not null
  body text not null default ''::text
  said_at timestamp with time zone not null default now()
  CHECK ((author_kind = ANY (ARRAY['guardian'::text, 'student'::text])))
  CHECK ((got_help = ANY (ARRAY['yes'::text, 'partly'::text, 'no'::text])))
  CHECK ((length(body) <= 1000))
  FOREIGN KEY (community_id, author_id) REFERENCES person(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, referral_id) REFERENCES referral(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, student_id) REFERENCES student(community_id, id) DEFERRABLE
  PRIMARY KEY (community_id, id)
  index btree (community_id, access_school_id)
  index btree (community_id, author_id)
  index btree (community_id, referral_id)
  index btree (community_id, student_id)
  policy owner for all to concentric_owner using (true)
  policy read for select to concentric_app using (((community_id = ( SELECT access.community() AS community)) AND (((( SELECT access.hat_kind() AS hat_kind) <> 'guardianship'::text) OR (author_kind <> 'guardian'::text) OR (author_id = ( SELECT access.person() AS person))) AND ((access_school_id = ANY (( SELECT access.schools('referrals'::text) AS schools)::uuid[])) OR (student_id = ANY (( SELECT access.students('referrals'::text) AS students)::uuid[]))))))

table reminder
  community_id uuid not null
  id uuid not null default platform.uuidv7()
  author_id uuid not null
  membership_id uuid not null
  student_id uuid not null
  access_school_id uuid
  referral_id uuid
  on_date date not null
  body text not null
  created_at timestamp with time zone not null default now()
  done_at timestamp with time zone
  CHECK (((length(body) >= 1) AND (length(body) <= 500)))
  FOREIGN KEY (community_id, author_id) REFERENCES person(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, membership_id) REFERENCES membership(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, referral_id) REFERENCES referral(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, student_id) REFERENCES student(community_id, id) DEFERRABLE
  PRIMARY KEY (community_id, id)
  index btree (community_id, access_school_id)
  index btree (community_id, author_id)
  index btree (community_id, membership_id, on_date)
  index btree (community_id, referral_id)
  index btree (community_id, student_id)
  policy owner for all to concentric_owner using (true)

table restricted_note
  community_id uuid not null
  id uuid not null default platform.uuidv7()
  student_id uuid not null
  access_school_id uuid
  author_id uuid not null
  author_kind text not null
  body text not null
  written_at timestamp with time zone not null default now()
  kind text not null default 'other'::text
  happened_on date
  in_error_at timestamp with time zone
  CHECK (((length(body) >= 1) AND (length(body) <= 10000)))
  CHECK ((author_kind = ANY (ARRAY['staff'::text, 'partner'::text, 'guardian'::text, 'student'::text])))
  CHECK ((kind = ANY (ARRAY['conversation'::text, 'home_visit'::text, 'phone_call'::text, 'meeting'::text, 'observation'::text, 'other'::text])))
  FOREIGN KEY (community_id, author_id) REFERENCES person(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, student_id) REFERENCES student(community_id, id) DEFERRABLE
  PRIMARY KEY (community_id, id)
  index btree (community_id, access_school_id)
  index btree (community_id, author_id)
  index btree (community_id, student_id)
  policy owner for all to concentric_owner using (true)
  policy read for select to concentric_app using (((community_id = ( SELECT access.community() AS community)) AND ((access_school_id = ANY (( SELECT access.schools('restricted_notes'::text) AS schools)::uuid[])) OR (student_id = ANY (( SELECT access.students('restricted_notes'::text) AS students)::uuid[])) OR (((access_school_id = ANY (( SELECT access.part_schools('restricted_notes'::text) AS part_schools)::uuid[])) OR (student_id = ANY (( SELECT access.part_students('restricted_notes'::text) AS part_students)::uuid[]))) AND (author_id = ( SELECT access.person() AS person))))))

table restricted_note_opening
  community_id uuid not null
  id uuid not null default platform.uuidv7()
  note_id uuid not null
  student_id uuid not null
  access_school_id uuid
  person_id uuid not null
  role text not null
  reason text not null
  opened_at timestamp with time zone not null default now()
  CHECK (((length(reason) >= 3) AND (length(reason) <= 500)))
  FOREIGN KEY (community_id, note_id) REFERENCES restricted_note(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, person_id) REFERENCES person(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, student_id) REFERENCES student(community_id, id) DEFERRABLE
  PRIMARY KEY (community_id, id)
  index btree (community_id, access_school_id, opened_at)
  index btree (community_id, note_id)
  index btree (community_id, person_id)
  index btree (community_id, student_id)
  policy owner for all to concentric_owner using (true)

table saved_view
  community_id uuid not null
  id uuid not null default platform.uuidv7()
  membership_id uuid not null
  name text not null
  grade text
  flag text
  sort text
  scope text
  version integer not null default 1
  CHECK ((((length(name) >= 1) AND (length(name) <= 60)) AND (name = btrim(name))))
  CHECK (((length(grade) >= 1) AND (length(grade) <= 10)))
  CHECK ((flag = ANY (ARRAY['any'::text, 'attendance'::text, 'behavior'::text, 'course'::text])))
  CHECK ((scope = ANY (ARRAY['caseload'::text, 'school'::text])))
  CHECK ((sort = ANY (ARRAY['name'::text, 'grade'::text, 'attendance'::text])))
  FOREIGN KEY (community_id, membership_id) REFERENCES membership(community_id, id) DEFERRABLE
  PRIMARY KEY (community_id, id)
  UNIQUE (community_id, membership_id, name)
  policy owner for all to concentric_owner using (true)
  policy read for select to concentric_app using (((community_id = ( SELECT access.community() AS community)) AND (membership_id = ( SELECT access.hat_id() AS hat_id))))

table school
  community_id uuid not null
  id uuid not null default platform.uuidv7()
  district_id uuid not null
  external_id text not null
  name text not null
  level text
  is_title_i boolean
  changed_by_import uuid
  added_by_import uuid
  withdrawn_at timestamp with time zone
  FOREIGN KEY (community_id, district_id) REFERENCES district(community_id, id) DEFERRABLE
  PRIMARY KEY (community_id, id)
  UNIQUE (community_id, district_id, external_id)
  policy import for all to concentric_import using ((community_id = ( SELECT access.community() AS community)))
  policy owner for all to concentric_owner using (true)
  policy read for select to concentric_app using (((community_id = ( SELECT access.community() AS community)) AND (withdrawn_at IS NULL) AND true))

table service
  community_id uuid not null
  id uuid not null default platform.uuidv7()
  organization_id uuid not null
  name text not null
  description text not null default ''::text
  need_domain text
  eligibility text not null default ''::text
  languages text[] not null default '{en}'::text[]
  capacity integer
  status text not null default 'active'::text
  created_at timestamp with time zone not null default now()
  need_domains text[] not null default '{}'::text[]
  grade_levels text[]
  min_age numeric(5,2)
  max_age numeric(5,2)
  is_in_school_time boolean
  cost text not null default 'unknown'::text
  cost_note text not null default ''::text
  documents text[] not null default '{}'::text[]
  application text not null default ''::text
  evidence_tier integer
  evidence_citation text not null default ''::text
  is_confidential boolean not null default false
  is_public boolean not null default true
  takes_referrals boolean not null default true
  is_accepting boolean
  contact_name text not null default ''::text
  url text not null default ''::text
  email text not null default ''::text
  phone text not null default ''::text
  last_confirmed_at timestamp with time zone
  last_confirmed_by uuid
  program_id uuid
  version integer not null default 1
  changed_at timestamp with time zone not null default now()
  CHECK (((evidence_tier >= 1) AND (evidence_tier <= 4)))
  CHECK (((evidence_tier IS NULL) OR (evidence_citation <> ''::text)))
  CHECK (((last_confirmed_at IS NULL) = (last_confirmed_by IS NULL)))
  CHECK ((capacity >= 0))
  CHECK ((cardinality(grade_levels) > 0))
  CHECK ((cost = ANY (ARRAY['free'::text, 'sliding'::text, 'fee'::text, 'unknown'::text])))
  CHECK ((max_age >= (0)::numeric))
  CHECK ((min_age <= max_age))
  CHECK ((min_age >= (0)::numeric))
  CHECK ((need_domain = ANY (ARRAY['academic'::text, 'social_emotional'::text, 'health'::text, 'basic_needs'::text, 'safety'::text, 'family'::text, 'enrichment'::text])))
  CHECK ((need_domains <@ '{academic,social_emotional,health,basic_needs,safety,family,enrichment}'::text[]))
  CHECK ((status = ANY (ARRAY['active'::text, 'inactive'::text, 'defunct'::text, 'temporarily_closed'::text])))
  FOREIGN KEY (community_id, last_confirmed_by) REFERENCES person(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, organization_id) REFERENCES organization(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, program_id) REFERENCES program(community_id, id) DEFERRABLE
  PRIMARY KEY (community_id, id)
  index btree (community_id, last_confirmed_by)
  index btree (community_id, organization_id)
  index btree (community_id, program_id)
  policy owner for all to concentric_owner using (true)
  policy read for select to concentric_app using (((community_id = ( SELECT access.community() AS community)) AND true))

table service_location
  community_id uuid not null
  service_id uuid not null
  location_id uuid not null
  FOREIGN KEY (community_id, location_id) REFERENCES location(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, service_id) REFERENCES service(community_id, id) DEFERRABLE
  PRIMARY KEY (community_id, service_id, location_id)
  index btree (community_id, location_id)
  policy owner for all to concentric_owner using (true)
  policy read for select to concentric_app using (((community_id = ( SELECT access.community() AS community)) AND true))

table service_log
  community_id uuid not null
  id uuid not null default platform.uuidv7()
  student_id uuid not null
  access_school_id uuid
  organization_id uuid not null
  service_id uuid not null
  participation_id uuid not null
  session_id uuid
  on_date date not null
  attendance text not null
  minutes integer not null
  is_in_school_time boolean not null
  key uuid not null default platform.uuidv7()
  logged_by uuid not null
  logged_at timestamp with time zone not null default now()
  in_error_at timestamp with time zone
  in_error_by uuid
  CHECK (((attendance = 'present'::text) = (minutes > 0)))
  CHECK (((in_error_at IS NULL) = (in_error_by IS NULL)))
  CHECK (((minutes >= 0) AND (minutes <= 600)))
  CHECK ((attendance = ANY (ARRAY['present'::text, 'excused'::text, 'absent'::text])))
  FOREIGN KEY (community_id, in_error_by) REFERENCES person(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, logged_by) REFERENCES person(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, organization_id) REFERENCES organization(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, participation_id) REFERENCES participation(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, service_id) REFERENCES service(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, session_id) REFERENCES service_session(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, student_id) REFERENCES student(community_id, id) DEFERRABLE
  PRIMARY KEY (community_id, id)
  UNIQUE (community_id, key)
  UNIQUE (community_id, session_id, participation_id)
  index btree (community_id, access_school_id)
  index btree (community_id, in_error_by)
  index btree (community_id, logged_by)
  index btree (community_id, organization_id, on_date)
  index btree (community_id, participation_id)
  index btree (community_id, service_id)
  index btree (community_id, student_id)
  policy owner for all to concentric_owner using (true)
  policy read for select to concentric_app using (((community_id = ( SELECT access.community() AS community)) AND ((access_school_id = ANY (( SELECT access.schools('services'::text) AS schools)::uuid[])) OR (student_id = ANY (( SELECT access.students('services'::text) AS students)::uuid[])) OR (((access_school_id = ANY (( SELECT access.part_schools('services'::text) AS part_schools)::uuid[])) OR (student_id = ANY (( SELECT access.part_students('services'::text) AS part_students)::uuid[]))) AND (organization_id = ( SELECT access.organization() AS organization))))))

table service_schedule
  community_id uuid not null
  id uuid not null default platform.uuidv7()
  service_id uuid not null
  rrule text
  starts_at time without time zone
  ends_at time without time zone
  valid_from date
  valid_to date
  description text not null default ''::text
  sort_order integer not null default 0
  CHECK (((rrule IS NOT NULL) OR (description <> ''::text)))
  CHECK ((starts_at < ends_at))
  CHECK ((valid_from <= valid_to))
  FOREIGN KEY (community_id, service_id) REFERENCES service(community_id, id) DEFERRABLE
  PRIMARY KEY (community_id, id)
  index btree (community_id, service_id)
  policy owner for all to concentric_owner using (true)
  policy read for select to concentric_app using (((community_id = ( SELECT access.community() AS community)) AND true))

table service_school
  community_id uuid not null
  service_id uuid not null
  school_id uuid not null
  FOREIGN KEY (community_id, school_id) REFERENCES school(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, service_id) REFERENCES service(community_id, id) DEFERRABLE
  PRIMARY KEY (community_id, service_id, school_id)
  index btree (community_id, school_id)
  policy owner for all to concentric_owner using (true)
  policy read for select to concentric_app using (((community_id = ( SELECT access.community() AS community)) AND true))

table service_session
  community_id uuid not null
  id uuid not null default platform.uuidv7()
  organization_id uuid not null
  service_id uuid not null
  on_date date not null
  minutes integer not null
  is_in_school_time boolean not null
  key uuid not null
  version integer not null default 1
  made_by uuid not null
  made_at timestamp with time zone not null default now()
  CHECK (((minutes >= 1) AND (minutes <= 600)))
  FOREIGN KEY (community_id, made_by) REFERENCES person(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, organization_id) REFERENCES organization(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, service_id) REFERENCES service(community_id, id) DEFERRABLE
  PRIMARY KEY (community_id, id)
  UNIQUE (community_id, key)
  index btree (community_id, made_by)
  index btree (community_id, organization_id, on_date)
  index btree (community_id, service_id)
  policy owner for all to concentric_owner using (true)
  policy read for select to concentric_app using (((community_id = ( SELECT access.community() AS community)) AND ((organization_id = ( SELECT access.organization() AS organization)) OR (( SELECT access.role() AS role) = ANY (ARRAY['principal'::text, 'counselor'::text, 'nurse'::text, 'social_worker'::text, 'coordinator'::text, 'teacher'::text])))))

table strength
  community_id uuid not null
  id uuid not null default platform.uuidv7()
  student_id uuid not null
  access_school_id uuid
  author_id uuid not null
  author_kind text not null
  body text not null
  written_at timestamp with time zone not null default now()
  review_id uuid
  CHECK (((length(body) >= 1) AND (length(body) <= 10000)))
  CHECK ((author_kind = ANY (ARRAY['staff'::text, 'partner'::text, 'guardian'::text, 'student'::text])))
  FOREIGN KEY (community_id, author_id) REFERENCES person(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, student_id) REFERENCES student(community_id, id) DEFERRABLE
  PRIMARY KEY (community_id, id)
  index btree (community_id, access_school_id)
  index btree (community_id, author_id)
  index btree (community_id, review_id)
  index btree (community_id, student_id)
  policy owner for all to concentric_owner using (true)
  policy read for select to concentric_app using (((community_id = ( SELECT access.community() AS community)) AND (((( SELECT access.hat_kind() AS hat_kind) <> 'guardianship'::text) OR (author_kind <> 'guardian'::text) OR (author_id = ( SELECT access.person() AS person))) AND ((access_school_id = ANY (( SELECT access.schools('strengths'::text) AS schools)::uuid[])) OR (student_id = ANY (( SELECT access.students('strengths'::text) AS students)::uuid[]))))))

table student
  community_id uuid not null
  id uuid not null default platform.uuidv7()
  district_id uuid not null
  access_school_id uuid
  person_id uuid
  external_id text not null
  given_name text not null
  middle_name text not null default ''::text
  family_name text not null
  preferred_name text not null default ''::text
  grade_level text
  changed_by_import uuid
  added_by_import uuid
  withdrawn_at timestamp with time zone
  created_at timestamp with time zone not null default now()
  FOREIGN KEY (community_id) REFERENCES community(community_id)
  FOREIGN KEY (community_id, district_id) REFERENCES district(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, person_id) REFERENCES person(community_id, id) DEFERRABLE
  PRIMARY KEY (community_id, id)
  UNIQUE (community_id, district_id, external_id)
  index btree (community_id, access_school_id)
  index btree (community_id, person_id)
  policy import for all to concentric_import using ((community_id = ( SELECT access.community() AS community)))
  policy owner for all to concentric_owner using (true)
  policy read for select to concentric_app using (((community_id = ( SELECT access.community() AS community)) AND (withdrawn_at IS NULL) AND ((access_school_id = ANY (( SELECT access.schools('directory'::text) AS schools)::uuid[])) OR (id = ANY (( SELECT access.students('directory'::text) AS students)::uuid[])))))

table student_address
  community_id uuid not null
  id uuid not null default platform.uuidv7()
  student_id uuid not null
  access_school_id uuid
  person_id uuid not null
  address text not null
  written_by uuid not null
  written_at timestamp with time zone not null default now()
  CHECK (((length(address) >= 1) AND (length(address) <= 500)))
  FOREIGN KEY (community_id, person_id) REFERENCES person(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, student_id) REFERENCES student(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, written_by) REFERENCES person(community_id, id) DEFERRABLE
  PRIMARY KEY (community_id, id)
  UNIQUE (community_id, student_id, person_id)
  index btree (community_id, access_school_id)
  index btree (community_id, person_id)
  index btree (community_id, student_id)
  index btree (community_id, written_by)
  policy owner for all to concentric_owner using (true)
  policy read for select to concentric_app using (((community_id = ( SELECT access.community() AS community)) AND ((student_id <> ALL (( SELECT access.confidential_students() AS confidential_students)::uuid[])) AND ((access_school_id = ANY (( SELECT access.schools('household'::text) AS schools)::uuid[])) OR (student_id = ANY (( SELECT access.students('household'::text) AS students)::uuid[])) OR (((access_school_id = ANY (( SELECT access.part_schools('household'::text) AS part_schools)::uuid[])) OR (student_id = ANY (( SELECT access.part_students('household'::text) AS part_students)::uuid[]))) AND (person_id = ( SELECT access.person() AS person)))))))

table student_contact
  community_id uuid not null
  id uuid not null default platform.uuidv7()
  student_id uuid not null
  access_school_id uuid
  person_id uuid not null
  name text not null
  relation text not null default 'guardian'::text
  phone text not null default ''::text
  email text not null default ''::text
  language text
  is_primary boolean not null default false
  lives_with boolean
  changed_by_import uuid
  added_by_import uuid
  withdrawn_at timestamp with time zone
  PRIMARY KEY (community_id, id)
  UNIQUE (community_id, student_id, person_id)
  index btree (community_id, access_school_id)
  policy import for all to concentric_import using ((community_id = ( SELECT access.community() AS community)))
  policy owner for all to concentric_owner using (true)
  policy read for select to concentric_app using (((community_id = ( SELECT access.community() AS community)) AND (withdrawn_at IS NULL) AND (((( SELECT access.role() AS role) <> 'partner_worker'::text) OR (student_id <> ALL (( SELECT access.confidential_students() AS confidential_students)::uuid[]))) AND ((access_school_id = ANY (( SELECT access.schools('contacts'::text) AS schools)::uuid[])) OR (student_id = ANY (( SELECT access.students('contacts'::text) AS students)::uuid[])) OR (((access_school_id = ANY (( SELECT access.part_schools('contacts'::text) AS part_schools)::uuid[])) OR (student_id = ANY (( SELECT access.part_students('contacts'::text) AS part_students)::uuid[]))) AND (person_id = ( SELECT access.person() AS person)))))))

table student_demographics
  community_id uuid not null
  student_id uuid not null
  access_school_id uuid
  birth_date date
  sex text
  races text[] not null default '{}'::text[]
  is_hispanic boolean
  home_language text
  changed_by_import uuid
  added_by_import uuid
  withdrawn_at timestamp with time zone
  PRIMARY KEY (community_id, student_id)
  index btree (community_id, access_school_id)
  policy import for all to concentric_import using ((community_id = ( SELECT access.community() AS community)))
  policy owner for all to concentric_owner using (true)
  policy read for select to concentric_app using (((community_id = ( SELECT access.community() AS community)) AND (withdrawn_at IS NULL) AND ((access_school_id = ANY (( SELECT access.schools('demographics'::text) AS schools)::uuid[])) OR (student_id = ANY (( SELECT access.students('demographics'::text) AS students)::uuid[])))))

table student_identifier
  community_id uuid not null
  id uuid not null default platform.uuidv7()
  student_id uuid not null
  access_school_id uuid
  district_id uuid not null
  kind text not null
  value text not null
  source_id uuid
  since_import uuid
  since timestamp with time zone not null default now()
  CHECK ((kind = ANY (ARRAY['source'::text, 'number'::text])))
  PRIMARY KEY (community_id, id)
  UNIQUE (community_id, district_id, kind, value)
  index btree (community_id, access_school_id)
  index btree (community_id, student_id)
  policy import for all to concentric_import using ((community_id = ( SELECT access.community() AS community)))
  policy owner for all to concentric_owner using (true)
  policy read for select to concentric_app using (((community_id = ( SELECT access.community() AS community)) AND ((access_school_id = ANY (( SELECT access.schools('directory'::text) AS schools)::uuid[])) OR (student_id = ANY (( SELECT access.students('directory'::text) AS students)::uuid[])))))

table student_program
  community_id uuid not null
  id uuid not null default platform.uuidv7()
  student_id uuid not null
  access_school_id uuid
  program text not null
  title text not null
  begin_on date not null
  end_on date
  changed_by_import uuid
  added_by_import uuid
  withdrawn_at timestamp with time zone
  CHECK ((program = ANY (ARRAY['special_education'::text, 'section_504'::text, 'english_learner'::text, 'school_meals'::text, 'migrant'::text, 'homeless'::text, 'title_i'::text, 'gifted'::text, 'career_technical'::text, 'early_childhood'::text, 'other'::text])))
  PRIMARY KEY (community_id, id)
  UNIQUE (community_id, student_id, program, title, begin_on)
  index btree (community_id, access_school_id)
  policy import for all to concentric_import using ((community_id = ( SELECT access.community() AS community)))
  policy owner for all to concentric_owner using (true)
  policy read for select to concentric_app using (((community_id = ( SELECT access.community() AS community)) AND (withdrawn_at IS NULL) AND ((access_school_id = ANY (( SELECT access.schools('demographics'::text) AS schools)::uuid[])) OR (student_id = ANY (( SELECT access.students('demographics'::text) AS students)::uuid[])))))

table student_review
  community_id uuid not null
  id uuid not null default platform.uuidv7()
  student_id uuid not null
  access_school_id uuid
  school_year text not null
  author_id uuid not null
  strengths text not null default ''::text
  marks jsonb not null default '{}'::jsonb
  revision integer not null default 1
  begun_at timestamp with time zone not null default now()
  saved_by uuid not null
  saved_at timestamp with time zone not null default now()
  done_at timestamp with time zone
  CHECK ((jsonb_typeof(marks) = 'object'::text))
  CHECK ((length(strengths) <= 4000))
  CHECK ((school_year ~ '^\d{4}-\d{2}$'::text))
  FOREIGN KEY (community_id, author_id) REFERENCES person(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, saved_by) REFERENCES person(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, student_id) REFERENCES student(community_id, id) DEFERRABLE
  PRIMARY KEY (community_id, id)
  UNIQUE (community_id, student_id, school_year)
  index btree (community_id, access_school_id)
  index btree (community_id, author_id)
  index btree (community_id, saved_by)
  policy owner for all to concentric_owner using (true)
  policy read for select to concentric_app using (((community_id = ( SELECT access.community() AS community)) AND ((( SELECT access.hat_kind() AS hat_kind) = 'membership'::text) AND (( SELECT access.role() AS role) <> 'partner_worker'::text) AND ((access_school_id = ANY (( SELECT access.schools('needs'::text) AS schools)::uuid[])) OR (student_id = ANY (( SELECT access.students('needs'::text) AS students)::uuid[])) OR (((access_school_id = ANY (( SELECT access.part_schools('needs'::text) AS part_schools)::uuid[])) OR (student_id = ANY (( SELECT access.part_students('needs'::text) AS part_students)::uuid[]))) AND (author_id = ( SELECT access.person() AS person)))))))

table student_voice
  community_id uuid not null
  id uuid not null default platform.uuidv7()
  student_id uuid not null
  access_school_id uuid
  author_id uuid not null
  author_kind text not null
  body text not null
  written_at timestamp with time zone not null default now()
  CHECK (((length(body) >= 1) AND (length(body) <= 10000)))
  CHECK ((author_kind = ANY (ARRAY['staff'::text, 'partner'::text, 'guardian'::text, 'student'::text])))
  FOREIGN KEY (community_id, author_id) REFERENCES person(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, student_id) REFERENCES student(community_id, id) DEFERRABLE
  PRIMARY KEY (community_id, id)
  index btree (community_id, access_school_id)
  index btree (community_id, author_id)
  index btree (community_id, student_id)
  policy owner for all to concentric_owner using (true)
  policy read for select to concentric_app using (((community_id = ( SELECT access.community() AS community)) AND (((( SELECT access.hat_kind() AS hat_kind) <> 'guardianship'::text) OR (author_kind <> 'guardian'::text) OR (author_id = ( SELECT access.person() AS person))) AND ((access_school_id = ANY (( SELECT access.schools('voice'::text) AS schools)::uuid[])) OR (student_id = ANY (( SELECT access.students('voice'::text) AS students)::uuid[]))))))

table year_turn
  community_id uuid not null
  id uuid not null default platform.uuidv7()
  district_id uuid not null
  to_year text not null
  ended_on date not null
  applied_by uuid not null
  applied_at timestamp with time zone not null default clock_timestamp()
  undone_by uuid
  undone_at timestamp with time zone
  FOREIGN KEY (community_id, applied_by) REFERENCES person(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, district_id) REFERENCES district(community_id, id) DEFERRABLE
  FOREIGN KEY (community_id, undone_by) REFERENCES person(community_id, id) DEFERRABLE
  PRIMARY KEY (community_id, id)
  index btree (community_id, applied_by)
  index btree (community_id, district_id)
  index btree (community_id, undone_by)
  UNIQUE index btree (community_id, district_id, to_year) WHERE (undone_at IS NULL)
  policy owner for all to concentric_owner using (true)

table year_turn_row
  community_id uuid not null
  id uuid not null default platform.uuidv7()
  turn_id uuid not null
  table_name text not null
  row_id uuid not null
  was text
  became text
  CHECK ((table_name = ANY (ARRAY['student'::text, 'class'::text, 'consent'::text])))
  FOREIGN KEY (community_id, turn_id) REFERENCES year_turn(community_id, id) DEFERRABLE
  PRIMARY KEY (community_id, id)
  index btree (community_id, turn_id)
  policy owner for all to concentric_owner using (true)
