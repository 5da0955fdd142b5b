# The till's own parts around its counter.
tilia_test(till_parts_tests SOURCES
  practice_counter_test.cpp speech_test.cpp ../pos/ui/counter_of_tests.cpp ../pos/shop_of_tests.cpp
  LINKS app_till app_resources pos_files)
# One's own time on a real book: here pay is linked, to take somebody on.
tilia_test(till_own_time_tests SOURCES till_own_time_test.cpp LINKS app_till db_pay)
