#include "db/login_rules.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/check.h"
#include "pos/counter_secret.h"

namespace tilia::db {
namespace {

constexpr std::size_t longest_name_bytes = 40;
constexpr int free_misses = 5;
constexpr int misses_before_locked = 10;
constexpr std::int64_t first_wait_seconds = 30;
constexpr std::int64_t longest_wait_seconds = 3600;
constexpr std::size_t mebibyte = std::size_t{1024} * 1024;

std::optional<UserRefusal> refusal_of_counter(const Secret<std::string>& secret,
                                              const SecretPolicy& policy) {
  using Fault = pos::CounterSecretFault;
  const auto fault = pos::fault_of_counter_secret(secret);
  if (!fault) return std::nullopt;
  switch (*fault) {
    case Fault::not_six_digits: return UserRefusal::pin_not_six_digits;
    case Fault::easily_guessed:
      return policy.secrets_are_secret ? std::optional(UserRefusal::pin_easily_guessed)
                                       : std::nullopt;
    case Fault::card_unreadable: return UserRefusal::card_unreadable;
    case Fault::same_picture_twice: return UserRefusal::same_picture_twice;
  }
  CHECK(false);
}

}  // namespace

std::string_view user_refusal_code(UserRefusal why) {
  switch (why) {
    case UserRefusal::bad_name: return "bad_name";
    case UserRefusal::name_taken: return "name_taken";
    case UserRefusal::pin_not_six_digits: return "pin_not_six_digits";
    case UserRefusal::pin_easily_guessed: return "pin_easily_guessed";
    case UserRefusal::card_unreadable: return "card_unreadable";
    case UserRefusal::same_picture_twice: return "same_picture_twice";
    case UserRefusal::secret_too_short: return "secret_too_short";
    case UserRefusal::same_secret: return "same_secret";
    case UserRefusal::only_a_holder_adds: return "only_a_holder_adds";
    case UserRefusal::unknown_user: return "unknown_user";
    case UserRefusal::not_at_the_counter: return "not_at_the_counter";
    case UserRefusal::last_manager: return "last_manager";
    case UserRefusal::last_holder: return "last_holder";
    case UserRefusal::yourself: return "yourself";
  }
  CHECK(false);
}

std::optional<UserRefusal> refusal_of(const NewUser& user, const Secret<std::string>& secret,
                                      const SecretPolicy& policy) {
  const bool printable = std::none_of(user.name.begin(), user.name.end(), [](char letter) {
    return static_cast<unsigned char>(letter) < ' ';
  });
  if (user.name.empty() || user.name.size() > longest_name_bytes || !printable)
    return UserRefusal::bad_name;
  if (user.role == Role::counter) return refusal_of_counter(secret, policy);
  if (secret.reveal().size() < policy.shortest_passphrase) return UserRefusal::secret_too_short;
  return std::nullopt;
}

Phrase sentence_of(UserRefusal why) {
  return Phrase(fmt::format("users.refusal.{}", user_refusal_code(why)));
}

SecretPolicy SecretPolicy::shipped() {
  return {.pin = {3, 64 * mebibyte}, .passphrase = {3, 256 * mebibyte}};
}

SecretPolicy SecretPolicy::practice() {
  const Key::Work little{1, mebibyte};
  return {.pin = little,
          .passphrase = little,
          .shortest_passphrase = pos::pin_digits,
          .secrets_are_secret = false};
}

std::optional<LoginWait> wait_after(std::int64_t misses, std::int64_t seconds_since_last) {
  if (misses >= misses_before_locked) return LoginWait{0, true};
  if (misses < free_misses) return std::nullopt;
  const std::int64_t waits =
      std::min(first_wait_seconds << (misses - free_misses), longest_wait_seconds);
  // A clock that was set back makes nobody wait until it has caught up; the misses stay counted.
  if (seconds_since_last < 0 || seconds_since_last >= waits) return std::nullopt;
  return LoginWait{waits - seconds_since_last, false};
}

Phrase sentence_of(const LoginWait& wait) {
  if (wait.locked) return Phrase("users.log_in.locked");
  return Phrase::counted("users.log_in.wait", wait.seconds);
}

}  // namespace tilia::db
