/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <gio/gio.h>

#include "export/exporter.h"

#include "office.h"
#include "packed.h"

/* What an office makes of the files that are written here. It is slow to start, and so is started once for
 * all files of a kind. */
struct _Office {
  char *folder;
};

Office *
office_new (void)
{
  Office *self = g_new0 (Office, 1);

  self->folder = g_dir_make_tmp ("office-XXXXXX", NULL);
  g_assert_nonnull (self->folder);
  return self;
}

void
office_free (Office *self)
{
  const char *const argv[] = { "rm", "-rf", self->folder, NULL };

  g_assert_true (
      g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL));
  g_free (self->folder);
  g_free (self);
}

void
office_add (Office *self, const char *name, const char *ending, const QtrPublication *publication)
{
  g_autofree char *file = g_strdup_printf ("%s/%s.%s", self->folder, name, ending);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = qtr_exporter_find (ending)->write (publication, &error);

  g_assert_no_error (error);
  g_file_set_contents (file, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
}

void
office_convert (Office *self, const char *ending, const char *to)
{
  static const char script[] = "exec soffice \"-env:UserInstallation=file://$1/profile\" --headless "
                               "--convert-to \"$3\" --outdir \"$1\" \"$1\"/*.\"$2\"";
  const char *const argv[] = { "sh", "-c", script, "sh", self->folder, ending, to, NULL };
  g_autoptr (GError) error = NULL;
  int status = 0;

  g_spawn_sync (NULL, (char **) argv, NULL,
                G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL,
                NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
}

GBytes *
office_get (Office *self, const char *name)
{
  g_autofree char *file = g_strdup_printf ("%s/%s", self->folder, name);
  g_autoptr (GError) error = NULL;
  char *content = NULL;
  gsize size = 0;

  g_file_get_contents (file, &content, &size, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (content, size);
}

/* --- What is said --- */

static void
append_line (GString *out, const char *text)
{
  g_auto (GStrv) words = g_regex_split_simple ("\\s+", text, 0, 0);

  for (char **word = words; *word != NULL; word++)
    if (**word != '\0')
      g_string_append_printf (out, " %s", *word);
  g_string_append_c (out, '\n');
}

static void
append_labelled (GString *out, const QtrNode *node, const char *separator)
{
  g_autofree char *line = g_strconcat (node->label != NULL ? node->label : "",
                                       node->label != NULL ? separator : "", node->text, NULL);

  append_line (out, line);
}

static void
append_rows (GString *out, const QtrTable *table)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < table->columns->len; i++)
    g_string_append_printf (line, " | %s", ((const QtrTableColumn *) table->columns->pdata[i])->title);
  g_string_append (out, "R");
  append_line (out, line->str);
  for (guint i = 0; i < table->rows->len; i++) {
    const GPtrArray *row = table->rows->pdata[i];

    g_string_truncate (line, 0);
    for (guint j = 0; j < row->len; j++)
      g_string_append_printf (line, " | %s", ((const QtrTableCell *) row->pdata[j])->text);
    g_string_append (out, "R");
    append_line (out, line->str);
  }
}

static int
heading_level (QtrNodeKind kind)
{
  if (kind == QTR_NODE_CHART)
    return 3;
  return kind == QTR_NODE_COMMITMENT || kind == QTR_NODE_FIGURES ? 2 : 1;
}

static void
append_node (GString *out, const QtrNode *node, int depth)
{
  gboolean is_bullet = node->kind == QTR_NODE_BULLET;

  if (node->kind == QTR_NODE_TABLE) {
    append_rows (out, node->table);
  } else if (is_bullet && (node->label != NULL || node->text != NULL)) {
    g_string_append_printf (out, "L%d", depth + 1);
    append_labelled (out, node, ": ");
  } else if (!is_bullet && node->kind != QTR_NODE_NOTE) {
    g_string_append_printf (out, "H%d", heading_level (node->kind));
    append_labelled (out, node, " ");
  }
  for (guint i = 0; i < node->children->len; i++)
    append_node (out, node->children->pdata[i], is_bullet ? depth + 1 : 0);
}

char *
office_outline_tree (const QtrPublication *publication)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < publication->nodes->len; i++)
    append_node (out, publication->nodes->pdata[i], 0);
  return g_string_free (out, FALSE);
}

static gboolean
is_named (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && g_str_equal ((const char *) node->name, name);
}

static void
append_cells (GString *out, const xmlNode *row)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (const xmlNode *cell = row->children; cell != NULL; cell = cell->next) {
    g_autofree char *text = is_named (cell, "table-cell") ? packed_get_text (cell) : NULL;

    if (text != NULL)
      g_string_append_printf (line, " | %s", text);
  }
  g_string_append (out, "R");
  append_line (out, line->str);
}

static void
append_element (GString *out, const xmlNode *node, int depth)
{
  g_autofree char *text = NULL;

  if (is_named (node, "h")) {
    xmlChar *level = xmlGetProp (node, (const xmlChar *) "outline-level");

    text = packed_get_text (node);
    g_string_append_printf (out, "H%s", (const char *) level);
    append_line (out, text);
    xmlFree (level);
  } else if (is_named (node, "p") && depth > 0) {
    text = packed_get_text (node);
    g_string_append_printf (out, "L%d", depth);
    append_line (out, text);
  } else if (is_named (node, "table-row")) {
    append_cells (out, node);
  } else if (!is_named (node, "p")) {
    for (const xmlNode *child = node->children; child != NULL; child = child->next)
      append_element (out, child, depth + is_named (node, "list"));
  }
}

static const xmlNode *
find_element (const xmlNode *node, const char *name)
{
  const xmlNode *found = is_named (node, name) ? node : NULL;

  for (const xmlNode *child = node->children; found == NULL && child != NULL; child = child->next)
    found = find_element (child, name);
  return found;
}

char *
office_outline_document (GBytes *bytes)
{
  g_autoptr (xmlDoc) document = packed_read_xml (bytes);
  const xmlNode *body = find_element (xmlDocGetRootElement (document), "body");
  GString *out = g_string_new (NULL);

  append_element (out, body, 0);
  return g_string_free (out, FALSE);
}

char *
office_get_words (GBytes *bytes)
{
  g_autoptr (xmlDoc) document = packed_read_xml (bytes);

  return packed_get_text (find_element (xmlDocGetRootElement (document), "body"));
}
