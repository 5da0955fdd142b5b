# how the book is set up, and what to send when something is wrong
tilia_library(db_care SOURCES diagnostics.cpp settings.cpp LINKS db_book)
