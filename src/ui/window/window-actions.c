/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/window/window-commands.h"

#include <glib/gi18n-lib.h>

#include "ui/window/shortcuts-dialog.h"
#include "ui/window/window-private.h"

static void
close_window (QtrWindow *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static QtrApplication *
get_application (QtrWindow *self)
{
  return QTR_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
}

static void
open_window (QtrWindow *self)
{
  gtk_window_present (GTK_WINDOW (qtr_window_new (get_application (self))));
}

static void
quit (QtrWindow *self)
{
  qtr_application_quit (get_application (self));
}

static void
indent (QtrWindow *self)
{
  qtr_priority_page_indent (self->priority_page);
}

static void
outdent (QtrWindow *self)
{
  qtr_priority_page_outdent (self->priority_page);
}

static void
move_up (QtrWindow *self)
{
  qtr_priority_page_move_up (self->priority_page);
}

static void
move_down (QtrWindow *self)
{
  qtr_priority_page_move_down (self->priority_page);
}

static void
show_shortcuts (QtrWindow *self)
{
  adw_dialog_present (qtr_shortcuts_dialog_new (), GTK_WIDGET (self));
}

#define NOTHING QTR_COMMAND_NEEDS_NOTHING
#define PLAN QTR_COMMAND_NEEDS_PLAN
#define UPDATE QTR_COMMAND_NEEDS_UPDATE
#define PRIORITIES QTR_COMMAND_NEEDS_PRIORITIES
#define PAGE QTR_COMMAND_NEEDS_PAGE
#define SECTION QTR_COMMAND_NEEDS_SECTION
#define EDITABLE QTR_COMMAND_NEEDS_EDITABLE
#define WRITABLE (QTR_COMMAND_NEEDS_EDITABLE | QTR_COMMAND_NEEDS_WRITABLE)

/* clang-format off: one command a line. */
static const QtrCommand commands[] = {
  { "new", qtr_window_new_plan, NOTHING, { "<Control>n" }, NULL, QTR_COMMANDS_PLAN, N_ ("New Plan") },
  { "new-quarter",
    qtr_window_new_quarter,
    PLAN | EDITABLE,
    { NULL },
    NULL,
    QTR_COMMANDS_PLAN,
    N_ ("Start the Next Quarter") },
  { "new-empty-quarter",
    qtr_window_new_empty_quarter,
    PLAN | EDITABLE,
    { NULL },
    NULL,
    QTR_COMMANDS_PLAN,
    N_ ("Start the Next Quarter Without Text") },
  { "open", qtr_window_choose_file, NOTHING, { "<Control>o" }, NULL, QTR_COMMANDS_PLAN, N_ ("Open a Plan") },
  { "open-recent",
    qtr_window_choose_recent,
    NOTHING,
    { "<Control><Shift>o" },
    NULL,
    QTR_COMMANDS_PLAN,
    N_ ("Open a Recent Plan") },
  { "open-example",
    qtr_window_open_example,
    NOTHING,
    { NULL },
    NULL,
    QTR_COMMANDS_PLAN,
    N_ ("Look at the Example") },
  { "recover", qtr_window_recover, NOTHING, { NULL }, NULL, QTR_COMMANDS_PLAN, N_ ("Recover Unsaved Work") },
  { "import",
    qtr_window_import,
    EDITABLE,
    { "<Control>i" },
    NULL,
    QTR_COMMANDS_PLAN,
    N_ ("Import a Report or Table") },
  { "import-clipboard",
    qtr_window_import_clipboard,
    PLAN | EDITABLE,
    { NULL },
    NULL,
    QTR_COMMANDS_PLAN,
    N_ ("Import a Table From the Clipboard") },
  { "save",
    qtr_window_save,
    QTR_COMMAND_NEEDS_CHANGES,
    { "<Control>s" },
    NULL,
    QTR_COMMANDS_PLAN,
    N_ ("Save") },
  { "save-as",
    qtr_window_save_as,
    PLAN | EDITABLE,
    { "<Control><Shift>s" },
    NULL,
    QTR_COMMANDS_PLAN,
    N_ ("Save As") },
  { "show-notes",
    qtr_window_show_notes,
    PLAN,
    { NULL },
    NULL,
    QTR_COMMANDS_PLAN,
    N_ ("Show References That Lead Nowhere") },
  { "publish",
    qtr_window_publish,
    UPDATE | WRITABLE,
    { NULL },
    NULL,
    QTR_COMMANDS_PLAN,
    N_ ("Publish the Update") },
  { "take-back",
    qtr_window_take_back,
    QTR_COMMAND_NEEDS_PUBLISHED | EDITABLE,
    { NULL },
    NULL,
    QTR_COMMANDS_PLAN,
    N_ ("Take the Published Update Back") },
  { "export",
    qtr_window_export,
    UPDATE,
    { "<Control>e" },
    NULL,
    QTR_COMMANDS_PLAN,
    N_ ("Export the Update") },
  { "export-draft",
    qtr_window_export_draft,
    UPDATE,
    { "<Control><Shift>e" },
    NULL,
    QTR_COMMANDS_PLAN,
    N_ ("Export a Draft") },
  { "new-window", open_window, NOTHING, { "<Control><Shift>n" }, NULL, QTR_COMMANDS_PLAN, N_ ("New Window") },
  { "close", close_window, NOTHING, { "<Control>w" }, NULL, QTR_COMMANDS_PLAN, N_ ("Close the Window") },
  { "quit", quit, NOTHING, { "<Control>q" }, NULL, QTR_COMMANDS_PLAN, N_ ("Close All Windows") },
  { "undo",
    qtr_window_undo,
    QTR_COMMAND_NEEDS_UNDO,
    { "<Control>z" },
    NULL,
    QTR_COMMANDS_WRITING,
    N_ ("Undo") },
  { "redo",
    qtr_window_redo,
    QTR_COMMAND_NEEDS_REDO,
    { "<Control><Shift>z", "<Control>y" },
    NULL,
    QTR_COMMANDS_WRITING,
    N_ ("Redo") },
  { "find", qtr_window_find, UPDATE, { "<Control>f" }, NULL, QTR_COMMANDS_WRITING, N_ ("Find") },
  { "find-next",
    qtr_window_find_next,
    UPDATE,
    { "<Control>g" },
    NULL,
    QTR_COMMANDS_WRITING,
    N_ ("Next Match") },
  { "find-previous",
    qtr_window_find_previous,
    UPDATE,
    { "<Control><Shift>g" },
    NULL,
    QTR_COMMANDS_WRITING,
    N_ ("Previous Match") },
  { "find-match-case",
    qtr_window_toggle_match_case,
    UPDATE,
    { NULL },
    NULL,
    QTR_COMMANDS_WRITING,
    N_ ("Match Case"),
    TRUE },
  { "find-whole-words",
    qtr_window_toggle_whole_words,
    UPDATE,
    { NULL },
    NULL,
    QTR_COMMANDS_WRITING,
    N_ ("Whole Words"),
    TRUE },
  { "replace",
    qtr_window_replace,
    UPDATE,
    { "<Control>h" },
    NULL,
    QTR_COMMANDS_WRITING,
    N_ ("Find and Replace") },
  { "replace-match",
    qtr_window_replace_match,
    QTR_COMMAND_NEEDS_MATCHES | WRITABLE,
    { NULL },
    NULL,
    QTR_COMMANDS_WRITING,
    N_ ("Replace") },
  { "replace-all",
    qtr_window_replace_all,
    QTR_COMMAND_NEEDS_MATCHES | WRITABLE,
    { NULL },
    NULL,
    QTR_COMMANDS_WRITING,
    N_ ("Replace All") },
  { "bullet-indent",
    indent,
    PAGE | WRITABLE,
    { "<Control>bracketright" },
    "Tab",
    QTR_COMMANDS_WRITING,
    N_ ("Nest the Bullet Deeper") },
  { "bullet-outdent",
    outdent,
    PAGE | WRITABLE,
    { "<Control>bracketleft" },
    "<Shift>Tab",
    QTR_COMMANDS_WRITING,
    N_ ("Lift the Bullet One Level") },
  { "bullet-move-up",
    move_up,
    PAGE | WRITABLE,
    { NULL },
    "<Alt>Up",
    QTR_COMMANDS_WRITING,
    N_ ("Move the Bullet Up") },
  { "bullet-move-down",
    move_down,
    PAGE | WRITABLE,
    { NULL },
    "<Alt>Down",
    QTR_COMMANDS_WRITING,
    N_ ("Move the Bullet Down") },
  { "bullet-area",
    qtr_window_choose_area,
    SECTION | WRITABLE,
    { "<Control><Shift>a" },
    NULL,
    QTR_COMMANDS_WRITING,
    N_ ("Choose the Area of the Bullet") },
  { "bullet-marking",
    qtr_window_choose_marking,
    SECTION | WRITABLE,
    { "<Control><Shift>m" },
    NULL,
    QTR_COMMANDS_WRITING,
    N_ ("Mark the Bullet") },
  { "insert-figure",
    qtr_window_insert_figure,
    SECTION | WRITABLE,
    { "<Control>k" },
    NULL,
    QTR_COMMANDS_WRITING,
    N_ ("Insert a Linked Figure") },
  { "link-figure",
    qtr_window_link_figure,
    SECTION | WRITABLE,
    { "<Control><Shift>k" },
    NULL,
    QTR_COMMANDS_WRITING,
    N_ ("Link This Figure") },
  { "change-figure",
    qtr_window_change_figure,
    SECTION | WRITABLE,
    { NULL },
    NULL,
    QTR_COMMANDS_WRITING,
    N_ ("Change the Linked Figure") },
  { "override-figure",
    qtr_window_override_figure,
    SECTION | WRITABLE,
    { NULL },
    NULL,
    QTR_COMMANDS_WRITING,
    N_ ("Override the Linked Figure") },
  { "figure-into-text",
    qtr_window_turn_figure_into_text,
    SECTION | WRITABLE,
    { NULL },
    NULL,
    QTR_COMMANDS_WRITING,
    N_ ("Turn the Linked Figure Into Text") },
  { "go-figure-measure",
    qtr_window_go_figure_measure,
    SECTION,
    { NULL },
    NULL,
    QTR_COMMANDS_GOING,
    N_ ("Measure of the Linked Figure") },
  { "still-true",
    qtr_window_say_still_true,
    SECTION | WRITABLE,
    { "<Control><Shift>y" },
    NULL,
    QTR_COMMANDS_WRITING,
    N_ ("The Carried Bullet Is Still True") },
  { "nil-return",
    qtr_window_toggle_nil_return,
    SECTION | WRITABLE,
    { "<Control><Shift>r" },
    NULL,
    QTR_COMMANDS_WRITING,
    N_ ("Nothing to Report") },
  { "go-front-page",
    qtr_window_go_front_page,
    UPDATE,
    { "<Alt>Home" },
    NULL,
    QTR_COMMANDS_GOING,
    N_ ("Front Page") },
  { "go-plan", qtr_window_go_plan, PLAN, { "<Control>comma" }, NULL, QTR_COMMANDS_GOING, N_ ("Plan") },
  { "go-measures",
    qtr_window_go_measures,
    PLAN,
    { "<Control>m" },
    NULL,
    QTR_COMMANDS_GOING,
    N_ ("Measures") },
  { "go-figures",
    qtr_window_go_figures,
    PLAN,
    { "<Control><Shift>t" },
    NULL,
    QTR_COMMANDS_GOING,
    N_ ("All Figures") },
  { "measure-uses",
    qtr_window_show_uses,
    PLAN,
    { "<Alt>F7" },
    NULL,
    QTR_COMMANDS_GOING,
    N_ ("Where the Measure Is Used") },
  { "new-measure",
    qtr_window_new_measure,
    PLAN | EDITABLE,
    { NULL },
    NULL,
    QTR_COMMANDS_PLAN,
    N_ ("New Measure") },
  { "toggle-provisional",
    qtr_window_toggle_provisional,
    PLAN | EDITABLE,
    { "<Control><Alt>p" },
    NULL,
    QTR_COMMANDS_WRITING,
    N_ ("Mark the Figure as Provisional or Final") },
  { "figure-note",
    qtr_window_write_note,
    PAGE | EDITABLE,
    { "<Shift>F2" },
    NULL,
    QTR_COMMANDS_WRITING,
    N_ ("Note on the Figure") },
  { "copy-figures",
    qtr_window_copy_figures,
    PLAN,
    { "<Control><Shift>c" },
    NULL,
    QTR_COMMANDS_WRITING,
    N_ ("Copy All Figures of the Page") },
  { "go-changes", qtr_window_go_changes, PLAN, { "<Control>d" }, NULL, QTR_COMMANDS_GOING, N_ ("Changes") },
  { "compare-saved",
    qtr_window_compare_saved,
    PLAN,
    { NULL },
    NULL,
    QTR_COMMANDS_GOING,
    N_ ("Compare With the Last Save") },
  { "compare-quarter",
    qtr_window_compare_quarter,
    UPDATE,
    { NULL },
    NULL,
    QTR_COMMANDS_GOING,
    N_ ("Compare With the Quarter Before") },
  { "compare-file",
    qtr_window_compare_file,
    PLAN,
    { NULL },
    NULL,
    QTR_COMMANDS_GOING,
    N_ ("Compare With a File") },
  { "revert-change",
    qtr_window_revert_change,
    QTR_COMMAND_NEEDS_CHANGES_PAGE | EDITABLE,
    { "<Control><Shift>d" },
    NULL,
    QTR_COMMANDS_WRITING,
    N_ ("Revert the Change") },
  { "undo-theirs",
    qtr_window_undo_theirs,
    QTR_COMMAND_NEEDS_THEIRS | EDITABLE,
    { NULL },
    NULL,
    QTR_COMMANDS_WRITING,
    N_ ("Undo What Came In From the File") },
  { "next-conflict",
    qtr_window_next_conflict,
    QTR_COMMAND_NEEDS_CONFLICTS,
    { "<Alt>Page_Down" },
    NULL,
    QTR_COMMANDS_GOING,
    N_ ("Next Choice Between Yours and Theirs") },
  { "previous-conflict",
    qtr_window_previous_conflict,
    QTR_COMMAND_NEEDS_CONFLICTS,
    { "<Alt>Page_Up" },
    NULL,
    QTR_COMMANDS_GOING,
    N_ ("Previous Choice Between Yours and Theirs") },
  { "use-yours",
    qtr_window_use_yours,
    QTR_COMMAND_NEEDS_CONFLICTS | QTR_COMMAND_NEEDS_CHANGES_PAGE | EDITABLE,
    { "<Control>1" },
    NULL,
    QTR_COMMANDS_WRITING,
    N_ ("Use Yours") },
  { "use-theirs",
    qtr_window_use_theirs,
    QTR_COMMAND_NEEDS_CONFLICTS | QTR_COMMAND_NEEDS_CHANGES_PAGE | EDITABLE,
    { "<Control>2" },
    NULL,
    QTR_COMMANDS_WRITING,
    N_ ("Use Theirs") },
  { "use-both",
    qtr_window_use_both,
    QTR_COMMAND_NEEDS_CONFLICTS | QTR_COMMAND_NEEDS_CHANGES_PAGE | EDITABLE,
    { "<Control>3" },
    NULL,
    QTR_COMMANDS_WRITING,
    N_ ("Use Both") },
  { "next-priority",
    qtr_window_next_priority,
    PRIORITIES,
    { "<Control>Page_Down" },
    NULL,
    QTR_COMMANDS_GOING,
    N_ ("Next Priority") },
  { "previous-priority",
    qtr_window_previous_priority,
    PRIORITIES,
    { "<Control>Page_Up" },
    NULL,
    QTR_COMMANDS_GOING,
    N_ ("Previous Priority") },
  { "priority-move-up",
    qtr_window_move_priority_up,
    PAGE | EDITABLE,
    { NULL },
    NULL,
    QTR_COMMANDS_GOING,
    N_ ("Move the Priority Up") },
  { "priority-move-down",
    qtr_window_move_priority_down,
    PAGE | EDITABLE,
    { NULL },
    NULL,
    QTR_COMMANDS_GOING,
    N_ ("Move the Priority Down") },
  { "next-finding",
    qtr_window_next_finding,
    QTR_COMMAND_NEEDS_FINDINGS,
    { "F8" },
    NULL,
    QTR_COMMANDS_GOING,
    N_ ("Next Finding") },
  { "previous-finding",
    qtr_window_previous_finding,
    QTR_COMMAND_NEEDS_FINDINGS,
    { "<Shift>F8" },
    NULL,
    QTR_COMMANDS_GOING,
    N_ ("Previous Finding") },
  { "show-finding",
    qtr_window_show_finding,
    QTR_COMMAND_NEEDS_FINDINGS,
    { "<Control>period" },
    NULL,
    QTR_COMMANDS_WRITING,
    N_ ("What Is Said of the Words at the Caret") },
  { "fix-finding",
    qtr_window_fix_finding,
    QTR_COMMAND_NEEDS_FINDINGS | WRITABLE,
    { "<Control>F8" },
    NULL,
    QTR_COMMANDS_WRITING,
    N_ ("Fix the Finding") },
  { "fix-similar-findings",
    qtr_window_fix_similar_findings,
    QTR_COMMAND_NEEDS_FINDINGS | WRITABLE,
    { "<Control><Shift>F8" },
    NULL,
    QTR_COMMANDS_WRITING,
    N_ ("Fix All Findings of This Kind") },
  { "dismiss-finding",
    qtr_window_dismiss_finding,
    QTR_COMMAND_NEEDS_FINDINGS | EDITABLE,
    { "<Alt>F8" },
    NULL,
    QTR_COMMANDS_WRITING,
    N_ ("Dismiss the Finding") },
  { "toggle-outline",
    qtr_window_toggle_outline,
    PLAN,
    { "F9" },
    NULL,
    QTR_COMMANDS_VIEW,
    N_ ("Show or Hide the Outline") },
  { "toggle-inspector",
    qtr_window_toggle_inspector,
    PLAN,
    { "<Shift>F9" },
    NULL,
    QTR_COMMANDS_VIEW,
    N_ ("Show or Hide the Inspector") },
  { "toggle-spelling",
    qtr_window_toggle_spelling,
    NOTHING,
    { "F7" },
    NULL,
    QTR_COMMANDS_VIEW,
    N_ ("Check Spelling"),
    TRUE },
  { "show-chart", qtr_window_show_chart, PLAN, { "<Alt>1" }, NULL, QTR_COMMANDS_VIEW, N_ ("Chart") },
  { "show-findings", qtr_window_show_findings, PLAN, { "<Alt>2" }, NULL, QTR_COMMANDS_VIEW, N_ ("Findings") },
  { "toggle-restore-session",
    qtr_window_toggle_restore_session,
    NOTHING,
    { NULL },
    NULL,
    QTR_COMMANDS_VIEW,
    N_ ("Restore Session"),
    TRUE },
  { "help", qtr_window_show_help, NOTHING, { "F1" }, NULL, QTR_COMMANDS_VIEW, N_ ("Help") },
  { "about", qtr_window_show_about, NOTHING, { NULL }, NULL, QTR_COMMANDS_VIEW, N_ ("About Quarterly") },
  { "shortcuts",
    show_shortcuts,
    NOTHING,
    { "<Control>question" },
    NULL,
    QTR_COMMANDS_VIEW,
    N_ ("Keyboard Shortcuts") },
};
/* clang-format on */

const QtrCommand *
qtr_window_list_commands (guint *n_commands)
{
  *n_commands = G_N_ELEMENTS (commands);
  return commands;
}

static void
activate_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *name = g_action_get_name (G_ACTION (action));

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, name)) {
      commands[i].activate (QTR_WINDOW (user_data));
      return;
    }
  g_assert_not_reached ();
}

void
qtr_window_add_commands (QtrWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++) {
    GVariant *state = commands[i].is_switch ? g_variant_new_boolean (FALSE) : NULL;
    g_autoptr (GSimpleAction) action = g_simple_action_new_stateful (commands[i].name, NULL, state);

    g_signal_connect (action, "activate", G_CALLBACK (activate_cb), self);
    g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
  }
}

static guint
list_what_is_there (QtrWindow *self)
{
  const QtrPlan *plan = self->document == NULL ? NULL : qtr_document_get_plan (self->document);
  gboolean updated = plan != NULL && qtr_period_is_set (self->quarter);
  guint there = 0;

  /* Without a plan, a new one is made by whatever writes to it. */
  if (plan == NULL)
    return EDITABLE;

  there |= PLAN;
  there |= qtr_document_get_read_only (self->document) ? 0 : EDITABLE;
  there |= updated ? UPDATE : 0;
  there |= qtr_window_is_published (self) ? QTR_COMMAND_NEEDS_PUBLISHED : QTR_COMMAND_NEEDS_WRITABLE;
  there |= updated && qtr_list_length (plan->priorities) > 0 ? PRIORITIES : 0;
  there |= self->priority != NULL ? PAGE : 0;
  there |= self->priority != NULL && qtr_priority_page_get_current_section (self->priority_page) != NULL
               ? SECTION
               : 0;
  there |= qtr_recovery_has_work (self->document) ? QTR_COMMAND_NEEDS_CHANGES : 0;
  there |= qtr_document_get_undo_label (self->document) != NULL ? QTR_COMMAND_NEEDS_UNDO : 0;
  there |= qtr_document_get_redo_label (self->document) != NULL ? QTR_COMMAND_NEEDS_REDO : 0;
  there |= plan->conflicts != NULL ? QTR_COMMAND_NEEDS_CONFLICTS : 0;
  there |= self->on_changes ? QTR_COMMAND_NEEDS_CHANGES_PAGE : 0;
  there |= self->theirs_came ? QTR_COMMAND_NEEDS_THEIRS : 0;
  there |= qtr_window_has_matches (self) ? QTR_COMMAND_NEEDS_MATCHES : 0;
  there |= self->findings != NULL && self->findings->len > 0 ? QTR_COMMAND_NEEDS_FINDINGS : 0;
  return there;
}

void
qtr_window_update_commands (QtrWindow *self)
{
  guint there = list_what_is_there (self);

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++) {
    GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), commands[i].name);

    g_simple_action_set_enabled (G_SIMPLE_ACTION (action), (commands[i].needs & ~there) == 0);
  }
}

void
qtr_window_set_accelerators (GtkApplication *application)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++) {
    g_autofree char *action = g_strconcat ("win.", commands[i].name, NULL);

    gtk_application_set_accels_for_action (application, action, commands[i].keys);
  }
}
