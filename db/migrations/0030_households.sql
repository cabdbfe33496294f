-- Who lives together. Each row stands with one student and is read with that student alone: two students of one household are known to
-- each other only to whoever may read the household of both (decision 0028).

-- element: household. The household of a student; students of the same one live together.
create table household_student (
  community_id uuid not null,
  student_id uuid not null,
  access_school_id uuid,
  household_id uuid not null,
  written_by uuid not null,
  written_at timestamptz not null default now(),
  primary key (community_id, student_id),
  foreign key (community_id, student_id) references student deferrable,
  foreign key (community_id, written_by) references person deferrable
);
create index on household_student (community_id, household_id);
create index on household_student (community_id, access_school_id);
create index on household_student (community_id, written_by);

-- element: household. Adults, and children who are no students yet, who live with a student. An adult of the files is named by the person.
create table household_member (
  community_id uuid not null,
  id uuid not null default platform.uuidv7(),
  student_id uuid not null,
  access_school_id uuid,
  kind text not null check (kind in ('adult', 'child')),
  person_id uuid,
  name text not null check (length(name) between 1 and 200),
  relation text not null default '' check (length(relation) <= 60),
  birth_year int check (birth_year between 1900 and 2100),
  ended_on date,
  written_by uuid not null,
  written_at timestamptz not null default now(),
  primary key (community_id, id),
  check (kind = 'adult' or person_id is null),
  foreign key (community_id, student_id) references student deferrable,
  foreign key (community_id, person_id) references person deferrable,
  foreign key (community_id, written_by) references person deferrable
);
create index on household_member (community_id, student_id);
create index on household_member (community_id, access_school_id);
create index on household_member (community_id, person_id);
create index on household_member (community_id, written_by);

-- A need may be a household member's: it stands beside the student's own. member_person_id is that adult, where the files know the adult.
alter table need
  add column member_id uuid,
  add column member_person_id uuid,
  add foreign key (community_id, member_id) references household_member deferrable,
  add foreign key (community_id, member_person_id) references person deferrable;
create index on need (community_id, member_id);
create index on need (community_id, member_person_id);
alter table need_change
  add column member_id uuid,
  add column member_person_id uuid,
  add foreign key (community_id, member_person_id) references person deferrable;
create index on need_change (community_id, member_person_id);

-- Two records of one student may have answered flags that were raised at the same moment; when the records are joined, both answers stay.
drop index need_community_id_student_id_flag_indicator_flag_raised_at_idx;
create index on need (community_id, student_id, flag_indicator) where flag_indicator is not null;
