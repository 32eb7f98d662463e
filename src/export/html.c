/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "export/export-resource.h"

#include "export/exporter.h"
#include "export/html-private.h"

#define STYLE_PATH "/io/github/quarterly/Quarterly/export/html.css"

void
qtr_html_append_text (GString *out, const char *text)
{
  g_autofree char *escaped = text != NULL ? g_markup_escape_text (text, -1) : NULL;

  if (escaped != NULL)
    g_string_append (out, escaped);
}

void
qtr_html_append_element (GString *out, const char *start, const char *text, const char *end)
{
  if (text == NULL || *text == '\0')
    return;
  g_string_append (out, start);
  qtr_html_append_text (out, text);
  g_string_append (out, end);
}

static void
append_palette (GString *out, const char *condition, QtrChartPaletteId palette)
{
  g_autofree char *rules = qtr_chart_palette_to_css (palette);

  g_string_append_printf (out, "@media %s {\n%s}\n", condition, rules);
}

/* The grounds that text stands on are the paper and, a little nearer to the text, the bands of the style
 * sheet: what can be read on these can be read on the paper. */
static const struct {
  const char *condition;
  QtrColour band;
} schemes[] = {
  { "all", { 0xf3, 0xf5, 0xf6 } },
  { "screen and (prefers-color-scheme: dark)", { 0x29, 0x2b, 0x2d } },
};

/* The plan's own colour, in the nearest shade that can be read. */
static void
append_accent (GString *out, const char *accent)
{
  QtrColour colour;

  if (!qtr_colour_parse (accent, &colour))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++) {
    QtrColour shade = qtr_colour_reach_contrast (colour, schemes[i].band, QTR_CONTRAST_TEXT);
    g_autofree char *text = qtr_colour_to_string (shade);

    g_string_append_printf (out, "@media %s {\n:root{--accent:%s;--link:%s}\n}\n", schemes[i].condition, text,
                            text);
  }
}

/* The style sheet comes first, then the colours of the charts, in the same cases as its own. */
static void
append_style (GString *out, const QtrPublication *publication)
{
  g_autoptr (GBytes) style = g_resource_lookup_data (qtr_export_resource_get_resource (), STYLE_PATH,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  gsize size;
  const char *text = g_bytes_get_data (style, &size);

  g_string_append (out, "<style>\n");
  g_string_append_len (out, text, (gssize) size);
  append_palette (out, "all", QTR_CHART_PALETTE_LIGHT);
  append_palette (out, "all and (prefers-contrast: more)", QTR_CHART_PALETTE_HIGH_CONTRAST);
  append_palette (out, "screen and (prefers-color-scheme: dark)", QTR_CHART_PALETTE_DARK);
  append_palette (out, "screen and (prefers-color-scheme: dark) and (prefers-contrast: more)",
                  QTR_CHART_PALETTE_HIGH_CONTRAST_DARK);
  append_accent (out, publication->accent);
  g_string_append (out, "</style>\n");
}

static void
append_head (GString *out, const QtrPublication *publication)
{
  g_autofree char *title = qtr_publication_get_full_title (publication);

  g_string_append (out, "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\"/>\n"
                        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
                        "<meta name=\"color-scheme\" content=\"light dark\"/>\n<title>");
  if (publication->draft != NULL)
    g_string_append_printf (out, "%s – ", _ ("DRAFT"));
  qtr_html_append_text (out, title);
  g_string_append (out, " – ");
  qtr_html_append_text (out, publication->kind);
  g_string_append (out, ", ");
  qtr_html_append_text (out, publication->quarter);
  g_string_append (out, "</title>\n");
  append_style (out, publication);
  g_string_append (out, "</head>\n");
}

/* On paper this stands at the head and the foot of every page: the style sheet fixes it there. */
static void
append_running (GString *out, const QtrPublication *publication, const char *place)
{
  g_autofree char *marking = publication->marking != NULL ? g_utf8_strup (publication->marking, -1) : NULL;

  g_string_append_printf (out, "<div class=\"running %s\">\n", place);
  qtr_html_append_element (out, "<p class=\"marking\">", marking, "</p>\n");
  qtr_html_append_element (out, "<p class=\"draft\">", publication->draft, "</p>\n");
  g_string_append (out, "</div>\n");
}

/* As an image and not as markup: a drawing's scripts do not run there, nor does it load anything. */
static void
append_logo (GString *out, const QtrPublication *publication)
{
  if (publication->logo == NULL)
    return;

  g_string_append (out, "<p><img class=\"logo\" src=\"");
  qtr_html_append_text (out, publication->logo);
  g_string_append (out, "\" alt=\"");
  qtr_html_append_text (out, publication->logo_text);
  g_string_append (out, "\"/></p>\n");
}

static void
append_cover (GString *out, const QtrPublication *publication)
{
  g_autofree char *title = qtr_publication_get_full_title (publication);
  g_autofree char *imprint = qtr_publication_get_imprint (publication, " · ");
  g_autofree char *data_to =
      publication->data_to != NULL ? g_strdup_printf (_ ("Data to %s"), publication->data_to) : NULL;

  append_logo (out, publication);
  g_string_append (out, "<div class=\"cover\">\n");
  qtr_html_append_element (out, "<p class=\"body\" dir=\"auto\">", publication->body, "</p>\n");
  g_string_append (out, "<h1>");
  qtr_html_append_element (out, "<span class=\"title\" dir=\"auto\">", title, "</span> ");
  qtr_html_append_element (out, "<span class=\"kind\">", publication->kind, "</span>");
  g_string_append (out, "</h1>\n");
  qtr_html_append_element (out, "<p class=\"quarter\">", publication->quarter, "</p>\n");
  qtr_html_append_element (out, "<p>", data_to, "</p>\n");
  qtr_html_append_element (out, "<p class=\"imprint\" dir=\"auto\">", imprint, "</p>\n");
  g_string_append (out, "</div>\n");
}

static void
append_contents (GString *out, const QtrPublication *publication)
{
  g_string_append (out, "<nav class=\"contents\" aria-labelledby=\"contents\">\n");
  qtr_html_append_element (out, "<h2 id=\"contents\">", _ ("Contents"), "</h2>\n<ul>\n");
  for (guint i = 0; i < publication->nodes->len; i++) {
    const QtrNode *node = publication->nodes->pdata[i];

    if (node->anchor == NULL)
      continue;
    g_string_append_printf (out, "<li><a href=\"#%s\" dir=\"auto\">", node->anchor);
    qtr_html_append_text (out, node->text);
    g_string_append (out, "</a></li>\n");
  }
  g_string_append (out, "</ul>\n</nav>\n");
}

static gboolean
has_contents (const QtrPublication *publication)
{
  for (guint i = 0; i < publication->nodes->len; i++)
    if (((const QtrNode *) publication->nodes->pdata[i])->anchor != NULL)
      return TRUE;
  return FALSE;
}

static GBytes *
html_write (const QtrPublication *publication, GError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);

  append_head (out, publication);
  g_string_append (out, "<body>\n");
  qtr_html_append_element (out, "<a class=\"skip\" href=\"#main\">", _ ("Skip to the update"), "</a>\n");
  g_string_append (out, "<div class=\"document\">\n<header>\n");
  append_running (out, publication, "top");
  append_cover (out, publication);
  g_string_append (out, "</header>\n");
  if (has_contents (publication))
    append_contents (out, publication);
  g_string_append (out, "<main id=\"main\" tabindex=\"-1\">\n");
  if (!qtr_html_append_nodes (out, publication->nodes, error))
    return NULL;
  g_string_append (out, "</main>\n<footer>\n");
  append_running (out, publication, "bottom");
  g_string_append (out, "</footer>\n</div>\n</body>\n</html>\n");
  return g_string_free_to_bytes (g_steal_pointer (&out));
}

const QtrExporter qtr_html_exporter = { "html", N_ ("Web page"), html_write };
