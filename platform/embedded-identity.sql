select system_identifier::text as system, current_setting('data_directory') as folder from pg_control_system()
