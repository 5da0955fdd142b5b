#!/bin/sh
# Rung 3: the till itself, pressed by a true pointer, from the log-in to the closed day. Keeps a picture of the end.
#   true_clicks.sh TILIA TILIA_TILL PICTURE [--pictures DIR]
# With --pictures, the till's pictures that README shows are kept in DIR on the way.
# Runs inside xvfb-run with a screen of 1366 x 768. Nothing here waits by the clock: each step looks at the screen
# until it shows what the step must bring.
set -eu
tilia=$1
till=$2
picture=$3
pictures=
[ "${4:-}" != --pictures ] || pictures=$5
folder=$(mktemp -d)
pid=
trap 'kill "$pid" 2>/dev/null || true; rm -rf "$folder"' EXIT
export XDG_CONFIG_HOME="$folder/config" XDG_DATA_HOME="$folder/data"

"$tilia" --book "$folder/shop.tilia" init --country RS --kind bakery --name 'Corner Bakery' --practice >/dev/null
cat >"$folder/articles.csv" <<'ARTICLES'
article,name,price,vat,unit,barcodes,picture,page,stock
white-loaf,White loaf,65.00,reduced,each,,🍞,Bread,no
baguette,Baguette,75.00,reduced,each,,🥖,Bread,no
rye-loaf,Rye loaf,120.00,reduced,each,,🌰,Bread,no
flatbread,Flatbread,55.00,reduced,each,,🫓,Bread,no
corn-bread,Corn bread,80.00,standard,each,,🌽,Bread,no
croissant,Croissant,95.00,standard,each,,🥐,Bread,no
pretzel,Pretzel,60.00,standard,each,,🥨,Bread,no
bagel,Bagel,70.00,standard,each,,🥯,Bread,no
cheese-pie,Cheese pie,160.00,standard,each,,🧀,Bread,no
spinach-pie,Spinach pie,160.00,standard,each,,🥬,Bread,no
pizza-slice,Pizza slice,170.00,standard,each,,🍕,Bread,no
meat-pie,Meat pie,180.00,standard,each,,🥩,Bread,no
apple-strudel,Apple strudel,140.00,standard,each,,🍎,Cakes,no
cherry-cake,Cherry cake,150.00,standard,each,,🍒,Cakes,no
doughnut,Doughnut,85.00,standard,each,,🍩,Cakes,no
coffee,Coffee,110.00,standard,each,,☕,Drinks,no
yoghurt,Yoghurt,75.00,reduced,each,,🥛,Drinks,no
ARTICLES
"$tilia" --book "$folder/shop.tilia" article import "$folder/articles.csv" >/dev/null
"$till" --book "$folder/shop.tilia" --language en &
pid=$!

colour_at() { import -window root -crop "1x1+$1+$2" -depth 8 txt:- | sed -n 's/.*\(#[0-9A-F]\{6\}\).*/\1/p'; }
# shown X Y COLOUR LOOKS: whether the pixel has the colour within so many looks.
shown() {
  looks=0
  while [ "$(colour_at "$1" "$2")" != "$3" ]; do
    looks=$((looks + 1))
    [ "$looks" -lt "$4" ] || return 1
  done
}
must_show() {
  shown "$1" "$2" "$3" 300 && return
  echo "the screen never showed $3 at $1,$2" >&2
  import -window root "$picture"
  exit 1
}
# tap X Y and the pixel and colour that it must bring. The till takes a tap right after a new screen for a shaking
# hand's second one: where nothing comes of a tap, a person taps again.
tap() {
  taps=0
  while [ "$taps" -lt 5 ]; do
    xdotool mousemove "$1" "$2" click 1
    shown "$3" "$4" "$5" 40 && return
    taps=$((taps + 1))
  done
  must_show "$3" "$4" "$5"
}
# more X Y N: N taps more where one just did something.
more() { xdotool mousemove "$1" "$2" click --repeat "$3" --delay 150 1; }
# keep NAME: the screen as it stands, once nothing changes on it any more; the pointer rests where nothing is.
keep() {
  [ -n "$pictures" ] || return 0
  xdotool mousemove 683 79
  before=
  now=$(import -window root -depth 8 rgb:- | cksum)
  while [ "$before" != "$now" ]; do
    before=$now
    now=$(import -window root -depth 8 rgb:- | cksum)
  done
  import -window root -strip "$pictures/$1.png"
}

green='#0B6E4F'
card='#FFFFFF'
paper='#FBF8F3'
ink='#1F2933'
sand='#F1EADF'
disabled=$sand
must_show 109 220 "$card"             # the pictures
tap 109 282 40 600 "$paper"           # the fox: the pad has no pictures below it
must_show 715 240 "$card"
xdotool type --args 1 --delay 2 4006381 key Return  # a card, as a reader types it: the pictures beside it
must_show 980 220 "$card"
tap 950 300 1002 178 "$green"         # two of the four: each is marked
tap 1150 500 1203 379 "$green"
keep till-log-in
tap 125 712 109 220 "$card"           # another picture: the people's
tap 109 282 40 600 "$paper"
must_show 715 240 "$card"
tap 745 240 434 472 "$ink"            # one digit, one dot
for dot in 469 504 539 574; do tap 745 240 "$dot" 472 "$ink"; done
tap 745 240 1200 160 "$card"          # the drawer: the card with what is counted
tap 335 184 900 700 "$green"          # one note of 5000
for piece in '683 184' '683 398' '683 505' '1031 291'; do
  # shellcheck disable=SC2086 # 100, 20, 10 and 5: a place each; its "one less" wakes up beside it
  set -- $piece
  tap "$1" "$2" $(($1 - 152)) "$2" "$sand"
done
more 683 184 2                        # three of 100
tap 1108 700 900 700 "$disabled"      # open the drawer: the empty tray, where Pay stands disabled
keep till-empty
tap 736 600 900 700 "$green"          # a white loaf
more 736 600 6                        # seven: five on a plate, and two
must_show 914 180 "$sand"
tap 340 260 428 183 "$green"          # a baguette: it is marked
more 340 260 1
tap 132 600 220 522 "$green"          # a pretzel
keep till-sale
tap 1108 700 900 700 "$disabled"      # pay
tap 1100 480 900 700 "$green"         # an offer: the next note, 1000 for 665
keep till-pay
tap 1108 700 130 560 "$card"          # paid: the change on its card
keep till-change
import -window root "$picture"
"$tilia" --book "$folder/shop.tilia" --json day look --till T1 | grep -q '"expected": *"6000.00"'
xdotool mousemove 600 600 key F12     # the quick lock: the change is gone, the closed screen is there
must_show 130 560 "$paper"
must_show 900 700 "$green"
tap 1108 700 109 220 "$card"          # log in: the pictures

# The same person comes back, goes on where she was, and closes the day: the drawer holds what the till expects.
tap 109 282 40 600 "$paper"
must_show 715 240 "$card"
for dot in 434 469 504 539 574; do tap 745 240 "$dot" 472 "$ink"; done
tap 745 240 130 560 "$card"           # the change again
tap 1108 700 900 700 "$disabled"      # next customer: the empty tray
tap 1246 40 900 700 "$green"          # her own picture
tap 463 383 1200 160 "$card"          # close the day: the card with what is counted
for piece in '335 184' '335 398'; do  # a note of 5000 and one of 1000
  # shellcheck disable=SC2086
  set -- $piece
  tap "$1" "$2" $(($1 - 152)) "$2" "$sand"
done
keep till-close
tap 1108 700 1200 160 "$paper"        # done: the day is closed
import -window root "${picture%.png}-closed.png"
"$tilia" --book "$folder/shop.tilia" --json day sheet --till T1 --number 1 | grep -q '"difference": *"0.00"'
tap 1108 700 109 220 "$card"          # good night
