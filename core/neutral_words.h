// Words that tell who works here, in the languages of the shops: none stands in the project, and a
// user who types one into a name that others read is told so, and may keep it. Three lists, hashed
// in core/neutral so that neither the repository nor a program holds them in plain; this is the one
// place that reads them, for the programs and for the tests alike. Nothing here is ever shown but
// the word that was typed.
//
//   unwanted_word_in("Bread and rolls")                    -> nothing
//   if (tells_too_much(article.name)) …                    -> a warning, never a refusal
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tilia {

// Each word of the text that stands nowhere, as it was written: "workerName", "worker_name" and
// "worker name" are two words each. Small and capital letters are one.
[[nodiscard]] std::vector<std::string> unwanted_words_in(std::string_view text);
// The first of them.
[[nodiscard]] std::optional<std::string> unwanted_word_in(std::string_view text);

// Words that stand only where wages are paid for and accounted for.
[[nodiscard]] std::vector<std::string> finance_words_in(std::string_view text);

// Of a name that anybody may read: an article, a shop, a page, a reason, a user, an alias.
[[nodiscard]] bool tells_too_much(std::string_view name);

// A name of a table, column, index, key or heading as only records about people's past have.
[[nodiscard]] bool is_denied_name(std::string_view name);

// The words of a text, in their order: "workerName of_the shop" -> worker, Name, of, the, shop.
[[nodiscard]] std::vector<std::string> words_of(std::string_view text);

}  // namespace tilia
