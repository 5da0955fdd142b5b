#!/bin/sh
# Rung 3: the office itself, pressed by a true pointer and typed at by a true keyboard: who keeps pay logs in and
# draws the month up, a second person approves it. Keeps a picture of the end.
#   office_true_clicks.sh TILIA TILIA_OFFICE PICTURE
# Runs inside xvfb-run with a screen of 1366 x 768. Nothing here waits by the clock: each step looks at the screen
# until it shows what the step before must have brought.
set -eu
tilia=$1
office=$2
picture=$3
folder=$(mktemp -d)
pid=
trap 'kill "$pid" 2>/dev/null || true; rm -rf "$folder"' EXIT
export XDG_CONFIG_HOME="$folder/config" XDG_DATA_HOME="$folder/data" LC_ALL=en_GB.UTF-8

now=2026-04-02T09:00:00Z
book=$folder/shop.tilia
say() { "$tilia" --book "$book" --now "$now" "$@" >/dev/null; }
say init --country RS --kind bakery --name Zrno --practice
say worker add --alias amber
say contract add --worker amber --from 2026-01-01 --gross 96400.00
say hours add --worker amber --day 2026-03-02 --hours 8:00
"$office" --book "$book" --now "$now" &
pid=$!

colour_at() { import -window root -crop "1x1+$1+$2" -depth 8 txt:- | sed -n 's/.*\(#[0-9A-F]\{6\}\).*/\1/p'; }
# shown X Y COLOUR: until the pixel has the colour.
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
}
seen() { import -window root -crop "$1" -depth 8 txt:- | cksum; }
# changed AREA BEFORE: until that part of the screen is another than it was.
changed() {
  looks=0
  while [ "$(seen "$1")" = "$2" ]; do
    looks=$((looks + 1))
    if [ "$looks" -gt 300 ]; then
      echo "nothing happened in $1" >&2
      import -window root "$picture"
      exit 1
    fi
  done
}
tap() { xdotool mousemove "$1" "$2" click 1; }

practice='#B45309'
card='#FFFFFF'
tint='#E7F3EE'
paper='#FBF8F3'
shown 3 400 "$practice" # a practice book wears its frame
shown 400 430 "$card"   # the log-in
who=350x40+340+335
below=300x60+350+376
closed=$(seen "$below")
owl=$(seen "$who")
tap 500 354             # who: the owl stands first, the bee below her
changed "$below" "$closed"
xdotool key Down Return
changed "$who" "$owl"
tap 850 354
xdotool type 333333
xdotool key Return
shown 100 400 "$card"   # the side list
tap 100 198             # Pay
shown 60 198 "$tint"
tap 1240 86             # draw up the pay
shown 290 285 "$tint"   # it says that it is drawn up
tap 1240 86             # send it for approval
shown 1000 480 "$card"  # the form of the second person
tap 1000 370
xdotool type 444444
xdotool key Return
shown 1240 440 "$paper" # the form is gone
shown 290 379 "$card"   # the table of the frozen month
import -window root "$picture"
xdotool key Pause       # the quick lock: neither table nor side list
shown 290 379 "$paper"
shown 100 400 "$paper"
xdotool key Return      # back to the log-in
shown 400 430 "$card"
