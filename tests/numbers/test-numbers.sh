#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Quarterly founders
#
# SPDX-License-Identifier: GPL-3.0-or-later
#
# test-numbers.sh SRC fails on binary floating point between the file and a printed number: on any in base, model,
# series, format and check but at the spots named here. Then it plants some in a tree of its own, to show that it is
# found.

set -eu

# FILE:WHAT, one a line: where it may stand, and on which lines of that file. Colours are no numbers of the world;
# process limits are what the literature computes in floating point.
named () {
  cat <<'SPOTS'
base/colour.c:.
base/colour.h:.
base/decimal.c:^double$|^qtr_decimal_to_double |^  return [(]double[)]
base/decimal.h:^double qtr_decimal_to_double
base/rational.c:^double$|^qtr_rational_to_double |^  return [(]double[)]
base/rational.h:^double qtr_rational_to_double
series/process-limits.c:.
series/process-limits.h:.
series/process-rules.c:.
series/process-rules.h:.
SPOTS
}

# Prints FILE:LINE: and the line, without comments and texts, for every binary floating point of one folder.
doubles () {
  find "$2" -type f -name '*.[ch]' -exec awk -v folder="$1" -v named="$(named)" '
    BEGIN {
      n_spots = split (named, spots, "\n")
      for (i = 1; i <= n_spots; i++) {
        colon = index (spots[i], ":")
        may[substr (spots[i], 1, colon - 1)] = substr (spots[i], colon + 1)
      }
    }
    FNR == 1 {
      name = FILENAME
      sub (/^.*\//, "", name)
      spot = may[folder "/" name]
      inside = 0
    }
    {
      line = $0
      gsub (/"([^"\\]|\\.)*"/, "\"\"", line)
      if (inside) {
        if (!match (line, /[*]\//))
          next
        line = substr (line, RSTART + 2)
        inside = 0
      }
      while (match (line, /\/[*]/)) {
        before = substr (line, 1, RSTART - 1)
        rest = substr (line, RSTART + 2)
        if (!match (rest, /[*]\//)) {
          line = before
          inside = 1
          break
        }
        line = before " " substr (rest, RSTART + 2)
      }
      sub (/\/\/.*$/, "", line)
    }
    line ~ /(^|[^A-Za-z0-9_])(g?double|g?float|g_ascii_strtod|g_strtod|strtod|strtof|atof)([^A-Za-z0-9_]|$)|_(to|get|add|set)_double|(^|[^A-Za-z0-9_])[0-9]+[.][0-9]/ {
      if (spot == "" || line !~ spot)
        printf "%s:%d: %s\n", FILENAME, FNR, $0
    }
  ' {} +
}

test_folder () {
  count=$((count + 1))
  complaints=$(doubles "$1" "$2/$1")
  if [ -z "$complaints" ]; then
    echo "ok $count /numbers/$1"
  else
    failed=1
    echo "$complaints" | sed 's/^/# /'
    echo "not ok $count /numbers/$1"
  fi
}

# planted NAME FOLDER/FILE LINE FOUND: whether that line in that file is found.
planted () {
  count=$((count + 1))
  rm -rf "$work/src"
  mkdir -p "$work/src/${2%/*}"
  printf '/* A double, and\n * a float. */\nchar *words = "double 0.5";\n%s\n' "$3" >"$work/src/$2"
  found=$(doubles "${2%/*}" "$work/src/${2%/*}")
  case $4:$found in
  yes:*:4:\ "$3" | no:) echo "ok $count /numbers/planted/$1" ;;
  *)
    failed=1
    echo "# $3: $found"
    echo "not ok $count /numbers/planted/$1"
    ;;
  esac
}

count=0
failed=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for folder in base model series format check; do
  test_folder "$folder" "$1"
done
planted double series/readings.c 'double value = 0;' yes
planted cast check/claim.c 'return (double) a / b > c;' yes
planted float model/measure.c '  float share;' yes
planted reading format/reader.c '  number = g_ascii_strtod (text, NULL);' yes
planted json format/reader.c '  json_node_get_double (node);' yes
planted converting check/claim.c '  if (qtr_decimal_to_double (a) > b)' yes
planted literal series/readings.c '  slack = value / 0.5;' yes
planted elsewhere base/decimal.c '  double half;' yes
planted spot base/decimal.h 'double qtr_decimal_to_double (QtrDecimal number);' no
planted limits series/process-limits.c '  double sigma = mean / 1.128;' no
planted comment series/readings.c '  /* twice 0.5 is a double */ total++;' no
planted word series/readings.c '  is_double_space (2);' no
echo "1..$count"
exit "$failed"
