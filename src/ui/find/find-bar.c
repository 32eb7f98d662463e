/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/find/find-bar.h"

#include <glib/gi18n-lib.h>

struct _QtrFindBar {
  AdwBin parent_instance;

  gboolean searching;
  gboolean replacing;

  /* Template children. */
  GtkWidget *find_entry;
  GtkText *find_text;
  GtkLabel *count;
  GtkText *replacement;
};

G_DEFINE_FINAL_TYPE (QtrFindBar, qtr_find_bar, ADW_TYPE_BIN)

enum {
  PROP_SEARCHING = 1,
  PROP_REPLACING,
  N_PROPERTIES,
};

enum {
  SIGNAL_TEXT_CHANGED,
  SIGNAL_LEFT,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

static void
set_searching (QtrFindBar *self, gboolean searching)
{
  if (self->searching == searching)
    return;

  self->searching = searching;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCHING]);
  g_signal_emit (self, signals[SIGNAL_TEXT_CHANGED], 0);
}

static void
set_replacing (QtrFindBar *self, gboolean replacing)
{
  if (self->replacing == replacing)
    return;

  self->replacing = replacing;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REPLACING]);
}

void
qtr_find_bar_start (QtrFindBar *self, gboolean replacing, const char *text)
{
  g_return_if_fail (QTR_IS_FIND_BAR (self));

  set_replacing (self, replacing);
  if (text != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->find_text), text);
  set_searching (self, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->find_text));
}

const char *
qtr_find_bar_get_text (QtrFindBar *self)
{
  g_return_val_if_fail (QTR_IS_FIND_BAR (self), NULL);

  return self->searching ? gtk_editable_get_text (GTK_EDITABLE (self->find_text)) : "";
}

const char *
qtr_find_bar_get_replacement (QtrFindBar *self)
{
  g_return_val_if_fail (QTR_IS_FIND_BAR (self), NULL);

  return gtk_editable_get_text (GTK_EDITABLE (self->replacement));
}

gboolean
qtr_find_bar_get_searching (QtrFindBar *self)
{
  g_return_val_if_fail (QTR_IS_FIND_BAR (self), FALSE);

  return self->searching;
}

static char *
say_count (QtrFindBar *self, guint position, guint n_matches)
{
  if (*qtr_find_bar_get_text (self) == '\0')
    return g_strdup ("");
  if (n_matches == 0)
    return g_strdup (_ ("No matches"));
  if (position == 0)
    return g_strdup_printf (ngettext ("%u match", "%u matches", n_matches), n_matches);

  /* Translators: which of the matches of a search is selected, as in "3 of 12". */
  return g_strdup_printf (_ ("%u of %u"), position, n_matches);
}

/* What is not found is said in words, and shown as other entries show what is wrong. */
static void
show_whether_found (QtrFindBar *self, gboolean found)
{
  if (found)
    gtk_widget_remove_css_class (self->find_entry, "error");
  else
    gtk_widget_add_css_class (self->find_entry, "error");
}

void
qtr_find_bar_set_count (QtrFindBar *self, guint position, guint n_matches)
{
  g_autofree char *words = NULL;

  g_return_if_fail (QTR_IS_FIND_BAR (self));

  words = say_count (self, position, n_matches);
  if (!g_str_equal (words, gtk_label_get_label (self->count)))
    gtk_label_set_label (self->count, words);
  show_whether_found (self, n_matches > 0 || *qtr_find_bar_get_text (self) == '\0');
}

void
qtr_find_bar_announce (QtrFindBar *self)
{
  const char *words = NULL;

  g_return_if_fail (QTR_IS_FIND_BAR (self));

  words = gtk_label_get_label (self->count);
  if (*words != '\0')
    gtk_accessible_announce (GTK_ACCESSIBLE (self), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
text_changed_cb (QtrFindBar *self)
{
  g_signal_emit (self, signals[SIGNAL_TEXT_CHANGED], 0);
}

static void
find_activated_cb (QtrFindBar *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.find-next", NULL);
}

static void
replacement_activated_cb (QtrFindBar *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.replace-match", NULL);
}

static void
leave (QtrFindBar *self)
{
  set_searching (self, FALSE);
  g_signal_emit (self, signals[SIGNAL_LEFT], 0);
}

static void
close_clicked_cb (QtrFindBar *self)
{
  leave (self);
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  g_assert (QTR_IS_FIND_BAR (widget));

  leave (QTR_FIND_BAR (widget));
  return GDK_EVENT_STOP;
}

static void
qtr_find_bar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  QtrFindBar *self = QTR_FIND_BAR (object);

  switch (id) {
  case PROP_SEARCHING:
    g_value_set_boolean (value, self->searching);
    break;
  case PROP_REPLACING:
    g_value_set_boolean (value, self->replacing);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qtr_find_bar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  QtrFindBar *self = QTR_FIND_BAR (object);

  switch (id) {
  case PROP_SEARCHING:
    set_searching (self, g_value_get_boolean (value));
    break;
  case PROP_REPLACING:
    set_replacing (self, g_value_get_boolean (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
qtr_find_bar_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), QTR_TYPE_FIND_BAR);

  G_OBJECT_CLASS (qtr_find_bar_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  properties[PROP_SEARCHING] = g_param_spec_boolean ("searching", NULL, NULL, FALSE, flags);
  properties[PROP_REPLACING] = g_param_spec_boolean ("replacing", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
qtr_find_bar_class_init (QtrFindBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = qtr_find_bar_get_property;
  object_class->set_property = qtr_find_bar_set_property;
  object_class->dispose = qtr_find_bar_dispose;
  install_properties (object_class);
  signals[SIGNAL_TEXT_CHANGED] = g_signal_new ("text-changed", QTR_TYPE_FIND_BAR, G_SIGNAL_RUN_LAST, 0, NULL,
                                               NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_LEFT] =
      g_signal_new ("left", QTR_TYPE_FIND_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quarterly/Quarterly/find/find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, QtrFindBar, find_entry);
  gtk_widget_class_bind_template_child (widget_class, QtrFindBar, find_text);
  gtk_widget_class_bind_template_child (widget_class, QtrFindBar, count);
  gtk_widget_class_bind_template_child (widget_class, QtrFindBar, replacement);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, find_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, replacement_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_clicked_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_SHIFT_MASK, "win.find-previous",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_SHIFT_MASK, "win.find-previous",
                                       NULL);
}

static void
qtr_find_bar_init (QtrFindBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
