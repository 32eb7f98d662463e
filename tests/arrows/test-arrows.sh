#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Quarterly founders
#
# SPDX-License-Identifier: GPL-3.0-or-later
#
# test-arrows.sh SRC reads the #include lines of every folder of SRC and fails on an arrow that the design
# does not have. Then it plants wrong ones in a tree of its own, to show that each is found.

set -eu

# What a folder may include besides base and itself. A folder that is not in the list may not stand.
allowed () {
  case $1 in
  base | model) ;;
  series | format | merge) echo model ;;
  import | check | chart) echo model series ;;
  export) echo model series format check chart ;;
  store) echo model format merge ;;
  cli | ui) echo model series format import check merge chart export store ;;
  *) return 1 ;;
  esac
}

# Prints FILE:LINE: and what is wrong for every include of one folder that is not allowed.
wrong_includes () {
  find "$2" -type f \( -name '*.[ch]' -o -name '*.[ch].in' \) -exec awk -v folder="$1" -v allowed="$3" '
    BEGIN {
      split ("base " folder " " allowed, names, " ")
      for (i in names)
        may[names[i]] = 1
    }
    function wrong (why) { printf "%s:%d: %s: %s\n", FILENAME, FNR, why, $0 }
    !/^[ \t]*#[ \t]*include[ \t]*[<"]/ { next }
    {
      name = $0
      sub (/^[^<"]*[<"]/, "", name)
      sub (/[>"].*$/, "", name)
      target = name
      sub (/\/.*$/, "", target)
    }
    /"/ {
      if (name == "config.h")
        next
      if (target == name || target ~ /^\./)
        wrong ("an include that does not name its folder")
      else if (!(target in may))
        wrong ("an arrow from " folder " to " target)
      next
    }
    folder != "ui" && name ~ /^(gtk|gdk|gsk|adwaita|libadwaita|gtksourceview|libspelling)[\/.]/ { wrong ("the toolkit outside ui") }
    folder != "chart" && name ~ /^plplot[\/.]/ { wrong ("PLplot outside chart") }
  ' {} +
}

# One line of TAP for each folder.
test_folder () {
  count=$((count + 1))
  folder=$(basename "$1")
  if ! arrows=$(allowed "$folder"); then
    complaints="$1: a folder that the design does not have"
  else
    complaints=$(wrong_includes "$folder" "$1" "$arrows")
  fi
  if [ -z "$complaints" ]; then
    echo "ok $count /arrows/$folder"
  else
    failed=1
    echo "$complaints" | sed 's/^/# /'
    echo "not ok $count /arrows/$folder"
  fi
}

# planted NAME FOLDER INCLUDE: that one line in that folder must be found, and only that.
planted () {
  count=$((count + 1))
  rm -rf "$work/src"
  mkdir -p "$work/src/$2"
  printf '#include "config.h"\n#include <glib.h>\n#include "base/id.h"\n#include "%s/own.h"\n%s\n' "$2" "$3" \
    >"$work/src/$2/planted.c"
  found=$(wrong_includes "$2" "$work/src/$2" "$(allowed "$2")")
  case $found in
  *planted.c:5:*"$3"*) echo "ok $count /arrows/planted/$1" ;;
  *)
    failed=1
    echo "# not found: $3"
    echo "not ok $count /arrows/planted/$1"
    ;;
  esac
}

count=0
failed=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for path in "$1"/*/; do
  test_folder "${path%/}"
done
planted base-to-model base '#include "model/plan.h"'
planted model-to-series model '#include "series/rollup.h"'
planted series-to-format series '#include "format/reader.h"'
planted check-to-export check '#include "export/tree.h"'
planted import-to-format import '#include "format/reader.h"'
planted store-to-check store '#include "check/engine.h"'
planted cli-to-ui cli '#include "ui/window/window.h"'
planted ui-to-cli ui '  #  include "cli/verb.h"'
planted no-folder model '#include "plan.h"'
planted upwards model '#include "../series/rollup.h"'
planted gtk-in-store store '#include <gtk/gtk.h>'
planted adwaita-in-cli cli '#include <adwaita.h>'
planted gdk-in-chart chart '#include <gdk/gdk.h>'
planted plplot-in-export export '#include <plplot/plplot.h>'
echo "1..$count"
exit "$failed"
