-- What the data steward writes down beside what files say: where the order is kept, who entered the mark and who ended it.
alter table contact_restriction add column document text not null default '' check (length(document) <= 500);
alter table contact_restriction add column entered_by uuid;
alter table contact_restriction add column entered_at timestamptz;
alter table contact_restriction add column ended_by uuid;
alter table contact_restriction add column ended_at timestamptz;
alter table contact_restriction add foreign key (community_id, entered_by) references person deferrable;
alter table contact_restriction add foreign key (community_id, ended_by) references person deferrable;
create index on contact_restriction (community_id, entered_by);
create index on contact_restriction (community_id, ended_by);
-- A mark that has ended may be entered once more; only a file's own is known by the person whom it names.
alter table contact_restriction drop constraint contact_restriction_community_id_student_id_person_id_kind_key;
create unique index on contact_restriction (community_id, student_id, person_id) where kind = 'imported';
create index on contact_restriction (community_id, student_id, person_id);
create index on contact_restriction (community_id, kind) where kind = 'confidential_address';

-- element: household. Where the student lives with this adult.
create table student_address (
  community_id uuid not null,
  id uuid not null default platform.uuidv7(),
  student_id uuid not null,
  access_school_id uuid,
  person_id uuid not null,
  address text not null check (length(address) between 1 and 500),
  written_by uuid not null,
  written_at timestamptz not null default now(),
  primary key (community_id, id),
  unique (community_id, student_id, person_id),
  foreign key (community_id, student_id) references student deferrable,
  foreign key (community_id, person_id) references person deferrable,
  foreign key (community_id, written_by) references person deferrable
);
create index on student_address (community_id, student_id);
create index on student_address (community_id, person_id);
create index on student_address (community_id, written_by);
create index on student_address (community_id, access_school_id);

-- element: consents. The family's word that directory information stays at school (34 CFR 99.37). It holds until it is taken back.
create table directory_opt_out (
  community_id uuid not null,
  id uuid not null default platform.uuidv7(),
  student_id uuid not null,
  access_school_id uuid,
  giver_id uuid not null,
  giver_kind text not null check (giver_kind in ('guardian', 'student', 'staff')),
  given_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  primary key (community_id, id),
  foreign key (community_id, student_id) references student deferrable,
  foreign key (community_id, giver_id) references person deferrable,
  foreign key (community_id, withdrawn_by) references person deferrable
);
create index on directory_opt_out (community_id, student_id);
create index on directory_opt_out (community_id, giver_id);
create index on directory_opt_out (community_id, withdrawn_by);
create index on directory_opt_out (community_id, access_school_id);
create unique index on directory_opt_out (community_id, student_id, giver_id) where withdrawn_at is null;

alter table agreement drop constraint agreement_basis_check;
alter table agreement add constraint agreement_basis_check check (basis in ('consent', 'school_official', 'directory_information'));
