# keys and what is sealed under them
tilia_library(db_keys SOURCES
  doors.cpp erasure.cpp kept_apart.cpp key.cpp key_change.cpp key_ring.cpp month_cost.cpp sealed_column.cpp sealed_journal.cpp sealing.cpp
  LINKS db_book PkgConfig::sodium)
# who logs in
tilia_library(db_users SOURCES counter_half.cpp login_rules.cpp recovery_words.cpp role.cpp users.cpp
  LINKS db_device db_keys pos_sale)
