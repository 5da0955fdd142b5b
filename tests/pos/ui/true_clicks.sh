#!/bin/sh
# Rung 3: the till itself, pressed by a true pointer, from the log-in to a saved sale. Keeps a picture of the end.
#   true_clicks.sh TILIA TILIA_TILL PICTURE
# Runs inside xvfb-run with a screen of 1366 x 768. Each step looks at the screen until it shows what the step before
# must have brought, and then waits as long as a person would: the till takes a tap within 0.4 s of a new screen for a
# shaking hand's second one.
set -eu
tilia=$1
till=$2
picture=$3
folder=$(mktemp -d)
pid=
trap 'kill "$pid" 2>/dev/null || true; rm -rf "$folder"' EXIT
export XDG_CONFIG_HOME="$folder/config" XDG_DATA_HOME="$folder/data"

"$tilia" --book "$folder/shop.tilia" init --country RS --kind bakery --name Zrno --practice >/dev/null
printf 'article,name,price,vat,unit,barcodes,picture,page,stock\nloaf,Loaf,65.00,reduced,each,,🍞,Bread,no\n' \
  >"$folder/articles.csv"
"$tilia" --book "$folder/shop.tilia" article import "$folder/articles.csv" >/dev/null
"$till" --book "$folder/shop.tilia" --language en &
pid=$!

colour_at() { import -window root -crop "1x1+$1+$2" -depth 8 txt:- | sed -n 's/.*\(#[0-9A-F]\{6\}\).*/\1/p'; }
# shown X Y COLOUR: until the pixel has the colour, and half a second more, so that a tap is no stray second one.
shown() {
  looks=0
  while [ "$(colour_at "$1" "$2")" != "$3" ]; do
    looks=$((looks + 1))
    if [ "$looks" -gt 300 ]; then
      echo "the screen never showed $3 at $1,$2" >&2
      import -window root "$picture"
      exit 1
    fi
  done
  sleep 0.5
}
tap() { xdotool mousemove "$1" "$2" click 1; }

green='#0B6E4F'
card='#FFFFFF'
paper='#FBF8F3'
shown 109 220 "$card"   # the pictures
tap 109 282             # the fox
shown 40 600 "$paper"   # the pad: no pictures below it
shown 715 240 "$card"
for digit in 1 2 3 4 5 6; do tap 745 240; done
shown 1200 160 "$card"  # the drawer: the card with what is counted
tap 311 184             # one note of 5000
shown 900 700 "$green"
tap 1108 700            # open the drawer
shown 900 700 '#F1EADF' # the empty tray: Pay stands disabled in its place
tap 130 240             # a loaf
shown 900 700 "$green"
tap 1108 700            # pay
shown 900 700 '#F1EADF'
tap 1100 480            # an offer: the next note
shown 900 700 "$green"
tap 1108 700            # paid
shown 200 560 "$card"   # the change on its card
import -window root "$picture"
"$tilia" --book "$folder/shop.tilia" --json day look --till T1 | grep -q '"count": *1'
