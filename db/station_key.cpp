#include "db/station_key.h"

#include <optional>

#include "core/secret.h"

namespace tilia::db {
namespace {

// Behind the seed: since when, in milliseconds since 1970, the lowest byte first.
constexpr std::size_t since_bytes = 8;
constexpr std::int64_t seconds_a_day = 86'400;

std::optional<Instant> since(const Bytes& kept) {
  if (kept.size() != Key::size + since_bytes) return std::nullopt;
  std::uint64_t number = 0;
  for (std::size_t at = since_bytes; at > 0; --at) number = number << 8U | kept[Key::size + at - 1];
  return Instant::from_unix_milliseconds(static_cast<std::int64_t>(number));
}

void keep(const DeviceFolder& folder, const std::string& name, const Key& seed,
          const Instant& from) {
  const Key::Bytes bytes = seed.reveal();
  Bytes kept(bytes.begin(), bytes.end());
  const auto number = static_cast<std::uint64_t>(from.unix_milliseconds());
  for (std::size_t at = 0; at < since_bytes; ++at)
    kept.push_back(static_cast<std::uint8_t>(number >> (8 * at)));
  folder.write(name, kept);
  wipe_bytes(kept.data(), kept.size());
}

struct KeptKey {
  Key seed;
  Instant since;
};

std::string name_of(const std::string& station) { return "station-key-" + station; }

std::optional<KeptKey> kept_key(const DeviceFolder& folder, const std::string& station) {
  auto kept = folder.read(name_of(station));
  if (!kept) return std::nullopt;
  std::optional<KeptKey> found;
  if (const auto from = since(*kept))
    found.emplace(KeptKey{Key::of(Key::Bytes(kept->data(), Key::size)), *from});
  wipe_bytes(kept->data(), kept->size());
  return found;
}

}  // namespace

std::optional<SigningKey> station_key_here(const DeviceFolder& folder, const std::string& station) {
  auto kept = kept_key(folder, station);
  if (!kept) return std::nullopt;
  return SigningKey(std::move(kept->seed));
}

SigningKey station_key_in(const DeviceFolder& folder, const std::string& station,
                          const Instant& now) {
  auto kept = kept_key(folder, station);
  // A key from a day that has not come yet, since a clock was set back, is good.
  if (kept && kept->since.seconds_until(now) < station_key_days * seconds_a_day)
    return SigningKey(std::move(kept->seed));
  Key seed = Key::random();
  keep(folder, name_of(station), seed, now);
  return SigningKey(std::move(seed));
}

}  // namespace tilia::db
