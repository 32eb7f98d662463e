/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/update/choice-popover.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/* How far an item stands in for each that it lies within. */
#define INDENT 18

/* One item of the list. The row belongs to the list. */
typedef struct {
  GtkWidget *row;
  char *value;
  char *label;
  char *folded;
  guint depth;
} Choice;

struct _QtrChoicePopover {
  GtkPopover parent_instance;

  /* Owned. */
  GPtrArray *choices;
  char *offer;

  /* Borrowed: what is chosen while nothing is typed, and the row that offers to add what was typed. */
  Choice *preset;
  GtkWidget *offer_row;
  GtkLabel *offer_label;

  /* Template children. */
  GtkLabel *title;
  GtkSearchEntry *search;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (QtrChoicePopover, qtr_choice_popover, GTK_TYPE_POPOVER)

enum {
  SIGNAL_CHOSEN,
  SIGNAL_WANTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
free_choice (gpointer data)
{
  Choice *choice = data;

  g_free (choice->value);
  g_free (choice->label);
  g_free (choice->folded);
  g_free (choice);
}

static GtkWidget *
make_row (GtkWidget *child, const char *words)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), child);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  return row;
}

static GtkWidget *
make_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
  gtk_widget_set_hexpand (label, TRUE);
  return label;
}

static GtkWidget *
make_choice_child (const char *text, const char *note, guint depth, gboolean current)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *mark = g_object_new (GTK_TYPE_IMAGE, "icon-name", "object-select-symbolic", "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_set_margin_start (box, (int) depth * INDENT);
  gtk_box_append (GTK_BOX (box), make_label (text));
  if (note != NULL) {
    GtkWidget *beside = gtk_label_new (note);

    gtk_widget_add_css_class (beside, "dimmed");
    gtk_box_append (GTK_BOX (box), beside);
  }
  /* It keeps its room where it is not seen, so that the notes stand below each other. */
  gtk_widget_set_opacity (mark, current ? 1 : 0);
  gtk_accessible_update_state (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_box_append (GTK_BOX (box), mark);
  return box;
}

static char *
describe_choice (const char *label, const char *note, gboolean current)
{
  GString *words = g_string_new (label);

  if (note != NULL)
    g_string_append_printf (words, ", %s", note);
  if (current)
    /* Translators: spoken after the item of a list that is chosen already. */
    g_string_append_printf (words, ", %s", _ ("chosen"));
  return g_string_free_and_steal (words);
}

void
qtr_choice_popover_add (QtrChoicePopover *self, const char *value, const char *label, const char *note,
                        guint depth, gboolean current)
{
  g_autofree char *words = describe_choice (label, note, current);
  Choice *choice = g_new0 (Choice, 1);

  g_return_if_fail (QTR_IS_CHOICE_POPOVER (self));

  choice->value = g_strdup (value);
  choice->label = g_strdup (label);
  choice->folded = g_utf8_casefold (label, -1);
  choice->depth = depth;
  choice->row = make_row (make_choice_child (label, note, depth, current), words);
  gtk_list_box_insert (self->list, choice->row, (int) self->choices->len);
  g_ptr_array_add (self->choices, choice);
  if (current || self->choices->len == 1)
    self->preset = choice;
  gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (self->preset->row));
}

static void
add_offer_row (QtrChoicePopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = make_label (NULL);

  gtk_box_append (GTK_BOX (box), g_object_new (GTK_TYPE_IMAGE, "icon-name", "list-add-symbolic",
                                               "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_box_append (GTK_BOX (box), label);
  self->offer_label = GTK_LABEL (label);
  self->offer_row = make_row (box, "");
  gtk_widget_set_visible (self->offer_row, FALSE);
  gtk_list_box_append (self->list, self->offer_row);
}

void
qtr_choice_popover_set_search (QtrChoicePopover *self, const char *placeholder, const char *offer)
{
  g_return_if_fail (QTR_IS_CHOICE_POPOVER (self));
  g_return_if_fail (!gtk_widget_get_visible (GTK_WIDGET (self->search)));

  g_set_str (&self->offer, offer);
  gtk_search_entry_set_placeholder_text (self->search, placeholder);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, placeholder,
                                  -1);
  gtk_widget_set_visible (GTK_WIDGET (self->search), TRUE);
  if (offer != NULL)
    add_offer_row (self);
}

/* Shows what matches, and what it lies within. Returns the first that matches best: by its beginning. */
static Choice *
filter (QtrChoicePopover *self, const char *folded)
{
  Choice *best = NULL;
  guint wanted = 0;

  for (guint i = self->choices->len; i > 0; i--) {
    Choice *choice = g_ptr_array_index (self->choices, i - 1);
    gboolean matches = strstr (choice->folded, folded) != NULL;
    gboolean shown = matches || choice->depth < wanted;

    gtk_widget_set_visible (choice->row, shown);
    wanted = shown ? choice->depth : wanted;
    if (matches && (best == NULL || g_str_has_prefix (choice->folded, folded) ||
                    !g_str_has_prefix (best->folded, folded)))
      best = choice;
  }

  return best;
}

static gboolean
has_choice (QtrChoicePopover *self, const char *folded)
{
  for (guint i = 0; i < self->choices->len; i++)
    if (g_str_equal (((Choice *) g_ptr_array_index (self->choices, i))->folded, folded))
      return TRUE;

  return FALSE;
}

static char *
get_typed (QtrChoicePopover *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search))));
}

static void
refresh_offer (QtrChoicePopover *self, const char *typed, gboolean offered)
{
  g_auto (GStrv) around = g_strsplit (self->offer, "%s", 2);
  g_autofree char *words = g_strjoinv (typed, around);

  gtk_label_set_label (self->offer_label, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->offer_row), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_set_visible (self->offer_row, offered);
}

static void
search (QtrChoicePopover *self)
{
  g_autofree char *typed = get_typed (self);
  g_autofree char *folded = g_utf8_casefold (typed, -1);
  gboolean offered = self->offer_row != NULL && *typed != '\0' && !has_choice (self, folded);
  Choice *best = filter (self, folded);

  if (self->offer_row != NULL)
    refresh_offer (self, typed, offered);
  if (*typed == '\0')
    best = self->preset;
  gtk_list_box_select_row (self->list,
                           best == NULL ? (GtkListBoxRow *) self->offer_row : GTK_LIST_BOX_ROW (best->row));
}

static void
search_changed_cb (QtrChoicePopover *self)
{
  /* It says so for the first time when it is shown, and where it is not to be, too. */
  if (gtk_widget_get_visible (GTK_WIDGET (self->search)))
    search (self);
}

static void
row_activated_cb (QtrChoicePopover *self, GtkListBoxRow *row)
{
  g_autoptr (QtrChoicePopover) kept = g_object_ref (self);

  gtk_popover_popdown (GTK_POPOVER (self));
  if (GTK_WIDGET (row) == self->offer_row) {
    g_autofree char *typed = get_typed (self);

    g_signal_emit (self, signals[SIGNAL_WANTED], 0, typed);
    return;
  }

  for (guint i = 0; i < self->choices->len; i++) {
    const Choice *choice = g_ptr_array_index (self->choices, i);

    if (choice->row == GTK_WIDGET (row))
      g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, choice->value);
  }
}

static void
search_activated_cb (QtrChoicePopover *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL && gtk_widget_get_visible (GTK_WIDGET (row)))
    row_activated_cb (self, row);
}

static void
focus_selected (QtrChoicePopover *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  gtk_widget_grab_focus (row == NULL ? GTK_WIDGET (self->list) : GTK_WIDGET (row));
}

/* From what was typed to what was found. */
static gboolean
search_key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state,
               gpointer user_data)
{
  GtkWidget *search = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  GtkWidget *self = gtk_widget_get_ancestor (search, QTR_TYPE_CHOICE_POPOVER);

  if (key != GDK_KEY_Down && key != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;

  focus_selected (QTR_CHOICE_POPOVER (self));
  return GDK_EVENT_STOP;
}

static void
map_cb (QtrChoicePopover *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->search)))
    gtk_widget_grab_focus (GTK_WIDGET (self->search));
  else
    focus_selected (self);
}

static void
qtr_choice_popover_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), QTR_TYPE_CHOICE_POPOVER);

  G_OBJECT_CLASS (qtr_choice_popover_parent_class)->dispose (object);
}

static void
qtr_choice_popover_finalize (GObject *object)
{
  QtrChoicePopover *self = QTR_CHOICE_POPOVER (object);

  g_ptr_array_unref (self->choices);
  g_free (self->offer);

  G_OBJECT_CLASS (qtr_choice_popover_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quarterly/Quarterly/update/choice-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, QtrChoicePopover, title);
  gtk_widget_class_bind_template_child (widget_class, QtrChoicePopover, search);
  gtk_widget_class_bind_template_child (widget_class, QtrChoicePopover, list);
  gtk_widget_class_bind_template_callback (widget_class, map_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, gtk_popover_popdown);
}

static void
qtr_choice_popover_class_init (QtrChoicePopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = qtr_choice_popover_dispose;
  G_OBJECT_CLASS (klass)->finalize = qtr_choice_popover_finalize;
  bind_template (GTK_WIDGET_CLASS (klass));

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", QTR_TYPE_CHOICE_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_WANTED] = g_signal_new ("wanted", QTR_TYPE_CHOICE_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
qtr_choice_popover_init (QtrChoicePopover *self)
{
  self->choices = g_ptr_array_new_with_free_func (free_choice);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
qtr_choice_popover_new (const char *title)
{
  QtrChoicePopover *self = g_object_new (QTR_TYPE_CHOICE_POPOVER, NULL);

  gtk_label_set_label (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  return GTK_WIDGET (self);
}
