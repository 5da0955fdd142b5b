# The office. Rung 1: its rooms about the shop without wx.
tilia_test(office_rooms_tests SOURCES
  office_catalogue_test.cpp office_customers_test.cpp office_invoices_test.cpp office_makers_test.cpp office_bakery_test.cpp office_laundry_test.cpp office_salon_test.cpp office_settings_test.cpp office_shop_rooms_test.cpp office_shop_test.cpp office_typed_test.cpp
  LINKS pos_office_ui db_invoices db_laundry db_orders db_salon db_shop db_till)
tilia_test(office_papers_tests SOURCES paper_folder_test.cpp LINKS app_papers)

# Rung 2: real windows, made events, on a private screen that only this test sees. Rung 3: the program itself, pressed
# by a true pointer.
tilia_window_test(office_windows_tests SOURCES office_window_test.cpp LINKS office_view)
tilia_click_test(office_true_clicks office_true_clicks.sh
  $<TARGET_FILE:tilia> $<TARGET_FILE:tilia-office> ${CMAKE_BINARY_DIR}/office-true-clicks.png)
tilia_window_test(office_lock_tests SOURCES office_lock_test.cpp LINKS app_office)
add_dependencies(office_lock_tests tilia_share)
# Nobody is told apart in any room, and who is behind an alias is in no byte that the rooms leave behind.
tilia_window_test(office_secrecy_tests SOURCES told_apart_rooms_test.cpp canary_rooms_test.cpp
  LINKS app_office app_program ${CMAKE_DL_LIBS})
add_dependencies(office_secrecy_tests tilia tilia_share)
# The longest begins first, so that no core waits for it at the end.
set_tests_properties(office_secrecy_tests PROPERTIES TIMEOUT 900 COST 1000)
tilia_test(office_backup_tests SOURCES office_backup_test.cpp LINKS app_office app_practice)
add_dependencies(office_backup_tests tilia_share)
