# who is to work when, and what each has said about her hours
tilia_library(db_roster SOURCES approval_book_sqlite.cpp approved_minutes.cpp hours_records.cpp leave_asks_sqlite.cpp roster_book_sqlite.cpp roster_payloads.cpp roster_rows.cpp
  LINKS db_hours db_keys payroll_shifts nlohmann_json::nlohmann_json)
