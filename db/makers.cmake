# who makers are whose pieces the shop sells
tilia_library(db_makers SOURCES maker_records.cpp LINKS db_keys db_pay payroll_pay)
