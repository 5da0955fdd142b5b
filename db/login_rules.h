// What a secret has to be, what a guess at it costs, and how long a wrong one waits. Sources: NIST
// SP 800-63B-4 (waits, an upper bound of misses, digits that everybody tries first are refused) and
// RFC 9106 for the work.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/phrase.h"
#include "core/secret.h"
#include "db/key.h"
#include "db/role.h"

namespace tilia::db {

struct NewUser {
  std::string name;     // 1 to 40 bytes, unique in the book
  std::string picture;  // an emoji
  Role role = Role::counter;
};

enum class UserRefusal {
  bad_name,
  name_taken,
  pin_not_six_digits,  // counter staff, whose secret may be a card with pictures too
  pin_easily_guessed,  // 123456 and its like
  card_unreadable,     // shorter than 6 letters, longer than 64, or not of letters and digits
  same_picture_twice,  // beside a card
  secret_too_short,    // everybody else
  same_secret,         // a second passphrase is another one
  only_a_holder_adds,  // who adds her does not hold the keys that her role needs
  unknown_user,
  not_at_the_counter,
  last_manager,  // the book would have nobody left who adds users
  last_holder,   // nobody would be left who opens what is sealed
  yourself,      // whoever lets somebody go makes the new keys, and is not who leaves
};
[[nodiscard]] std::string_view user_refusal_code(UserRefusal why);
[[nodiscard]] Phrase sentence_of(UserRefusal why);

// A stored login that costs less than its role's least is refused as damage: nobody makes guessing
// cheaper by writing into the file.
struct SecretPolicy {
  Key::Work pin;
  Key::Work passphrase;
  std::size_t shortest_passphrase = 10;
  // Of a book whose secrets are everybody's nothing is guessed: no waits, any six digits, and a
  // counter login on any machine.
  bool secrets_are_secret = true;

  [[nodiscard]] static SecretPolicy shipped();
  // Secrets of a practice book are known to everybody; they need not cost time.
  [[nodiscard]] static SecretPolicy practice();
  [[nodiscard]] static SecretPolicy of_book(bool practice_book) {
    return practice_book ? practice() : shipped();
  }
  [[nodiscard]] Key::Work work_for(Role role) const {
    return role == Role::counter ? pin : passphrase;
  }
};

// Why nobody can be added so, by her name and secret alone: before there is a book, too.
[[nodiscard]] std::optional<UserRefusal> refusal_of(const NewUser& user,
                                                    const Secret<std::string>& secret,
                                                    const SecretPolicy& policy);

// Why even the right passphrase is not taken now. The same for a name that is not there.
struct LoginWait {
  std::int64_t seconds = 0;
  bool locked = false;  // until rebind()

  friend bool operator==(const LoginWait&, const LoginWait&) = default;
};
// After so many misses, so long after the last one. Nothing: she may try.
[[nodiscard]] std::optional<LoginWait> wait_after(std::int64_t misses,
                                                  std::int64_t seconds_since_last);
[[nodiscard]] Phrase sentence_of(const LoginWait& wait);

}  // namespace tilia::db
