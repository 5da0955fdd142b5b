// The room Records: what the law lets a person ask for. Her own copy, made by whoever keeps the
// vault and the auditor together, and taking her out of the book, with a second person. Everybody
// stands in one list, in the order of aliases, and each has the same two buttons.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/ui/office/room.h"
#include "core/zone.h"
#include "payroll/erase_person.h"

namespace tilia::payroll {

// What the room needs of the rest of the house; composed in app.
class PersonDoors {
 public:
  virtual ~PersonDoors() = default;
  // Who may be the second person: for a copy, for taking somebody out.
  [[nodiscard]] virtual std::vector<ui::Choice> auditors() = 0;
  [[nodiscard]] virtual std::vector<ui::Choice> witnesses() = 0;
  // The signed file and beside it, of the same stem, the paper. A sentence where it is not her
  // secret, or she may not.
  [[nodiscard]] virtual Result<Done, Phrase> write_copy(const Worker& worker,
                                                        const std::string& auditor,
                                                        const Secret<std::string>& secret,
                                                        const std::filesystem::path& file) = 0;
  [[nodiscard]] virtual Result<Done, Phrase> witness(const std::string& name,
                                                     const Secret<std::string>& secret) = 0;
  // The second person may be elsewhere: what is asked of her as a file, and the line that she
  // sends back. A sentence where it is not good for this.
  virtual void write_request(const Worker& worker, const std::filesystem::path& file) = 0;
  [[nodiscard]] virtual Result<Done, Phrase> approved(const Worker& worker,
                                                      const std::string& line) = 0;
  [[nodiscard]] virtual RetentionTable retention() = 0;
};

class PersonRoom final : public ui::Room {
 public:
  PersonRoom(PayBook& book, PersonBook& people, PersonDoors& doors, const Zone& zone,
             const Clock& clock)
      : book_(book), people_(people), doors_(doors), zone_(zone), clock_(clock) {}

  [[nodiscard]] ui::Page page() override;
  [[nodiscard]] ui::Next press(const std::string& action, const ui::Values& values) override;
  void told(const ui::Remark& remark) override { notice_ = remark; }

 private:
  enum class Shown { list, person, copy, erasure };

  [[nodiscard]] ui::Page list_page();
  [[nodiscard]] ui::Page person_page(const Worker& worker);
  [[nodiscard]] ui::Page copy_page(const Worker& worker);
  [[nodiscard]] ui::Page erasure_page(const Worker& worker);
  [[nodiscard]] ui::Form second_person(const std::vector<ui::Choice>& who, const char* action,
                                       const char* label);
  [[nodiscard]] std::vector<ErasurePart> plan(const Worker& worker) const;
  [[nodiscard]] std::optional<Worker> worker();
  [[nodiscard]] Day today() const { return zone_.local_day(clock_.now()); }
  void erase(const ui::Values& values);
  void write_copy(const ui::Values& values);

  PayBook& book_;
  PersonBook& people_;
  PersonDoors& doors_;
  const Zone& zone_;
  const Clock& clock_;
  Shown shown_ = Shown::list;
  std::string alias_;
  std::string file_;  // where her copy goes
  bool nothing_to_keep_ = false;
  std::optional<ui::Remark> notice_;
};

}  // namespace tilia::payroll
