# What every target of the house shares: warnings as errors, hardening, sanitizers, and two words:
#   tilia_library(name SOURCES a.cpp … [LINKS lib …])   one library per meaning
#   tilia_test(name SOURCES a_test.cpp … [LINKS lib …]) one test program, its cases found by ctest
#   tilia_window_test(name SOURCES … [LINKS …])         one with real windows, on a screen that only it sees; once on
#                                                       each of SCREENS, if any: 1366x768@96 (dots to the inch)
#   tilia_click_test(name script argument…)             a program pressed by a true pointer on such a screen
find_package(PkgConfig REQUIRED)
find_package(fmt REQUIRED)
find_package(Boost 1.74 REQUIRED COMPONENTS date_time locale)
pkg_check_modules(sodium REQUIRED IMPORTED_TARGET libsodium)

# Boost and wx are included as system headers: their warnings are theirs.
add_library(tilia_house INTERFACE)
target_compile_options(tilia_house INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Werror
  # GCC 12 sees overlapping copies in "a" + text that cannot be (GCC bug 105329, fixed in 13).
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-restrict>
  # Where it optimises it doubts every alternative of a variant that is not the one in use.
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>,$<CONFIG:Release>>:-Wno-maybe-uninitialized>
  -fstack-protector-strong
  $<$<CONFIG:Release>:-D_FORTIFY_SOURCE=2>)
target_compile_definitions(tilia_house INTERFACE _GLIBCXX_ASSERTIONS)
target_include_directories(tilia_house INTERFACE ${PROJECT_SOURCE_DIR})
target_link_libraries(tilia_house INTERFACE fmt::fmt)
if(TILIA_SANITIZE)
  target_compile_options(tilia_house INTERFACE
    -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(tilia_house INTERFACE -fsanitize=address,undefined)
endif()

# Under the sanitizers, half the time of compiling goes into optimising. Code that counts is worth it (the tests run it a
# million times); windows, doors and the tests themselves are not.
macro(tilia_not_optimised_under_sanitizers)
  add_compile_options($<$<BOOL:${TILIA_SANITIZE}>:-O0>)
endmacro()

# Where the programs of a build find catalogues, fonts, rules and demo shops; installed ones look beside themselves.
set(TILIA_SHARE ${CMAKE_BINARY_DIR}/share/tilia)

function(tilia_library name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LINKS")
  add_library(${name} STATIC ${arg_SOURCES})
  target_link_libraries(${name} PUBLIC tilia_house ${arg_LINKS})
endfunction()

# What the toolkit keeps until the process ends is no leak of ours.
set(TILIA_LEAKS_OF_OTHERS
  "LSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/tests/leaks_of_others.txt:print_suppressions=0")
set(TILIA_PRIVATE_SCREEN xvfb-run -a -s "-screen 0 1366x768x24")

function(tilia_test_program name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LINKS")
  find_package(GTest REQUIRED)
  add_executable(${name} ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE tilia_house ${arg_LINKS} GTest::gtest)
  target_compile_definitions(${name} PRIVATE
    TILIA_SHARE="${TILIA_SHARE}" TILIA_SOURCE="${PROJECT_SOURCE_DIR}" TILIA_BIN="${CMAKE_BINARY_DIR}/bin")
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
  add_dependencies(${name} tilia_share)
endfunction()

function(tilia_test name)
  tilia_test_program(${name} ${ARGN})
  include(GoogleTest)
  target_link_libraries(${name} PRIVATE GTest::gtest_main)
  gtest_discover_tests(${name} DISCOVERY_MODE PRE_TEST DISCOVERY_TIMEOUT 60 PROPERTIES TIMEOUT 1800
    ENVIRONMENT "${TILIA_LEAKS_OF_OTHERS}")
endfunction()

# The program has a main of its own, which starts the toolkit.
function(tilia_window_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LINKS;SCREENS")
  tilia_test_program(${name} SOURCES ${arg_SOURCES} LINKS ${arg_LINKS})
  set(tests ${name})
  if(arg_SCREENS)
    set(tests)
    foreach(screen IN LISTS arg_SCREENS)
      string(REGEX MATCH "^([0-9]+x[0-9]+)@([0-9]+)$" _ ${screen})
      set(private_screen xvfb-run -a -s "-screen 0 ${CMAKE_MATCH_1}x24 -dpi ${CMAKE_MATCH_2}")
      add_test(NAME ${name}_${screen} COMMAND ${private_screen} $<TARGET_FILE:${name}> --dpi=${CMAKE_MATCH_2})
      list(APPEND tests ${name}_${screen})
    endforeach()
  else()
    add_test(NAME ${name} COMMAND ${TILIA_PRIVATE_SCREEN} $<TARGET_FILE:${name}>)
  endif()
  set_tests_properties(${tests} PROPERTIES TIMEOUT 300 ENVIRONMENT "${TILIA_LEAKS_OF_OTHERS}")
endfunction()

function(tilia_click_test name script)
  add_test(NAME ${name} COMMAND ${TILIA_PRIVATE_SCREEN} ${CMAKE_CURRENT_SOURCE_DIR}/${script} ${ARGN})
  set_tests_properties(${name} PROPERTIES TIMEOUT 300 ENVIRONMENT "${TILIA_LEAKS_OF_OTHERS}")
endfunction()
