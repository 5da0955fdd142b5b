# keys and what is sealed under them
tilia_library(db_keys SOURCES
  doors.cpp erasure.cpp kept_apart.cpp key.cpp key_change.cpp key_ring.cpp month_cost.cpp sealed_column.cpp sealed_journal.cpp sealing.cpp signing_key.cpp
  LINKS db_book PkgConfig::sodium)
# who logs in
tilia_library(db_users SOURCES approval.cpp counter_half.cpp login_rules.cpp recovery_words.cpp role.cpp user_doors.cpp user_rows.cpp users.cpp
  LINKS db_device db_keys pos_sale)
