// How long the records of this book are kept: the law of its country, and what the organisation
// entered itself where that law is silent.
#pragma once

#include "app/resources.h"
#include "db/book_file.h"
#include "payroll/retention.h"

namespace tilia::app {

[[nodiscard]] payroll::RetentionTable retention_of_book(db::BookFile& book,
                                                        const Resources& resources,
                                                        const std::string& country);

}  // namespace tilia::app
