/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "base/error.h"
#include "model/edit-plan.h"
#include "model/edit-style.h"
#include "model/logo.h"

#define SVG(inner) "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">" inner "</svg>"
#define PNG "\x89PNG\r\n\x1a\n rest"

static GBytes *
to_bytes (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

/* --- Logos --- */

static void
test_logo_kinds (void)
{
  static const struct {
    const char *bytes;
    const char *media_type;
  } rows[] = {
    { PNG, "image/png" },
    { "\xff\xd8\xff\xe0 rest", "image/jpeg" },
    { SVG ("<path d='M0 0h9v9z' fill='#1d4f91'/>"), "image/svg+xml" },
    { "<?xml version=\"1.0\"?><!-- drawn -->\n" SVG ("<title>Us &amp; them</title>"), "image/svg+xml" },
    { "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd'>" SVG (
          ""),
      "image/svg+xml" },
    { SVG (
          "<defs><path id='a' d='M0 0h9'/></defs><use href='#a'/><path fill='url(#g)' style='stroke:url(\"#h\")'/>"),
      "image/svg+xml" },
    { SVG ("<style>.a { fill: url( '#g' ) }</style><image href='data:image/png;base64,AA=='/>"),
      "image/svg+xml" },
    { SVG ("<g xmlns:i='urn:i' i:file='C:\\logo.svg'/>"), "image/svg+xml" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GBytes) bytes = to_bytes (rows[i].bytes);
    g_autoptr (GError) error = NULL;
    g_autofree char *logo = qtr_logo_new (bytes, &error);
    g_autoptr (GBytes) again = NULL;
    const char *media_type = NULL;

    g_assert_no_error (error);
    g_assert_true (qtr_logo_check (logo, &error));
    again = qtr_logo_get_bytes (logo, &media_type);
    g_assert_cmpstr (media_type, ==, rows[i].media_type);
    g_assert_true (g_bytes_equal (bytes, again));
  }
}

/* Pictures that do more than be looked at, or are none. */
static void
test_logo_refusals (void)
{
  static const struct {
    const char *bytes;
    const char *says;
  } rows[] = {
    { "", "empty" },
    { "GIF89a", "neither" },
    { "\x89PN", "neither" },
    { "<html/>", "neither" },
    { "<svg>", "neither" },
    { SVG ("<script>alert (1)</script>"), "“script”" },
    { SVG ("<s:script xmlns:s='http://www.w3.org/2000/svg'/>"), "“script”" },
    { SVG ("<foreignObject/>"), "“foreignObject”" },
    { SVG ("<set attributeName='href' to='javascript:x'/>"), "“set”" },
    { SVG ("<path onclick='x ()'/>"), "script" },
    { SVG ("<path ONLOAD='x ()'/>"), "script" },
    { SVG ("<image href='https://example.org/a.png'/>"), "elsewhere" },
    { SVG ("<image xlink:href='a.png'/>"), "elsewhere" },
    { SVG ("<image href='data:image/svg+xml,x'/>"), "elsewhere" },
    { SVG ("<a href=' javascript:x'/>"), "elsewhere" },
    { SVG ("<path fill='url(//example.org/a#g)'/>"), "elsewhere" },
    { SVG ("<path fill='u\\72l(//example.org/a#g)'/>"), "elsewhere" },
    { SVG ("<path style='fill:url( \"x.svg\")'/>"), "elsewhere" },
    { SVG ("<style>@import 'x.css';</style>"), "elsewhere" },
    { SVG ("<style><![CDATA[.a { fill: URL(x) }]]></style>"), "elsewhere" },
    { SVG ("<g xml:base='//example.org/'/>"), "elsewhere" },
    { "<?xml-stylesheet href='x.css'?>" SVG (""), "declarations" },
    { "<!DOCTYPE svg [<!ENTITY x 'y'>]>" SVG (""), "declarations" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GBytes) bytes = to_bytes (rows[i].bytes);
    g_autoptr (GError) error = NULL;
    g_autofree char *logo = qtr_logo_new (bytes, &error);

    g_test_message ("%s", rows[i].bytes);
    g_assert_null (logo);
    g_assert_error (error, QTR_ERROR, QTR_ERROR_REFUSED);
    g_assert_nonnull (strstr (error->message, rows[i].says));
  }
}

static void
test_logo_size (void)
{
  for (gsize size = QTR_LOGO_SIZE_MAX; size <= QTR_LOGO_SIZE_MAX + 1; size++) {
    char *data = g_malloc0 (size);
    g_autoptr (GBytes) bytes = g_bytes_new_take (memcpy (data, PNG, strlen (PNG)), size);
    g_autoptr (GError) error = NULL;
    g_autofree char *logo = qtr_logo_new (bytes, &error);

    if (size == QTR_LOGO_SIZE_MAX) {
      g_assert_no_error (error);
      continue;
    }
    g_assert_error (error, QTR_ERROR, QTR_ERROR_LIMIT);
    g_assert_nonnull (strstr (error->message, "MiB"));
  }
}

/* --- Terms --- */

static void
test_terms (void)
{
  static const struct {
    const char *avoid;
    const char *use;
    const char *says;
  } rows[] = {
    { " utilise ", "use", NULL },    { "Utilise", "employ", "already" },     { "", "use", "avoid" },
    { "whilst", " ", "instead" },    { "crime", "Crime and harm", "in it" }, { "per", "per cent", "in it" },
    { "officer", "officers", NULL },
  };
  g_autoptr (QtrPlan) plan = qtr_plan_new ();
  const QtrTerm *first = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    QtrPlan *now = qtr_edit_set_term (plan, NULL, rows[i].avoid, rows[i].use, &error);

    g_assert_cmpint (now == NULL, ==, rows[i].says != NULL);
    if (now == NULL) {
      g_assert_error (error, QTR_ERROR, QTR_ERROR_REFUSED);
      g_assert_nonnull (strstr (error->message, rows[i].says));
      continue;
    }
    qtr_record_unref (plan);
    plan = now;
  }

  g_assert_cmpuint (qtr_list_length (plan->terms), ==, 2);
  first = qtr_list_get (plan->terms, 0);
  g_assert_cmpstr (first->avoid, ==, "utilise");
  g_assert_cmpuint (strlen (first->record.id), ==, 16);
}

static void
test_change_terms (void)
{
  g_autoptr (QtrPlan) empty = qtr_plan_new ();
  g_autoptr (QtrPlan) one = qtr_edit_set_term (empty, NULL, "utilise", "use", NULL);
  g_autoptr (QtrPlan) two = qtr_edit_set_term (one, NULL, "whilst", "while", NULL);
  const char *id = ((const QtrRecord *) qtr_list_get (two->terms, 1))->id;
  g_autoptr (QtrPlan) changed = qtr_edit_set_term (two, id, "WHILST", "as", NULL);
  g_autoptr (QtrPlan) same = qtr_edit_set_term (changed, id, "WHILST", "as", NULL);
  g_autoptr (QtrPlan) moved = qtr_edit_reorder (changed, id, -1);
  g_autoptr (QtrPlan) removed = qtr_edit_remove_unused (moved, id, NULL);

  g_assert_true (same == changed);
  g_assert_cmpstr (((const QtrTerm *) qtr_list_get (changed->terms, 1))->use, ==, "as");
  g_assert_cmpstr (((const QtrTerm *) qtr_list_get (moved->terms, 0))->use, ==, "as");
  g_assert_cmpuint (qtr_list_length (removed->terms), ==, 1);
}

static void
test_set_logo (void)
{
  g_autoptr (GBytes) png = to_bytes (PNG);
  g_autoptr (GBytes) gif = to_bytes ("GIF89a");
  g_autoptr (QtrPlan) empty = qtr_plan_new ();
  g_autoptr (QtrPlan) with = qtr_edit_set_logo (empty, png, NULL);
  g_autoptr (QtrPlan) named = qtr_edit_set (with, with->record.id, "logo_text", "Us", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (QtrPlan) refused = qtr_edit_set_logo (named, gif, &error);
  g_autoptr (QtrPlan) without = qtr_edit_set_logo (named, NULL, NULL);

  g_assert_true (g_str_has_prefix (with->logo, "data:image/png;base64,iVBORw0KGgo"));
  g_assert_null (refused);
  g_assert_error (error, QTR_ERROR, QTR_ERROR_REFUSED);
  g_assert_true (qtr_record_equal (empty, without));
}

/* What signs the plan signs its style; a plan without one is digested as plans were before there were any. */
static void
test_signed (void)
{
  g_autoptr (QtrPlan) plan = qtr_plan_new ();
  static const char *const fields[] = { "accent", "logo", "logo_text" };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++) {
    g_autoptr (QtrPlan) styled = qtr_edit_set (plan, plan->record.id, fields[i], "x", NULL);
    g_autoptr (QtrPlan) bare = qtr_edit_set (styled, plan->record.id, fields[i], NULL, NULL);

    g_assert_cmpint (memcmp (qtr_record_digest (plan), qtr_record_digest (styled), QTR_DIGEST_SIZE), !=, 0);
    g_assert_cmpmem (qtr_record_digest (plan), QTR_DIGEST_SIZE, qtr_record_digest (bare), QTR_DIGEST_SIZE);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/house-style/logo-kinds", test_logo_kinds);
  g_test_add_func ("/house-style/logo-refusals", test_logo_refusals);
  g_test_add_func ("/house-style/logo-size", test_logo_size);
  g_test_add_func ("/house-style/terms", test_terms);
  g_test_add_func ("/house-style/change-terms", test_change_terms);
  g_test_add_func ("/house-style/set-logo", test_set_logo);
  g_test_add_func ("/house-style/signed", test_signed);

  return g_test_run ();
}
