# tilia-till: the counter and the closing of the day. It links no pay code: a counter machine can show no wage.
tilia_library(app_devices SOURCES printer_setting.cpp LINKS pos_devices PkgConfig::tomlplusplus)
tilia_library(app_till SOURCES
  practice_counter.cpp speech.cpp till_crew.cpp till_draft.cpp till_own_time.cpp till_paper.cpp
  LINKS app_backups app_book_word app_call app_devices app_lock_setting app_till_notes db_heads db_hours db_laundry db_orders db_salon db_till db_users pos_bakery pos_devices pos_papers pos_windows
  PkgConfig::tomlplusplus)
add_executable(tilia-till till.cpp)
target_link_libraries(tilia-till PRIVATE app_machine_watch app_till app_resources pos_files CLI11::CLI11)
add_dependencies(tilia-till tilia_share)
