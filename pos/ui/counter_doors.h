// Everything that the counter works with, as app composes it: the book and its use cases, what is
// kept beside it, and what a shop may have and another has not.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "core/chance.h"
#include "core/clock.h"
#include "core/phrase.h"
#include "core/zone.h"
#include "pos/country_pack.h"
#include "pos/keep_drawer.h"
#include "pos/ring_up_sale.h"
#include "pos/shop.h"
#include "pos/ui/doors.h"
#include "pos/ui/log_in.h"

namespace tilia::pos {

class CustomerBook;
class HistoryBook;
class OrderBook;
class OwnTime;
class PackageBook;
class SalonBook;
class StockBook;
class TenderBook;
class TicketBook;

struct CounterDoors {
  TillBook& book;
  RingUpSale& ring;
  KeepDrawer& drawer;
  const CountryPack& pack;
  const Zone& zone;
  const Clock& clock;
  Chance& chance;
  DraftStore& draft;
  DraftStore& drawer_pieces;  // what is believed to lie in the drawer, from start to start
  DraftStore& count;          // what was counted so far
  DraftStore& tile_counts;    // how many pictures a page has, by who stands there
  DraftStore& approving;      // how often it was missed, and until when it rests
  Crew& crew;
  CounterPaper& paper;
  Organisation organisation;
  std::string shop;  // the name on the bar
  std::string till;
  bool fiscal_number_wanted = false;  // a fiscal device stands beside and is set up
  OfficeCall* call = nullptr;         // without one there is no office to ask
  // After how many minutes this shop wants its till to close itself while the drawer is open; 0 or
  // nothing: never.
  std::function<int()> lock_minutes = {};
  std::optional<Phrase> word_about_book = std::nullopt;  // for whoever logs in first
  TenderBook* tenders = nullptr;  // without it there are no vouchers and no accounts
  Speaker* speaker = nullptr;
  Scale* scale = nullptr;
  // Opens a counter to practise at, for whoever stands here.
  std::function<void(const LogIn::Person&)> practise = {};
  std::function<void()> end_practice = {};  // set where this is one
  SalonBook* salon = nullptr;               // without it there are no appointments
  OrderBook* orders = nullptr;              // without these two there are no orders
  CustomerBook* customers = nullptr;
  StockBook* stock = nullptr;       // without it nothing is noted as wasted
  DraftStore* sold_out = nullptr;   // what is sold out today; without it nothing ever is
  TicketBook* tickets = nullptr;    // without it nothing is washed
  PackageBook* packages = nullptr;  // without it no packages are sold or used
  HistoryBook* history = nullptr;   // without it nothing is remembered of anybody
  OwnTime* own_time = nullptr;      // without it nobody's own time is kept here
};

}  // namespace tilia::pos
