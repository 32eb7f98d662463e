/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "check/finding.h"
#include "cli/verb.h"
#include "model/plan.h"

G_BEGIN_DECLS

/**
 * qtr_terminal_parse:
 * @entries: the verb's options
 * @n_arguments: how many arguments it takes besides; negative: at least as many as the absolute value
 *
 * Reads the options of a verb. What is left in @argv after the verb's name are its arguments. `--help` prints
 * the verb's help and ends the process.
 *
 * Returns: whether the command line makes sense; if not, the reason was printed
 */
gboolean qtr_terminal_parse (const QtrVerb *verb, const GOptionEntry *entries, int n_arguments, int *argc,
                             char ***argv);

/**
 * qtr_terminal_fail:
 * @name: (nullable): the file that the error is about, if its message does not name it yet
 * @error: (transfer full): what went wrong
 *
 * Prints an error.
 *
 * Returns: %QTR_EXIT_FAILED
 */
QtrExit qtr_terminal_fail (const char *name, GError *error);

/**
 * qtr_terminal_tell:
 * @name: the file that it is about
 * @notice: (nullable): what the user should know although it is no fault; %NULL: nothing
 */
void qtr_terminal_tell (const char *name, const char *notice);

void qtr_terminal_fail_usage (const char *format, ...) G_GNUC_PRINTF (1, 2);

/**
 * qtr_terminal_format_finding:
 * @name: the file that was checked
 *
 * Returns: (transfer full): the finding as a line, which the caller prints where it belongs
 */
char *qtr_terminal_format_finding (const char *name, const QtrFinding *finding);

/**
 * qtr_terminal_print_json:
 * @node: (transfer full): what to print
 */
void qtr_terminal_print_json (JsonNode *node);

/**
 * qtr_terminal_write:
 * @to: a file, or `-` for standard output
 *
 * Writes a file atomically.
 */
gboolean qtr_terminal_write (const char *to, GBytes *bytes, GError **error);

/**
 * qtr_terminal_get_extension:
 * @to: a file, or `-`
 * @format: (nullable): what `--format` said, which decides
 *
 * Returns: (transfer full) (nullable): the extension that says what is to be written, in lower case
 */
char *qtr_terminal_get_extension (const char *to, const char *format);

/**
 * qtr_terminal_load:
 * @name: a file as it was named on the command line, whatever its ending
 *
 * Reads a plan, and tells what is odd about it.
 *
 * Returns: (transfer full) (nullable): the plan in it
 */
QtrPlan *qtr_terminal_load (const char *name, GError **error);

/**
 * qtr_terminal_tell_notes:
 * @name: the file that @plan was read from
 *
 * Tells what is odd about a plan that was read another way, and whether a newer version made it.
 */
void qtr_terminal_tell_notes (const char *name, const QtrPlan *plan);

/**
 * qtr_terminal_find_quarter:
 * @text: (nullable): what `--quarter` said; %NULL: the latest that has an update
 * @quarter: (out): a quarter that has an update
 */
gboolean qtr_terminal_find_quarter (const QtrPlan *plan, const char *text, QtrPeriod *quarter,
                                    GError **error);

G_END_DECLS
