/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/recovery/recovered-row.h"

#include <glib/gi18n-lib.h>

#include "ui/recovery/sentence-label.h"
#include "ui/window/recent-row.h"

/* Enough to know one's work by; the rest is a click away. */
#define SENTENCES_SHOWN 3

struct _QtrRecoveredRow {
  AdwPreferencesRow parent_instance;

  /* Owned. */
  QtrRecovered *recovered;

  gboolean discarded;

  /* Template children. */
  GtkLabel *facts;
  GtkBox *sentences;
  GtkLabel *note;
  GtkButton *open_button;
  GtkButton *compare_button;
  GtkButton *discard_button;
  GtkButton *keep_button;
};

G_DEFINE_FINAL_TYPE (QtrRecoveredRow, qtr_recovered_row, ADW_TYPE_PREFERENCES_ROW)

enum {
  PROP_DISCARDED = 1,
  N_PROPERTIES,
};

enum {
  SIGNAL_OPEN_CHOSEN,
  SIGNAL_COMPARE_CHOSEN,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

/* --- In words --- */

static char *
describe_time (gint64 time)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc_usec (time);
  g_autoptr (GDateTime) then = g_date_time_to_local (utc);
  g_autofree char *day = qtr_recent_row_describe_time (time, now);
  /* Translators: a time of the day, for g_date_time_format (): 14:32. */
  g_autofree char *clock = g_date_time_format (then, _ ("%H:%M"));

  /* Translators: a day in words and a time of that day: "Today, 14:32". */
  return g_strdup_printf (_ ("%s, %s"), day, clock);
}

static char *
describe_extent (QtrRecovered *recovered)
{
  guint n_changes = qtr_recovered_count_changes (recovered);

  if (qtr_recovered_get_error (recovered) != NULL)
    return g_strdup (_ ("cannot be read"));
  if (qtr_recovered_get_file (recovered) == NULL)
    return g_strdup (_ ("never saved"));

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u change", "%u changes", n_changes), n_changes);
}

static char *
describe_facts (QtrRecovered *recovered)
{
  GFile *file = qtr_recovered_get_file (recovered);
  g_autofree char *name = file == NULL ? NULL : g_file_get_basename (file);
  g_autofree char *when = describe_time (qtr_recovered_get_time (recovered));
  g_autofree char *extent = describe_extent (recovered);

  if (name == NULL)
    /* Translators: when a plan was written, and how much of it no file has: "Today, 14:32 · never saved". */
    return g_strdup_printf (_ ("%s · %s"), when, extent);
  /* Translators: a file's name, when the plan was written, and how much of it the file does not have:
   * "plan.quarterly · Today, 14:32 · 3 changes". */
  return g_strdup_printf (_ ("%s · %s · %s"), name, when, extent);
}

static char *
describe_note (QtrRecovered *recovered)
{
  const GError *error = qtr_recovered_get_error (recovered);

  if (error != NULL)
    /* Translators: with a sentence that names a file and says what is wrong with it. */
    return g_strdup_printf (_ ("It stays where it is until you discard it. %s"), error->message);
  if (qtr_recovered_has_newer_file (recovered))
    return g_strdup (_ ("The file has been changed since. Opening brings both together."));

  return g_strdup ("");
}

/* --- What is shown --- */

static void
add_sentence (QtrRecoveredRow *self, const char *sentence)
{
  GtkWidget *label = gtk_label_new (NULL);

  qtr_sentence_label_show (GTK_LABEL (label), sentence);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "caption");
  gtk_box_append (self->sentences, label);
}

/* What is seen on it stands before any other name as long as it is referred to. */
static void
name_button (GtkButton *button, char *name)
{
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_free (name);
}

/* Of several rows with the same buttons, each says which plan it is about. */
static void
name_buttons (QtrRecoveredRow *self, const char *title)
{
  /* Translators: a button, with a plan's title. */
  name_button (self->open_button, g_strdup_printf (_ ("Open “%s”"), title));
  /* Translators: a button, with a plan's title. */
  name_button (self->compare_button, g_strdup_printf (_ ("Compare “%s”"), title));
  /* Translators: a button, with a plan's title. */
  name_button (self->discard_button, g_strdup_printf (_ ("Discard “%s”"), title));
  /* Translators: a button, with a plan's title. */
  name_button (self->keep_button, g_strdup_printf (_ ("Keep “%s”"), title));
}

static void
show_recovered (QtrRecoveredRow *self, QtrRecovered *recovered)
{
  const char *const *sentences = qtr_recovered_get_sentences (recovered);
  const char *title = qtr_recovered_get_title (recovered);
  g_autofree char *facts = describe_facts (recovered);
  g_autofree char *note = describe_note (recovered);
  gboolean readable = qtr_recovered_get_error (recovered) == NULL;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_label_set_text (self->facts, facts);
  gtk_label_set_text (self->note, note);
  gtk_widget_set_visible (GTK_WIDGET (self->note), note[0] != '\0');
  gtk_widget_set_visible (GTK_WIDGET (self->sentences), readable);
  gtk_widget_set_visible (GTK_WIDGET (self->open_button), readable);
  gtk_widget_set_visible (GTK_WIDGET (self->compare_button), readable);
  name_buttons (self, title);
  for (guint i = 0; i < SENTENCES_SHOWN && sentences != NULL && sentences[i] != NULL; i++)
    add_sentence (self, sentences[i]);
}

/* --- What is done --- */

static void
open_clicked_cb (QtrRecoveredRow *self)
{
  g_signal_emit (self, signals[SIGNAL_OPEN_CHOSEN], 0);
}

static void
compare_clicked_cb (QtrRecoveredRow *self)
{
  g_signal_emit (self, signals[SIGNAL_COMPARE_CHOSEN], 0);
}

static void
set_discarded (QtrRecoveredRow *self, gboolean discarded)
{
  if (self->discarded == discarded)
    return;

  self->discarded = discarded;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DISCARDED]);
  /* The button that was pressed goes, and the focus is not to be lost with it. */
  gtk_widget_grab_focus (GTK_WIDGET (discarded ? self->keep_button : self->discard_button));
}

static void
discard_clicked_cb (QtrRecoveredRow *self)
{
  set_discarded (self, TRUE);
}

static void
keep_clicked_cb (QtrRecoveredRow *self)
{
  set_discarded (self, FALSE);
}

static char *
stack_page_cb (QtrRecoveredRow *self, gboolean discarded)
{
  return g_strdup (discarded ? "discarded" : "found");
}

/* --- Life --- */

static void
qtr_recovered_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_DISCARDED:
    g_value_set_boolean (value, QTR_RECOVERED_ROW (object)->discarded);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qtr_recovered_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), QTR_TYPE_RECOVERED_ROW);
  g_clear_object (&QTR_RECOVERED_ROW (object)->recovered);

  G_OBJECT_CLASS (qtr_recovered_row_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quarterly/Quarterly/recovery/recovered-row.ui");
  gtk_widget_class_bind_template_child (widget_class, QtrRecoveredRow, facts);
  gtk_widget_class_bind_template_child (widget_class, QtrRecoveredRow, sentences);
  gtk_widget_class_bind_template_child (widget_class, QtrRecoveredRow, note);
  gtk_widget_class_bind_template_child (widget_class, QtrRecoveredRow, open_button);
  gtk_widget_class_bind_template_child (widget_class, QtrRecoveredRow, compare_button);
  gtk_widget_class_bind_template_child (widget_class, QtrRecoveredRow, discard_button);
  gtk_widget_class_bind_template_child (widget_class, QtrRecoveredRow, keep_button);
  gtk_widget_class_bind_template_callback (widget_class, open_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, compare_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, discard_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, keep_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, stack_page_cb);
}

static void
qtr_recovered_row_class_init (QtrRecoveredRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = qtr_recovered_row_get_property;
  object_class->dispose = qtr_recovered_row_dispose;

  properties[PROP_DISCARDED] = g_param_spec_boolean (
      "discarded", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  signals[SIGNAL_OPEN_CHOSEN] = g_signal_new ("open-chosen", QTR_TYPE_RECOVERED_ROW, G_SIGNAL_RUN_LAST, 0,
                                              NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_COMPARE_CHOSEN] = g_signal_new ("compare-chosen", QTR_TYPE_RECOVERED_ROW, G_SIGNAL_RUN_LAST,
                                                 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
qtr_recovered_row_init (QtrRecoveredRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
qtr_recovered_row_new (QtrRecovered *recovered)
{
  QtrRecoveredRow *self = g_object_new (QTR_TYPE_RECOVERED_ROW, NULL);

  self->recovered = g_object_ref (recovered);
  show_recovered (self, recovered);
  return GTK_WIDGET (self);
}

QtrRecovered *
qtr_recovered_row_get_recovered (QtrRecoveredRow *self)
{
  g_return_val_if_fail (QTR_IS_RECOVERED_ROW (self), NULL);

  return self->recovered;
}

gboolean
qtr_recovered_row_get_discarded (QtrRecoveredRow *self)
{
  g_return_val_if_fail (QTR_IS_RECOVERED_ROW (self), FALSE);

  return self->discarded;
}
