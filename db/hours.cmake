# a worker's own time: punches, shifts, what she asks for. It knows no pay, so that the till may link it
tilia_library(db_hours SOURCES hours_book_sqlite.cpp hours_rows.cpp hours_seals.cpp LINKS db_keys payroll_hours nlohmann_json::nlohmann_json)
