#include "pos/devices/receipt_printer.h"

#include <gtest/gtest.h>
#include <stdlib.h>
#include <sys/stat.h>

#include <algorithm>
#include <boost/locale/encoding.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "core/letters.h"
#include "pos/receipt.h"
#include "tests/pos/shop_of_tests.h"

namespace tilia::pos {
namespace {

namespace fs = std::filesystem;

// What a printer makes of the bytes.
struct Printed {
  std::string text;  // UTF-8, one line each
  int pictures = 0;
  int pulses = 0;
  int cuts = 0;
  int table = -1;
  bool started = false;          // ESC @ came first
  bool kanji_cancelled = false;  // FS .
  std::size_t widest = 0;        // letters in the widest line
};

// A small printer: knows the commands of ours and fails on any other.
class Printer {
 public:
  Printer(std::vector<std::uint8_t> bytes, std::string page)
      : bytes_(std::move(bytes)), page_(std::move(page)) {}

  Printed print() {
    printed_.started = bytes_.size() > 1 && bytes_[0] == 0x1b && bytes_[1] == '@';
    while (at_ < bytes_.size()) step();
    return printed_;
  }

 private:
  int next() { return bytes_.at(at_++); }
  void step() {
    const int byte = next();
    if (byte == 0x1b) return escape(next());
    if (byte == 0x1d) return group(next());
    if (byte == 0x1c) {
      EXPECT_EQ(next(), '.');
      printed_.kanji_cancelled = true;
      return;
    }
    if (byte != '\n') {
      EXPECT_GE(byte, 0x20);
      line_ += static_cast<char>(byte);
      return;
    }
    const std::string text =
        boost::locale::conv::to_utf<char>(line_, page_, boost::locale::conv::stop);
    printed_.widest = std::max(printed_.widest, letters_of(text).size() * (wide_ ? 2 : 1));
    printed_.text += text + "\n";
    line_.clear();
  }
  void escape(int command) {
    switch (command) {
      case '@': break;
      case 't': printed_.table = next(); break;
      case 'a':
      case 'E':
      case 'd':
      case 'J': next(); break;
      case 'p':
        at_ += 3;
        ++printed_.pulses;
        break;
      default: FAIL() << "ESC " << command;
    }
  }
  void group(int command) {
    switch (command) {
      case '!': wide_ = (next() & 0x10) != 0; break;
      case 'V':
        at_ += 2;
        ++printed_.cuts;
        break;
      case 'v': {
        at_ += 2;
        const int width = next() + 256 * next();
        const int height = next() + 256 * next();
        at_ += static_cast<std::size_t>(width * height);
        ++printed_.pictures;
        break;
      }
      default: FAIL() << "GS " << command;
    }
  }

  std::vector<std::uint8_t> bytes_;
  std::string page_;
  std::size_t at_ = 0;
  std::string line_;
  bool wide_ = false;
  Printed printed_;
};

PrinterSetting setting(const std::string& page, int number = 18, int columns = 42) {
  return {PrinterSetting::Way::none, "", page, number, columns, true};
}

RasterLine picture(const std::string&, int width_dots, bool) {
  return {width_dots, 24,
          std::vector<std::uint8_t>(static_cast<std::size_t>(width_dots / 8 * 24), 0)};
}

Printed printed(const Strip& strip, const PrinterSetting& how, const DrawLine& draw = picture) {
  return Printer(escpos_bytes(strip, how, false, draw), how.code_page).print();
}

Strip serbian_receipt(Language language) {
  const CountryPack serbia = tests::pack("RS");
  std::vector<Article> articles = tests::articles(serbia.currency);
  const bool latin = language == Language::serbian_latin;
  articles[0].name = latin ? "Čaj, džem i šećer sa đumbirom" : "Чај, џем и шећер са ђумбиром";
  articles[1].name = latin ? "ŽUTA ĆUFTA ŠĐČ" : "ЖУТА ЋУФТА ШЂЧ ЊЉЏ";
  const auto request =
      tests::request(1, {"white-loaf 3", "cake 1"}, {"cash 2000.00"}, serbia.currency);
  const BusinessDay day(tests::day("2026-03-02"));
  const ArticleIndex index(std::move(articles));
  const Sale sale{request.id,
                  "T1",
                  SessionId::from_bytes({}),
                  "T1-1-7",
                  *Instant::parse("2026-03-02T09:05:00Z"),
                  day,
                  price_sale(request, {&index, &serbia, true, serbia.currency}, day).value(),
                  std::nullopt};
  Organisation organisation = tests::organisation(serbia);
  organisation.name = latin ? "Otvorene šake" : "Отворене шаке";
  organisation.shops[0].name = latin ? "Pekara „Ćošak“" : "Пекара „Ћошак“";
  return receipt_strip(sale, {organisation, serbia.fiscal_duty}, *Zone::named(serbia.zone),
                       tests::words(language));
}

TEST(ReceiptPrinter, PrintsSerbianInBothScriptsInEveryPageThatHasThem) {
  struct Row {
    Language language;
    const char* page;
    const char* name;
    const char* shop;
  };
  for (const Row& row :
       {Row{Language::serbian_latin, "CP852", "Čaj, džem i šećer sa đumbirom", "Ćošak"},
        Row{Language::serbian_latin, "CP1250", "ŽUTA ĆUFTA ŠĐČ", "Ćošak"},
        Row{Language::serbian_cyrillic, "CP855", "Чај, џем и шећер са ђумбиром", "Ћошак"},
        Row{Language::serbian_cyrillic, "CP1251", "ЖУТА ЋУФТА ШЂЧ ЊЉЏ", "Ћошак"}}) {
    for (const int columns : {32, 42, 48}) {
      const Printed paper = printed(serbian_receipt(row.language), setting(row.page, 34, columns));
      EXPECT_NE(paper.text.find(row.name), std::string::npos) << row.page << '\n' << paper.text;
      EXPECT_NE(paper.text.find(row.shop), std::string::npos) << row.page << '\n' << paper.text;
      EXPECT_EQ(paper.text.find('?'), std::string::npos) << paper.text;
      EXPECT_EQ(paper.pictures, 0) << row.page;
      EXPECT_EQ(paper.table, 34);
      EXPECT_LE(paper.widest, static_cast<std::size_t>(columns)) << paper.text;
      EXPECT_TRUE(paper.started);
      EXPECT_TRUE(paper.kanji_cancelled);
      EXPECT_EQ(paper.cuts, 1);
      EXPECT_EQ(paper.pulses, 0);
    }
  }
}

TEST(ReceiptPrinter, NeverPrintsAQuestionMarkForALetterThatThePageLacks) {
  for (const std::string& page : known_code_pages()) {
    for (const Language language : all_languages()) {
      const Strip receipt = serbian_receipt(language);
      for (const DrawLine& draw : {DrawLine(picture), DrawLine()}) {
        const Printed paper = printed(receipt, setting(page), draw);
        EXPECT_EQ(paper.text.find('?'), std::string::npos) << page << '\n' << paper.text;
        if (!draw) {
          EXPECT_EQ(paper.pictures, 0);
        }
      }
    }
  }
}

TEST(ReceiptPrinter, DrawsALineThatThePageCannotWrite) {
  Strip strip{"x", {{StripLine::Kind::text, "Хлеб", ""}, {StripLine::Kind::text, "Hleb", ""}}};
  std::vector<std::string> drawn;
  const DrawLine draw = [&](const std::string& text, int width, bool bold) {
    drawn.push_back(text);
    return picture(text, width, bold);
  };
  const Printed paper = printed(strip, setting("CP852"), draw);
  EXPECT_EQ(drawn, std::vector<std::string>{"Хлеб"});
  EXPECT_EQ(paper.text, "Hleb\n");
  EXPECT_EQ(paper.pictures, 1);
}

TEST(ReceiptPrinter, LeavesBarsToThePrinterWhereItKnowsThem) {
  const auto bytes = [](const char* number) {
    const auto made =
        escpos_bytes({"v", {{StripLine::Kind::barcode, number, ""}}}, setting("CP852"), false, {});
    return std::string(made.begin(), made.end());
  };
  EXPECT_NE(bytes("2980000000017")
                .find("\x1Dk\x43\x0D"
                      "2980000000017"),
            std::string::npos);
  EXPECT_EQ(bytes("TH-0001").find("\x1Dk"), std::string::npos);
  EXPECT_NE(bytes("TH-0001").find("TH-0001"), std::string::npos);
}

TEST(ReceiptPrinter, WritesNearestLettersWhereNothingDraws) {
  const auto nearest = [](const char* page, const char* text) {
    return printed({"x", {{StripLine::Kind::text, text, ""}}}, setting(page), {}).text;
  };
  EXPECT_EQ(nearest("CP852", "Љубичасти џем, ђаво"), "Ljubičasti džem, đavo\n");
  EXPECT_EQ(nearest("CP437", "Ђорђе, Čačak, ș"), "Djordje, Cacak, s\n");
  EXPECT_EQ(nearest("CP1250", "Brașov"), "Braşov\n");
  EXPECT_EQ(nearest("CP437", "Bread 🍞 1"), "Bread  1\n");
  EXPECT_EQ(nearest("CP855", "3\u00a0\u00d7\u00a0\u22121,20 \u2013 \u201ea\u201c"),
            "3 x -1,20 - \"a\"\n");
  EXPECT_EQ(nearest("CP858", "5 €"), "5 €\n");
}

TEST(ReceiptPrinter, KeepsTheRightPartOfAPairWholeAtTheEdge) {
  const std::string longest(60, 'a');
  const Printed paper = printed({"x",
                                 {{StripLine::Kind::pair, "Loaf", "1.20"},
                                  {StripLine::Kind::pair, longest + " b", "12 345.67"},
                                  {StripLine::Kind::pair, "", "9.99"}}},
                                setting("CP852", 18, 24));
  EXPECT_EQ(paper.text,
            "Loaf                1.20\n"
            "aaaaaaaaaaaaaa\naaaaaaaaaaaaaa\naaaaaaaaaaaaaa\naaaaaaaaaaaaaa\n"
            "aaaa b         12 345.67\n"
            "                    9.99\n");
}

TEST(ReceiptPrinter, LetsNoCommandThroughANameOfAnArticle) {
  const Printed paper =
      printed({"x", {{StripLine::Kind::text, "a\x1bp\x01\x01\x01z\n\x7f", ""}}}, setting("CP852"));
  EXPECT_EQ(paper.text, "apz\n");
  EXPECT_EQ(paper.pulses, 0);
}

TEST(ReceiptPrinter, OpensTheDrawerFirstAndOnlyWhereThereIsOne) {
  const Strip strip{"x", {{StripLine::Kind::text, "a", ""}}};
  PrinterSetting how = setting("CP852");
  const auto bytes = escpos_bytes(strip, how, true, {});
  const auto pulse = drawer_pulse();
  const auto found = std::search(bytes.begin(), bytes.end(), pulse.begin(), pulse.end());
  EXPECT_LT(found, std::find(bytes.begin(), bytes.end(), 'a') + 0) << "before the text";
  EXPECT_EQ(Printer(bytes, "CP852").print().pulses, 1);
  how.has_drawer = false;
  EXPECT_EQ(Printer(escpos_bytes(strip, how, true, {}), "CP852").print().pulses, 0);
}

TEST(ReceiptPrinter, RefusesAPageThatItDoesNotKnow) {
  EXPECT_THROW((void)escpos_bytes({}, setting("CP932"), false, {}), PrinterFault);
  EXPECT_THROW((void)escpos_bytes({}, setting("CP852", 256), false, {}), PrinterFault);
  EXPECT_THROW((void)escpos_bytes({}, setting("CP852", 18, 3), false, {}), PrinterFault);
}

class SendToPrinter : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "printer-XXXXXX").string();
    ASSERT_NE(mkdtemp(name.data()), nullptr);
    folder_ = name;
    path_before_ = getenv("PATH");
  }
  void TearDown() override {
    setenv("PATH", path_before_.c_str(), 1);
    fs::remove_all(folder_);
  }
  std::string content(const std::string& name) const {
    std::ifstream file(folder_ / name);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
  }
  // A program called lp that comes first in PATH.
  void put_lp(const std::string& script) {
    std::ofstream(folder_ / "lp") << "#!/bin/sh\n" << script;
    chmod((folder_ / "lp").c_str(), 0755);
    setenv("PATH", (folder_.string() + ":" + path_before_).c_str(), 1);
  }
  PrinterSetting by(PrinterSetting::Way way, const std::string& target) const {
    return {way, target, "CP852", 18, 42, true};
  }

  const std::vector<std::uint8_t> hello_{'h', 'i', '\n'};
  fs::path folder_;
  std::string path_before_;
};

TEST_F(SendToPrinter, PutsTheBytesAtTheEndOfAFile) {
  const auto file = by(PrinterSetting::Way::file, (folder_ / "out").string());
  send_to_printer(hello_, file);
  send_to_printer(hello_, file);
  EXPECT_EQ(content("out"), "hi\nhi\n");
}

TEST_F(SendToPrinter, WritesToADeviceAndToNoFileInItsPlace) {
  send_to_printer(hello_, by(PrinterSetting::Way::device, "/dev/null"));
  EXPECT_THROW(send_to_printer(hello_, by(PrinterSetting::Way::device, "/dev/no-printer")),
               PrinterFault);
  EXPECT_FALSE(fs::exists("/dev/no-printer"));
  const std::ofstream made(folder_ / "plain");
  EXPECT_THROW(
      send_to_printer(hello_, by(PrinterSetting::Way::device, (folder_ / "plain").string())),
      PrinterFault);
  EXPECT_THROW(send_to_printer(hello_, by(PrinterSetting::Way::file, folder_.string())),
               PrinterFault);
  EXPECT_THROW(send_to_printer(hello_, by(PrinterSetting::Way::device, "/dev/full")), PrinterFault);
}

TEST_F(SendToPrinter, DoesNotWaitForAReaderOfAPipe) {
  const std::string pipe = (folder_ / "pipe").string();
  ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
  EXPECT_THROW(send_to_printer(hello_, by(PrinterSetting::Way::file, pipe)), PrinterFault);
}

TEST_F(SendToPrinter, HandsRawBytesToAQueue) {
  put_lp("echo \"$@\" > " + (folder_ / "words").string() + "; cat > " +
         (folder_ / "bytes").string());
  send_to_printer(hello_, by(PrinterSetting::Way::cups, "counter"));
  EXPECT_EQ(content("words"), "-d counter -o raw -\n");
  EXPECT_EQ(content("bytes"), "hi\n");
}

TEST_F(SendToPrinter, TakesAFailingOrMissingQueueAsAFault) {
  put_lp("exit 1\n");
  EXPECT_THROW(send_to_printer(hello_, by(PrinterSetting::Way::cups, "counter")), PrinterFault);
  // lp goes without reading: no signal ends the till
  EXPECT_THROW(send_to_printer(std::vector<std::uint8_t>(4'000'000, 'x'),
                               by(PrinterSetting::Way::cups, "counter")),
               PrinterFault);
  EXPECT_THROW(send_to_printer(hello_, by(PrinterSetting::Way::cups, "")), PrinterFault);
  EXPECT_THROW(send_to_printer(hello_, by(PrinterSetting::Way::cups, "-h evil")), PrinterFault);
  setenv("PATH", folder_.c_str(), 1);
  fs::remove(folder_ / "lp");
  EXPECT_THROW(send_to_printer(hello_, by(PrinterSetting::Way::cups, "counter")), PrinterFault);
}

TEST_F(SendToPrinter, GivesUpOnAQueueThatHangs) {
  put_lp("exec sleep 3600\n");
  EXPECT_THROW(send_to_printer(hello_, by(PrinterSetting::Way::cups, "counter")), PrinterFault);
}

TEST_F(SendToPrinter, SendsNothingWhereNoPrinterIsSet) {
  EXPECT_NO_THROW(send_to_printer(hello_, by(PrinterSetting::Way::none, "")));
}

}  // namespace
}  // namespace tilia::pos
