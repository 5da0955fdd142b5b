#include "tests/pos/ui/walk_ways.h"

#include "tests/pos/shop_of_tests.h"

namespace tilia::pos::tests {
namespace {

constexpr int seconds_a_day = 24 * 60 * 60;

}  // namespace

void sells(Shop& shop) { shop.begin_selling(); }

void chooses_fox(Shop& shop) { shop->log_in().choose("🦊"); }

void reads_card(Shop& shop) {
  chooses_fox(shop);
  shop->log_in().card("4006381");
}

void digits(Shop& shop, char digit, int count) {
  for (int i = 0; i < count; ++i) shop->digit(digit);
}

void types(Shop& shop, const std::string& letters) {
  for (const char letter : letters) shop->type(std::string(1, letter));
}

void puts_on_tray(Shop& shop, int articles) {
  sells(shop);
  for (int i = 0; i < articles; ++i) shop->tap_article("long-" + std::to_string(i));
}

void puts_so_many_on_tray(Shop& shop, const std::vector<int>& of_each) {
  puts_on_tray(shop, static_cast<int>(of_each.size()));
  for (std::size_t line = 0; line < of_each.size(); ++line)
    for (int i = 1; i < of_each[line]; ++i) shop->one_more(line);
}

void pays(Shop& shop, int articles) {
  puts_on_tray(shop, articles);
  shop->pay();
}

void gives_change(Shop& shop, int given) {
  pays(shop, 1);
  while (!shop->paying().enough()) shop->paying().give(shop.dinars(given));
  shop->paid();
}

// Of 60.00 paid with 100.00: two coins of 20, and their ways.
void gives_forty(Shop& shop) {
  sells(shop);
  shop.sell_a_loaf();
}

void says_all_is_gone(Shop& shop) {
  while (!shop->giving().way_out()) shop->none_left(0);
}

// Change of every kind of piece that there is.
void gives_all_kinds(Shop& shop) {
  sells(shop);
  shop->tap_article("coin-work");
  shop->pay();
  while (!shop->paying().enough()) shop->paying().give(shop.dinars(5000));
  shop->paid();
}

void pays_by_card(Shop& shop) {
  pays(shop, 1);
  shop->paying().pay_rest_by_card();
  shop->paid();
}

void takes_back(Shop& shop) {
  shop->made_a_mistake();
  shop->take_it_back();
}

void goes_to_own(Shop& shop) {
  sells(shop);
  shop->own_picture();
}

void goes_to_move(Shop& shop, CashMove::Direction direction) {
  goes_to_own(shop);
  shop->money_in_or_out();
  shop->choose_direction(direction);
}

void moves_pieces(Shop& shop, CashMove::Direction direction, int pieces) {
  goes_to_move(shop, direction);
  shop->choose_move("other");
  for (int i = 0; i < pieces; ++i) shop->tap_piece(shop.dinars(i % 2 == 0 ? 5000 : 1));
}

void begins_close(Shop& shop) {
  goes_to_own(shop);
  shop->close_day();
}

void puts_into_bag(Shop& shop, const std::string& number) {
  shop->own_picture();
  shop->close_day();
  shop->count_later();
  types(shop, number);
  shop->bag_later_done();
}

void bags_wait(Shop& shop, int bags) {
  sells(shop);
  for (int i = 0; i < bags; ++i) {
    puts_into_bag(shop, "BAG-0123456789-" + std::to_string(i));
    shop->bag_is_away();
    shop.log_in();
    if (i + 1 == bags) return;
    shop.count_a_float();
    shop->open_with_count();
  }
}

void counts_a_lot(Shop& shop) {
  for (std::size_t i = 0; i < shop.pack.pieces.size(); ++i) shop->count().set(i, PieceCount::most);
}

void closes_day(Shop& shop) {
  begins_close(shop);
  shop.count_a_float();
  shop->counted();
}

void night_passes(Shop& shop) { shop.clock.set(shop.clock.now().plus_seconds(seconds_a_day)); }

void is_back_soon(Shop& shop) {
  sells(shop);
  shop->back_soon();
}

void is_locked(Shop& shop) {
  sells(shop);
  shop->lock();
}

void is_locked_and_rang(Shop& shop) {
  sells(shop);
  shop->please_come();
  shop->lock();
}

void is_there_next_morning(Shop& shop) {
  is_back_soon(shop);
  night_passes(shop);
  shop->open_again();
  shop.log_in();
}

void skips_fiscal_number(Shop& shop) {
  gives_forty(shop);
  shop->skip_fiscal_number();
}

void gives_forty_and_takes_back(Shop& shop) {
  gives_forty(shop);
  takes_back(shop);
}

void goes_to_own_more(Shop& shop) {
  goes_to_own(shop);
  shop->more_of_own();
}

// Rules of the shop, and other things that stand there before the program starts.
void manager_looks_above_one(Shop& shop) {
  shop.book.set_counter_rule("counter.refund_limit", "1.00", shop.clock.now());
}
void bags_are_used(Shop& shop) {
  shop.book.set_counter_rule("counter.bags", "yes", shop.clock.now());
}
void coins_are_weighed(Shop& shop) {
  for (Piece& piece : shop.pack.pieces) {
    piece.roll = piece.kind == Piece::Kind::coin ? 50 : 0;
    piece.weight_hundredths_gram = piece.kind == Piece::Kind::coin ? 500 : 0;
  }
  shop.book.set_counter_rule("counter.scale_step_grams", "1", shop.clock.now());
  shop.start_again();
}
void fiscal_device_stands_beside(Shop& shop) {
  shop.fiscal_number_wanted = true;
  shop.start_again();
}

void asks_manager(Shop& shop) {
  gives_forty(shop);
  takes_back(shop);
  shop->ask_manager();
}

void receipts_are_many(Shop& shop, int receipts) {
  sells(shop);
  for (int i = 0; i < receipts; ++i) {
    shop->tap_article("loaf");
    shop->pay();
    shop->paying().take_offer(0);
    shop->paid();
    shop->next_customer();
    if (i == 2) night_passes(shop);
  }
}

void trays_wait(Shop& shop, int trays) {
  sells(shop);
  for (int i = 0; i < trays; ++i) {
    shop->tap_article("long-" + std::to_string(i));
    shop->wait_here();
  }
}

void wishes_pictures(Shop& shop, int count) {
  goes_to_own_more(shop);
  shop->size_of_pictures();
  shop->choose_tile_count(static_cast<std::size_t>(count));
}

void names_are_everyday(Shop& shop) {
  const std::vector<const char*> names{"Штрудла са јабукама", "Колач са вишњама",
                                       "Прање и фенирање",    "Пита са спанаћем",
                                       "Чоколадна торта",     "Сређивање браде",
                                       "Дечје шишање",        "Ražani hleb",
                                       "Pita sa sirom",       "Kifla",
                                       "Parče pice",          "Čaj"};
  std::vector<Article> all = shop.book.articles(shop.zone.local_day(shop.clock.now()));
  const Article one = all.front();
  while (all.size() < 40) {
    all.push_back(one);
    all.back().code = "everyday-" + std::to_string(all.size());
    all.back().barcodes.clear();
  }
  for (std::size_t i = 0; i < all.size(); ++i) {
    all[i].name = names[i % names.size()];
    all[i].price = shop.dinars(i % 3 == 0 ? 1250 : 85);
    all[i].page = "A stalno";
  }
  shop.book.put_articles(all, shop.clock.now());
  shop.start_again();
}

ShopOfCounter shop_of_long_names(bool practice) {
  const std::vector<const char*> names{"Integralni hleb sa semenkama",
                                       "Čokoladna torta sa malinama",
                                       "Pita sa višnjama i makom",
                                       "Bezglutensko pecivo",
                                       "Интегрални хлеб са ланом",
                                       "Pranje i peglanje",
                                       "Kifla",
                                       "Haircut and blow-dry, long",
                                       "Đevrek sa susamom",
                                       "Žu-žu",
                                       "Domaći ajvar, blagi",
                                       "Mleveni lešnik u kesici"};
  ShopOfCounter shop{.country = "RS",
                     .name = "Pekara kod stare lipe",
                     .practice = practice,
                     .articles = bread_and_cakes().articles};
  const Currency dinar = currency("RSD");
  const auto article = [&](const std::string& code, const std::string& name, std::int64_t minor,
                           const std::string& page) {
    Article made = shop.articles.front();
    made.code = code;
    made.name = name;
    made.price = Money::from_minor(minor, dinar);
    made.page = page;
    made.barcodes.clear();
    return made;
  };
  const std::vector<std::string> pages{"Hleb i peciva", "Torte", "Napici", "Usluge", "Pokloni"};
  std::vector<Article> long_ones;
  for (std::size_t i = 0; i < names.size(); ++i)
    long_ones.push_back(article("long-" + std::to_string(i), names[i],
                                i % 2 == 0 ? 1'234'500 : 12'990, "A stalno"));
  for (std::size_t i = 0; i < 4; ++i)
    long_ones.push_back(article("more-" + std::to_string(i), names[i], 99'950, "A stalno"));
  for (const std::string& page : pages)
    long_ones.push_back(article("of-" + std::to_string(long_ones.size()), names[0], 4'500, page));
  long_ones.push_back(article("coin-work", "Sitno", 11'200, "Napici"));
  long_ones.push_back(article("by-weight", "Mešani orasi i lešnici", 1'050'000, "Torte"));
  long_ones.back().unit = Unit::kg;
  shop.articles.insert(shop.articles.end(), long_ones.begin(), long_ones.end());
  return shop;
}

}  // namespace tilia::pos::tests
