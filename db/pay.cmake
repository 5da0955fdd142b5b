# people at work and their pay
tilia_library(db_pay SOURCES pay_book_rows.cpp pay_book_sqlite.cpp LINKS db_book payroll_pay)
