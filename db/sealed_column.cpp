#include "db/sealed_column.h"

namespace tilia::db {

Bytes SealedColumn::seal(std::string_view row, const Secret<std::string>& text,
                         std::size_t length) const {
  return sealed(held_.key, place(row), padded(text.reveal(), length).reveal());
}

Secret<std::string> SealedColumn::open(std::string_view row, const Bytes& bytes) const {
  return unpadded(opened(held_.key, place(row), bytes));
}

}  // namespace tilia::db
