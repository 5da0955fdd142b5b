# who logs in
tilia_library(db_users SOURCES users.cpp LINKS db_book)
