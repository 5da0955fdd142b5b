# people at work and their pay
tilia_library(db_pay SOURCES pay_book_rows.cpp pay_book_sqlite.cpp pay_setting_rows.cpp pay_texts.cpp person_book_sqlite.cpp person_records.cpp read_log.cpp
  sample_book_sqlite.cpp split_runs.cpp
  LINKS db_hours db_keys db_roster payroll_pay nlohmann_json::nlohmann_json)
