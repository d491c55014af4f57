# Runs once, when the database is made: as local/src/main/resources/postgres/roles.sql, and passwords.
psql -v ON_ERROR_STOP=1 -v owner="$OWNER_PASSWORD" -v submission="$SUBMISSION_PASSWORD" -v notification="$NOTIFICATION_PASSWORD" <<'SQL'
CREATE ROLE hongbi_owner LOGIN NOBYPASSRLS PASSWORD :'owner';
CREATE ROLE hongbi_submission LOGIN NOBYPASSRLS PASSWORD :'submission';
CREATE ROLE hongbi_notification LOGIN NOBYPASSRLS PASSWORD :'notification';
CREATE DATABASE hongbi OWNER hongbi_owner;
SQL
