# tilia-office
tilia_library(app_papers SOURCES paper_folder.cpp)
tilia_library(app_office SOURCES
  office_book.cpp office_desks.cpp office_lock.cpp office_makers.cpp office_new_book.cpp office_people.cpp office_roster.cpp office_printer.cpp
  office_privacy.cpp office_rooms.cpp
  LINKS app_arguments app_account_paper app_invoice_paper db_invoices app_backups app_consignment_paper app_elsewhere app_book_word app_call app_devices app_lock_setting db_roster payroll_roster_office app_maker_pay app_demo app_outsiders app_papers
  app_people app_payslip_paper app_privacy app_recovery app_release app_shop_paper app_wages_by_bank db_backup db_care db_heads db_laundry db_orders db_salon db_shop pos_papers
  payroll_office pos_office_ui reporting_office office_view)
add_executable(tilia-office office.cpp)
target_link_libraries(tilia-office PRIVATE app_machine_watch app_office)
add_dependencies(tilia-office tilia_share)
