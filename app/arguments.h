// Typed values out of what was written on the command line. Each ends the command with exit status
// 2 and a sentence that repeats what was found, or 3 where a rule about amounts says no.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/currency.h"
#include "core/day.h"
#include "core/instant.h"
#include "core/money.h"
#include "core/quantity.h"

namespace tilia::app {

[[nodiscard]] Day day_argument(const std::string& text);
[[nodiscard]] Month month_argument(const std::string& text);
[[nodiscard]] Instant instant_argument(const std::string& text);
[[nodiscard]] Quantity quantity_argument(const std::string& text);
// A plain number with the decimals of the currency.
[[nodiscard]] Money money_argument(const std::string& text, Currency currency);
// As at the counter: 8 and more digits without a decimal mark are a barcode, not an amount (exit
// status 3).
[[nodiscard]] Money counter_amount(const std::string& text, Currency currency);
// "7.5" or "7:30" hours as minutes.
[[nodiscard]] int minutes_argument(const std::string& hours);

// A file's whole text; "-" is standard input. Exit status 4 when it can't be read.
[[nodiscard]] std::string whole_file(const std::string& path);
// The folder and those above it, where they are missing. Exit status 4 when that fails.
void make_folder(const std::filesystem::path& folder);
// Written whole or not at all, beside its final place first, readable by this account alone. Exit
// status 4 when it can't be.
void write_whole(const std::filesystem::path& file, std::string_view bytes);
void write_whole(const std::filesystem::path& file, const std::vector<std::uint8_t>& bytes);

}  // namespace tilia::app
