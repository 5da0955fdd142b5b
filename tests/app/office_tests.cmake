# The office. Rung 1: its rooms about the shop without wx.
tilia_test(office_rooms_tests SOURCES office_shop_rooms_test.cpp office_typed_test.cpp
  LINKS pos_office_ui db_till)

# Rung 2: real windows, made events, on a private screen that only this test sees. Rung 3: the program itself, pressed
# by a true pointer.
find_program(XVFB_RUN xvfb-run)
find_program(XDOTOOL xdotool)
find_program(IMPORT_SCREEN import)
if(XVFB_RUN)
  add_executable(office_windows_tests office_window_test.cpp)
  target_link_libraries(office_windows_tests PRIVATE office_view GTest::gtest)
  target_compile_definitions(office_windows_tests PRIVATE TILIA_SHARE="${TILIA_SHARE}")
  set_target_properties(office_windows_tests PROPERTIES
    RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
  add_dependencies(office_windows_tests tilia_share)
  add_test(NAME office_windows
    COMMAND ${XVFB_RUN} -a -s "-screen 0 1366x768x24" $<TARGET_FILE:office_windows_tests>)
  set_tests_properties(office_windows PROPERTIES TIMEOUT 300
    ENVIRONMENT "LSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/tests/leaks_of_others.txt:print_suppressions=0")
endif()
if(XVFB_RUN AND XDOTOOL AND IMPORT_SCREEN)
  add_test(NAME office_true_clicks
    COMMAND ${XVFB_RUN} -a -s "-screen 0 1366x768x24" ${CMAKE_CURRENT_SOURCE_DIR}/office_true_clicks.sh
    ${CMAKE_BINARY_DIR}/bin/tilia ${CMAKE_BINARY_DIR}/bin/tilia-office
    ${CMAKE_BINARY_DIR}/office-true-clicks.png)
  set_tests_properties(office_true_clicks PROPERTIES TIMEOUT 300
    ENVIRONMENT "LSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/tests/leaks_of_others.txt:print_suppressions=0")
endif()
