-- What the sentence of a problem is filled with, so that the pages can say it in every language; and why an import stopped, as a code.
alter table import_problem add column params jsonb not null default '{}';
alter table import add column failure_code text;
