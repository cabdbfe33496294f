-- Names of districts, schools, terms, classes and days of school are no student's record: everyone with a hat in the community reads them.
select access.protect('community'), access.let_read('community', 'true');
select access.protect('district'), access.let_read('district', 'true');
select access.protect('school', is_imported => true), access.let_read('school', 'true');
select access.protect('academic_session', is_imported => true), access.let_read('academic_session', 'true');
select access.protect('calendar_date', is_imported => true), access.let_read('calendar_date', 'true');
select access.protect('class', is_imported => true), access.let_read('class', 'true');
-- The importer reads which community it works for, and sets the names that a file gives to the district.
create policy import on community for select to concentric_import using (community_id = (select access.community()));
create policy import on district to concentric_import using (community_id = (select access.community()) and id = (select access.district()));
grant select on community to concentric_import;
grant select, update (name, external_id) on district to concentric_import;
