# what reports are made from: sums without any person in them
tilia_library(db_figures SOURCES figures_book_sqlite.cpp LINKS db_keys reporting_figures)
