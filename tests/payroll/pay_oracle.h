// A second opinion on every payslip: exact fractions, straight from tables of figures that stand
// here and nowhere else. It shares no code and no file with what it judges.
#pragma once

#include <boost/multiprecision/cpp_int.hpp>
#include <map>
#include <ostream>
#include <string>
#include <vector>

namespace tilia::payroll {

using Exact = boost::multiprecision::cpp_rational;  // major units

struct OracleSlip {
  std::map<std::string, Exact> lines;  // by code; "*" behind it: of special pay
  Exact tax_base, tax, net, employer_cost;
};

struct OracleTable {
  std::string country;
  std::string on;
  std::vector<Exact> edges;  // gross wages around which something changes
  Exact unit;                // in which a wage is given
  // Figures of one worker beside the wage, as --set says them.
  OracleSlip (*work_out)(const Exact& gross, const std::map<std::string, std::string>& said);
};
[[nodiscard]] const std::vector<OracleTable>& oracle_tables();
// How a test that fails names it.
inline void PrintTo(const OracleTable& table, std::ostream* out) {
  *out << table.country << " on " << table.on;
}

}  // namespace tilia::payroll
