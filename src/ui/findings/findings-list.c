/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/findings/findings-list.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "check/dismissal.h"
#include "ui/findings/findings-row.h"
#include "ui/findings/list-top.h"
#include "ui/findings/severity-words.h"

struct _QtrFindingsList {
  GtkWidget parent_instance;

  /* Owned. */
  GStrv words;
  GtkWidget *menu;

  /* The list that comes next is to begin with its first heading. */
  gboolean afresh;

  guint n_dismissed;

  /* Template children. */
  GtkWidget *filters;
  GtkToggleButton *all;
  GtkToggleButton *errors;
  GtkToggleButton *warnings;
  GtkToggleButton *notices;
  GtkToggleButton *dismissed;
  GtkLabel *error_count;
  GtkLabel *warning_count;
  GtkLabel *notice_count;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search;
  GtkStack *stack;
  AdwStatusPage *empty;
  GtkListView *view;
  GListStore *rows;
  GtkFilterListModel *filtered;
  GtkSortListModel *sorted;
  GtkSingleSelection *selection;
};

G_DEFINE_FINAL_TYPE (QtrFindingsList, qtr_findings_list, GTK_TYPE_WIDGET)

enum {
  SIGNAL_ACTIVATED,
  SIGNAL_FIX,
  SIGNAL_FIX_SIMILAR,
  SIGNAL_DISMISS,
  SIGNAL_RESTORE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* --- What is shown --- */

static int
compare_sections (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return qtr_findings_row_compare_sections (QTR_FINDINGS_ROW ((gpointer) a), QTR_FINDINGS_ROW ((gpointer) b));
}

/* The button that lets only findings of this severity through. */
static GtkToggleButton *
get_filter (QtrFindingsList *self, QtrSeverity severity)
{
  GtkToggleButton *const filters[] = { self->notices, self->warnings, self->errors };

  return filters[severity];
}

static gboolean
is_shown (gpointer item, gpointer user_data)
{
  QtrFindingsList *self = QTR_FINDINGS_LIST (user_data);
  QtrFindingsRow *row = QTR_FINDINGS_ROW (item);
  const QtrFinding *finding = qtr_findings_row_get_finding (row);
  QtrSeverity severity = finding->severity;

  if ((finding->dismissed != NULL) != gtk_toggle_button_get_active (self->dismissed))
    return FALSE;
  if (!gtk_toggle_button_get_active (self->all) &&
      !gtk_toggle_button_get_active (get_filter (self, severity)))
    return FALSE;

  return self->words == NULL || qtr_findings_row_has_words (row, (const char *const *) self->words);
}

static void
refresh_stack (QtrFindingsList *self)
{
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  gboolean any = n_rows > self->n_dismissed || gtk_toggle_button_get_active (self->dismissed);
  gboolean shown = g_list_model_get_n_items (G_LIST_MODEL (self->filtered)) > 0;

  gtk_widget_set_visible (self->filters, n_rows > 0);
  gtk_stack_set_visible_child_name (self->stack, shown ? "list" : any ? "filtered" : "empty");
}

static void
begin_at_top (QtrFindingsList *self)
{
  if (!self->afresh || !gtk_widget_get_mapped (GTK_WIDGET (self->view)))
    return;

  self->afresh = FALSE;
  qtr_list_view_begin_at_top (self->view);
}

static void
view_mapped_cb (QtrFindingsList *self)
{
  begin_at_top (self);
}

static void
refilter (QtrFindingsList *self)
{
  self->afresh = TRUE;
  gtk_filter_changed (gtk_filter_list_model_get_filter (self->filtered), GTK_FILTER_CHANGE_DIFFERENT);
  refresh_stack (self);
  begin_at_top (self);
}

static void
filter_toggled_cb (QtrFindingsList *self)
{
  refilter (self);
}

static void
search_changed_cb (QtrFindingsList *self)
{
  g_autofree char *folded = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search)), -1);

  g_clear_pointer (&self->words, g_strfreev);
  self->words = g_strsplit (folded, " ", -1);
  refilter (self);
}

static void
show_all_cb (QtrFindingsList *self)
{
  gtk_toggle_button_set_active (self->all, TRUE);
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
}

static void
show_count (QtrFindingsList *self, QtrSeverity severity, guint n_findings)
{
  GtkLabel *const labels[] = { self->notice_count, self->warning_count, self->error_count };
  GtkWidget *filter = GTK_WIDGET (get_filter (self, severity));
  g_autofree char *digits = g_strdup_printf ("%u", n_findings);
  g_autofree char *words = qtr_severity_count_to_words (severity, n_findings);

  if (g_str_equal (gtk_label_get_label (labels[severity]), digits))
    return;

  gtk_label_set_label (labels[severity], digits);
  gtk_widget_set_tooltip_text (filter, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (filter), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
show_counts (QtrFindingsList *self, GPtrArray *findings)
{
  for (int severity = QTR_SEVERITY_NOTICE; severity <= QTR_SEVERITY_ERROR; severity++)
    show_count (self, severity, findings == NULL ? 0 : qtr_findings_count (findings, severity));
}

/* Where nothing is dismissed, there is nothing to ask for. */
static void
show_dismissed (QtrFindingsList *self, GPtrArray *findings)
{
  g_autofree char *words = NULL;

  self->n_dismissed = 0;
  for (guint i = 0; findings != NULL && i < findings->len; i++)
    self->n_dismissed += ((const QtrFinding *) findings->pdata[i])->dismissed != NULL;
  words = g_strdup_printf (ngettext ("%u Dismissed Finding", "%u Dismissed Findings", self->n_dismissed),
                           self->n_dismissed);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->dismissed), words);
  if (self->n_dismissed == 0)
    gtk_toggle_button_set_active (self->dismissed, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->dismissed), self->n_dismissed > 0);
}

static char *
count_to_words_cb (gpointer header, QtrFindingsRow *row, guint n_items)
{
  return row == NULL ? g_strdup ("")
                     : qtr_severity_count_to_words (qtr_findings_row_get_finding (row)->severity, n_items);
}

/* --- What is done --- */

static void
emit_for (QtrFindingsList *self, guint signal, guint position)
{
  g_autoptr (QtrFindingsRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  g_autoptr (QtrFinding) finding = NULL;

  if (row == NULL)
    return;
  finding = qtr_finding_ref (qtr_findings_row_get_finding (row));
  g_signal_emit (self, signals[signal], 0, finding);
}

static QtrFindingsList *
get_list (GtkListItem *item)
{
  GtkWidget *list = gtk_widget_get_ancestor (gtk_list_item_get_child (item), QTR_TYPE_FINDINGS_LIST);

  return list == NULL ? NULL : QTR_FINDINGS_LIST (list);
}

/* One click goes there. A list that activates at one click would also select whatever the pointer passes. */
static void
row_released_cb (GtkListItem *item, int n_press)
{
  QtrFindingsList *list = get_list (item);

  if (n_press == 1 && list != NULL)
    emit_for (list, SIGNAL_ACTIVATED, gtk_list_item_get_position (item));
}

static void
row_fix_cb (GtkListItem *item)
{
  QtrFindingsList *list = get_list (item);

  if (list != NULL)
    emit_for (list, SIGNAL_FIX, gtk_list_item_get_position (item));
}

static void
row_restore_cb (GtkListItem *item)
{
  QtrFindingsList *list = get_list (item);

  if (list != NULL)
    emit_for (list, SIGNAL_RESTORE, gtk_list_item_get_position (item));
}

static void
view_activate_cb (QtrFindingsList *self, guint position)
{
  emit_for (self, SIGNAL_ACTIVATED, position);
}

/* The commands of the row's menu are about the row that is selected. */
static void
act_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  QtrFindingsList *self = QTR_FINDINGS_LIST (widget);
  guint position = gtk_single_selection_get_selected (self->selection);

  if (g_str_equal (action, "finding.go"))
    emit_for (self, SIGNAL_ACTIVATED, position);
  else if (g_str_equal (action, "finding.fix"))
    emit_for (self, SIGNAL_FIX, position);
  else if (g_str_equal (action, "finding.dismiss"))
    emit_for (self, SIGNAL_DISMISS, position);
  else if (g_str_equal (action, "finding.restore"))
    emit_for (self, SIGNAL_RESTORE, position);
  else
    emit_for (self, SIGNAL_FIX_SIMILAR, position);
}

/* --- The row's menu --- */

static void
pop_up_menu (QtrFindingsList *self, const GdkRectangle *place)
{
  QtrFindingsRow *row = gtk_single_selection_get_selected_item (self->selection);
  const QtrFinding *finding = row == NULL ? NULL : qtr_findings_row_get_finding (row);
  gboolean fixable = finding != NULL && finding->fix != NULL && finding->dismissed == NULL;

  if (finding == NULL)
    return;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "finding.dismiss",
                                 finding->dismissed == NULL && qtr_finding_can_be_dismissed (finding));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "finding.restore", finding->dismissed != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "finding.fix", fixable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "finding.fix-similar", fixable);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), place);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
row_menu_cb (GtkListItem *item, int n_press, double x, double y)
{
  QtrFindingsList *self = get_list (item);
  graphene_point_t point = GRAPHENE_POINT_INIT ((float) x, (float) y);

  if (self == NULL ||
      !gtk_widget_compute_point (gtk_list_item_get_child (item), GTK_WIDGET (self), &point, &point))
    return;

  gtk_single_selection_set_selected (self->selection, gtk_list_item_get_position (item));
  pop_up_menu (self, &(GdkRectangle) { (int) point.x, (int) point.y, 1, 1 });
}

/* By key it stands at the row that has the focus. */
static gboolean
menu_key_cb (GtkWidget *widget, GVariant *arguments, gpointer user_data)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  graphene_rect_t bounds;

  if (focus == NULL || !gtk_widget_compute_bounds (focus, widget, &bounds))
    return FALSE;

  pop_up_menu (
      QTR_FINDINGS_LIST (widget),
      &(GdkRectangle) { (int) bounds.origin.x + 24, (int) bounds.origin.y, 1, (int) bounds.size.height });
  return TRUE;
}

/* --- Findings --- */

/* The row that stood for the same finding. Both runs are in the plan's order, so the search goes on from
 * where the last one ended. */
static QtrFindingsRow *
find_row (QtrFindingsList *self, QtrFinding *finding, guint *next)
{
  GListModel *rows = G_LIST_MODEL (self->rows);
  guint n_rows = g_list_model_get_n_items (rows);

  for (guint i = *next; i < n_rows; i++) {
    g_autoptr (QtrFindingsRow) row = g_list_model_get_item (rows, i);

    if (qtr_findings_row_is_same (row, finding)) {
      *next = i + 1;
      return g_steal_pointer (&row);
    }
  }

  return NULL;
}

static GPtrArray *
make_rows (QtrFindingsList *self, GPtrArray *findings)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  guint next = 0;

  for (guint i = 0; findings != NULL && i < findings->len; i++) {
    QtrFinding *finding = findings->pdata[i];
    QtrFindingsRow *row = find_row (self, finding, &next);

    if (row == NULL)
      row = qtr_findings_row_new (finding);
    else
      qtr_findings_row_set_finding (row, finding);
    g_ptr_array_add (rows, row);
  }

  return rows;
}

static gboolean
stands_at (QtrFindingsList *self, guint position, gpointer row)
{
  g_autoptr (QtrFindingsRow) standing = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  return standing == row;
}

/* Touches only what differs between the first and the last difference, so that the view stays where it is. */
static void
replace_rows (QtrFindingsList *self, GPtrArray *rows)
{
  guint n_before = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  guint shorter = MIN (n_before, rows->len);
  guint head = 0;
  guint tail = 0;

  while (head < shorter && stands_at (self, head, rows->pdata[head]))
    head++;
  while (tail < shorter - head && stands_at (self, n_before - 1 - tail, rows->pdata[rows->len - 1 - tail]))
    tail++;
  /* An array without anything in it has no memory of its own to point into. */
  if (rows->len > 0)
    g_list_store_splice (self->rows, head, n_before - head - tail, rows->pdata + head,
                         rows->len - head - tail);
  else
    g_list_store_remove_all (self->rows);
}

static void
qtr_findings_list_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  QtrFindingsList *self = QTR_FINDINGS_LIST (widget);

  GTK_WIDGET_CLASS (qtr_findings_list_parent_class)->size_allocate (widget, width, height, baseline);
  gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
qtr_findings_list_dispose (GObject *object)
{
  QtrFindingsList *self = QTR_FINDINGS_LIST (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  /* Filtering what goes would ask buttons that are gone. */
  if (self->filtered != NULL)
    gtk_filter_list_model_set_filter (self->filtered, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), QTR_TYPE_FINDINGS_LIST);
  g_clear_pointer (&self->words, g_strfreev);

  G_OBJECT_CLASS (qtr_findings_list_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, QtrFindingsList, filters);
  gtk_widget_class_bind_template_child (widget_class, QtrFindingsList, all);
  gtk_widget_class_bind_template_child (widget_class, QtrFindingsList, errors);
  gtk_widget_class_bind_template_child (widget_class, QtrFindingsList, warnings);
  gtk_widget_class_bind_template_child (widget_class, QtrFindingsList, notices);
  gtk_widget_class_bind_template_child (widget_class, QtrFindingsList, dismissed);
  gtk_widget_class_bind_template_child (widget_class, QtrFindingsList, error_count);
  gtk_widget_class_bind_template_child (widget_class, QtrFindingsList, warning_count);
  gtk_widget_class_bind_template_child (widget_class, QtrFindingsList, notice_count);
  gtk_widget_class_bind_template_child (widget_class, QtrFindingsList, search_bar);
  gtk_widget_class_bind_template_child (widget_class, QtrFindingsList, search);
  gtk_widget_class_bind_template_child (widget_class, QtrFindingsList, stack);
  gtk_widget_class_bind_template_child (widget_class, QtrFindingsList, empty);
  gtk_widget_class_bind_template_child (widget_class, QtrFindingsList, view);
  gtk_widget_class_bind_template_child (widget_class, QtrFindingsList, rows);
  gtk_widget_class_bind_template_child (widget_class, QtrFindingsList, filtered);
  gtk_widget_class_bind_template_child (widget_class, QtrFindingsList, sorted);
  gtk_widget_class_bind_template_child (widget_class, QtrFindingsList, selection);
}

static void
bind_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, filter_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, count_to_words_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_released_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_fix_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_restore_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_menu_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_mapped_cb);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "finding.go", NULL, act_cb);
  gtk_widget_class_install_action (widget_class, "finding.fix", NULL, act_cb);
  gtk_widget_class_install_action (widget_class, "finding.fix-similar", NULL, act_cb);
  gtk_widget_class_install_action (widget_class, "finding.dismiss", NULL, act_cb);
  gtk_widget_class_install_action (widget_class, "finding.restore", NULL, act_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_key_cb, NULL);
}

static void
qtr_findings_list_class_init (QtrFindingsListClass *klass)
{
  static const char *const names[N_SIGNALS] = { "activated", "fix", "fix-similar", "dismiss", "restore" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = qtr_findings_list_dispose;
  widget_class->size_allocate = qtr_findings_list_size_allocate;

  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], QTR_TYPE_FINDINGS_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 1, G_TYPE_POINTER);

  g_type_ensure (QTR_TYPE_FINDINGS_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/quarterly/Quarterly/findings/findings-list.ui");
  bind_children (widget_class);
  bind_callbacks (widget_class);
  install_actions (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

/* One that is not there while it can do nothing. */
static void
append_possible (GMenu *menu, const char *label, const char *action)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  g_menu_item_set_attribute (item, "hidden-when", "s", "action-disabled");
  g_menu_append_item (menu, item);
}

static GtkWidget *
make_menu (void)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *popover = NULL;

  g_menu_append (menu, _ ("_Go to Its Place"), "finding.go");
  g_menu_append (menu, _ ("_Fix"), "finding.fix");
  g_menu_append (menu, _ ("Fix _All of This Kind"), "finding.fix-similar");
  append_possible (menu, _ ("_Dismiss…"), "finding.dismiss");
  append_possible (menu, _ ("_Restore"), "finding.restore");
  popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Actions for the finding"), -1);
  return popover;
}

static void
qtr_findings_list_init (QtrFindingsList *self)
{
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare_sections, NULL, NULL));
  g_autoptr (GtkFilter) filter = GTK_FILTER (gtk_custom_filter_new (is_shown, self, NULL));

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  gtk_sort_list_model_set_section_sorter (self->sorted, sorter);
  gtk_filter_list_model_set_filter (self->filtered, filter);
  self->menu = make_menu ();
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  show_counts (self, NULL);
  show_dismissed (self, NULL);
}

GtkWidget *
qtr_findings_list_new (void)
{
  return g_object_new (QTR_TYPE_FINDINGS_LIST, NULL);
}

void
qtr_findings_list_set_findings (QtrFindingsList *self, GPtrArray *findings)
{
  g_autoptr (GPtrArray) rows = NULL;

  g_return_if_fail (QTR_IS_FINDINGS_LIST (self));

  rows = make_rows (self, findings);
  self->afresh |= g_list_model_get_n_items (G_LIST_MODEL (self->rows)) == 0;
  replace_rows (self, rows);
  show_counts (self, findings);
  show_dismissed (self, findings);
  refresh_stack (self);
  begin_at_top (self);
}

void
qtr_findings_list_set_praise (QtrFindingsList *self, const char *praise)
{
  g_return_if_fail (QTR_IS_FINDINGS_LIST (self));

  adw_status_page_set_description (self->empty, praise);
}

GListModel *
qtr_findings_list_get_rows (QtrFindingsList *self)
{
  g_return_val_if_fail (QTR_IS_FINDINGS_LIST (self), NULL);

  return G_LIST_MODEL (self->selection);
}
