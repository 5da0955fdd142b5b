// Customers who did not come again go by the period that the organisation entered for them: their
// names and numbers, not what was sold. Without such a period nobody is forgotten.
#pragma once

#include "db/book_file.h"
#include "payroll/retention.h"

namespace tilia::app {

// Answers how many were forgotten.
int forget_customers(db::BookFile& book, const payroll::RetentionTable& periods, const Day& today);

}  // namespace tilia::app
