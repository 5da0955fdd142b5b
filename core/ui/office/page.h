// What an office window shows, as a value: a title that says what and when, up to four figures,
// what needs a look, then a form or a table, or what to do first. Screens make pages and know no
// wx; one window draws any page.
//
//   Page page{.title = Phrase("office.pay.title").with("month", march)};
//   page.figures = {{Phrase("office.pay.gross"), totals.gross}};
//
// An action's key comes back to the room's press() together with what was typed in the form's
// fields.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/bar_chart.h"
#include "core/phrase.h"
#include "core/secret.h"
#include "core/strip.h"

namespace tilia::ui {

// Worked time: "176", "7:30".
struct Minutes {
  std::int64_t minutes = 0;
  friend bool operator==(const Minutes&, const Minutes&) = default;
};

// A text is a phrase to be said, a value to be written as the language writes it (money without its
// currency), or words that are final: an alias, a name.
using Text = std::variant<std::string, Phrase, Money, Minutes, Day, Month, Rate>;
[[nodiscard]] std::string said(const Text& text, const Words& words);

struct Action {
  std::string key;
  Phrase label;
  bool enabled = true;
};

struct Figure {
  Phrase label;
  Text value;
};

struct Remark {
  enum class Kind { told, mend, done };
  Text sentence;
  Kind kind = Kind::told;
};

struct Cell {
  Text text;
  bool needs_look = false;
};

struct Column {
  enum class Align { start, decimal };
  std::optional<Phrase> heading;
  Align align = Align::start;
  int share = 1;  // of the table's width
};

struct Row {
  std::string key;
  std::string picture;  // an emoji before the first cell; may be empty
  std::vector<Cell> cells;
};

struct Table {
  std::vector<Column> columns;
  std::vector<Row> rows;
  std::optional<std::string> row_action;  // rows can be opened: pressed with the row's key
};

struct Choice {
  std::string value;
  Text label;
};

struct Field {
  enum class Kind {
    text,
    lines,  // several lines: an address
    secret,
    choice,
    picture,  // one of the choices, shown as pictures
    yes_no,   // "yes" or "no"
    day,      // YYYY-MM-DD
    brief,    // a few digits: a day's hours in a month grid
    heading,  // a section of the form; no value
    gap,      // an empty place of a grid
  };
  std::string key;
  Kind kind = Kind::text;
  Text label = std::string();
  std::string value = {};
  std::vector<Choice> choices = {};
  std::optional<Phrase> hint = {};
  std::optional<Phrase> fault = {};    // what to mend, beside the field
  std::optional<Phrase> caution = {};  // what to think over; it may stay as it is
  bool enabled = true;
};

// The field as somebody filled it in, with what is to be mended: both by its key.
[[nodiscard]] Field as_typed(Field field, const std::map<std::string, std::string>& typed,
                             const std::map<std::string, Phrase>& faults);

struct Form {
  std::vector<Field> fields;
  int columns = 2;              // 7: a month as a calendar
  std::vector<Action> actions;  // below the fields; the first is the main one
};

struct Empty {
  Phrase what;   // what is not there yet
  Phrase first;  // what to do first
  std::optional<Action> action = {};
};

// Two or three large doors beside each other: practice, or a real book.
struct Door {
  std::string key;
  std::string picture;
  Phrase title;
  Phrase sentence;
  Phrase button;
};

// A paper as it is, with its caption and a word on who reads it.
struct Paper {
  Text caption;
  Text note;
  Strip strip;
};

// Sums beside each other: standing as they follow in time, lying where each has a name.
struct Chart {
  enum class Kind { standing, lying };
  Kind kind = Kind::standing;
  Phrase title;
  Phrase note;  // what is counted in, or what the line means
  std::vector<Bar> bars;
};

// A week as a board: a line for each person, seven days beside each other, shifts as bars that can
// be drawn to another line, day or time. Minutes are of the day on which a bar begins; beyond 1440
// on the next.
struct Board {
  struct Line {
    std::string key;
    std::string picture;
    Text name;
    Text note = std::string();
    std::vector<int> away = {};  // columns with nobody here, drawn as one place
  };
  struct Column {
    Text name;
    Text note = std::string();    // below the name: which holiday it is
    bool set_apart = false;       // a Sunday or a holiday
    std::vector<int> there = {};  // how many, hour by hour of what is shown
    std::vector<int> wanted = {};
  };
  struct Bar {
    enum class Kind { plain, open, needs_look, aside };  // aside: not of this board
    std::string key;
    std::string line;
    int column = 0;
    int from_minute = 0;
    int to_minute = 0;
    std::string picture = {};
    Kind kind = Kind::plain;
  };
  // Where a bar would be.
  struct Move {
    std::string bar;
    std::string line;
    int column = 0;
    int from_minute = 0;
    friend bool operator==(const Move&, const Move&) = default;
  };
  int first_minute = 0;  // shown of each day
  int last_minute = 24 * 60;
  std::vector<Line> lines = {};
  std::vector<Column> columns = {};
  std::vector<Bar> bars = {};
  Text coverage = std::string();  // names the row of how many are there
  std::string open_action = {};   // pressed with the bar's key as "row"
  std::string add_action = {};    // an empty place: "line", "column", "minute"
  std::string move_action = {};   // a bar was drawn: "row", "line", "column", "minute"
  // What a move would mean, asked while a bar is drawn.
  std::function<std::optional<Remark>(const Move&)> look = {};
};

struct Page {
  Text title = std::string();
  bool narrow = false;              // a short form by itself, in the middle
  std::vector<Text> subtitle = {};  // said with a dot between
  std::optional<Action> main = {};
  std::vector<Action> quiet = {};    // beside the main one, in sand
  std::vector<Figure> figures = {};  // at most four
  std::vector<Remark> remarks = {};
  std::vector<Door> doors = {};
  std::vector<Paper> papers = {};  // the first on the left, the others right of it
  std::vector<Chart> charts = {};  // the first across the page, the others two in a row
  std::optional<Form> form = {};
  std::optional<Board> board = {};
  std::optional<Table> table = {};
  std::optional<Empty> empty = {};
};

// What was in the form's fields, and which row was pressed, when an action was pressed.
struct Values {
  std::map<std::string, std::string> texts;
  std::map<std::string, Secret<std::string>> secrets;

  // "" where there is no such field.
  [[nodiscard]] std::string text(const std::string& key) const;
  [[nodiscard]] bool yes(const std::string& key) const { return text(key) == "yes"; }
};

}  // namespace tilia::ui
