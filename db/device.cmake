# what this machine keeps for itself about a book, outside of the book
tilia_library(db_device SOURCES device_folder.cpp station_key.cpp LINKS db_keys)
# heads of the journal: signed, remembered by this machine, compared with what stands on paper
tilia_library(db_heads SOURCES book_witness.cpp head_keeper.cpp journal_head.cpp verify_heads.cpp
  LINKS db_device db_keys nlohmann_json::nlohmann_json PkgConfig::sodium)
