# tilia-office
tilia_library(app_papers SOURCES paper_folder.cpp)
tilia_library(app_office SOURCES
  office_book.cpp office_desks.cpp office_new_book.cpp office_printer.cpp office_privacy.cpp office_rooms.cpp
  LINKS app_arguments app_devices app_demo app_outsiders app_papers app_payslip_paper app_privacy app_release db_backup db_care pos_papers
  payroll_office pos_office_ui reporting_office office_view)
add_executable(tilia-office office.cpp)
target_link_libraries(tilia-office PRIVATE app_office)
add_dependencies(tilia-office tilia_share)
