// Some acts need two people, and one of them may be elsewhere: a board member who holds a file with
// her own approving key and no book. Whoever does the act says exactly what is asked; she signs
// that and nothing else, for a few days; the line that she sends back is checked against her public
// half in the book.
//
//   const Asked asked{"erase_person", worker, book, dolphin.id, until};
//   const std::string line = approval_line(asked, turtle.id, key.sign(signed_text(asked)));
//   users.approver(asked, line, today)     -> Turtle
//
// The line is letters and digits, so that it fits into a mail, a square code, or a field.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/day.h"
#include "core/id.h"
#include "core/phrase.h"
#include "core/secret.h"
#include "db/key.h"
#include "db/signing_key.h"
#include "payroll/pay_run.h"

namespace tilia::db {

using payroll::UserId;

inline constexpr int approval_days = 14;  // for so long a line is good

// What is asked. A line that was signed for anything else does not fit.
struct Asked {
  std::string act;      // "erase_person"
  std::string subject;  // whom or what it is about: an id
  std::string book;     // its id
  UserId by;            // who asks, and will do it
  Day until;

  friend bool operator==(const Asked&, const Asked&) = default;
};
[[nodiscard]] std::string asked_text(const Asked& asked);  // a small file
[[nodiscard]] std::optional<Asked> parse_asked(const std::string& text);
[[nodiscard]] std::string signed_text(const Asked& asked);

struct Approval {
  UserId by;
  Day until;
  Signature signature{};
};
[[nodiscard]] std::string approval_line(const Day& until, const UserId& by,
                                        const Signature& signature);
[[nodiscard]] std::optional<Approval> parse_approval(const std::string& line);

enum class ApprovalRefusal {
  unreadable,      // no line of ours
  too_late,        // it was good until a day that is over
  unknown,         // nobody in this book, or somebody who has left
  yourself,        // two people are two
  something_else,  // signed for another act, another person or another asker, or not by her
};
[[nodiscard]] std::string_view approval_refusal_code(ApprovalRefusal why);
[[nodiscard]] Phrase sentence_of(ApprovalRefusal why);

// Her approving key comes from her own key in the ring; its public half stands in the book.
[[nodiscard]] Key approving_seed(const Key& own);

// Her approving key as a file that she takes along, under a secret of its own.
[[nodiscard]] std::string approving_key_file(const UserId& user, const Key& seed,
                                             const Secret<std::string>& secret, Key::Work work);
struct OpenedApprover {
  UserId user;
  SigningKey key;
};
// Nothing for a wrong secret, a changed file, and one that costs more than any of ours.
[[nodiscard]] std::optional<OpenedApprover> open_approving_key(const std::string& file,
                                                               const Secret<std::string>& secret);

}  // namespace tilia::db
