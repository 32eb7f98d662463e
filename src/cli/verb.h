/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QtrExit:
 * @QTR_EXIT_DONE: done, and nothing is wrong
 * @QTR_EXIT_FOUND: done, and there are findings of severity error, or questions that a merge left open
 * @QTR_EXIT_FAILED: could not be done; nothing was written
 */
typedef enum { QTR_EXIT_DONE = 0, QTR_EXIT_FOUND = 1, QTR_EXIT_FAILED = 2 } QtrExit;

/**
 * QtrVerb:
 * @name: as it is typed
 * @arguments: what follows it, for the help
 * @summary: what it does, for the help; marked for translation
 * @run: takes the arguments after the verb, @argv[0] being the verb
 *
 * One thing that the command line does. A new verb is one file with one of these, and one line in main.c.
 */
typedef struct {
  const char *name;
  const char *arguments;
  const char *summary;
  QtrExit (*run) (int argc, char **argv);
} QtrVerb;

extern const QtrVerb qtr_verb_chart;
extern const QtrVerb qtr_verb_check;
extern const QtrVerb qtr_verb_diff;
extern const QtrVerb qtr_verb_export;
extern const QtrVerb qtr_verb_import;
extern const QtrVerb qtr_verb_limits;
extern const QtrVerb qtr_verb_merge;
extern const QtrVerb qtr_verb_setup_git;
extern const QtrVerb qtr_verb_show;
extern const QtrVerb qtr_verb_sign;
extern const QtrVerb qtr_verb_verify;

G_END_DECLS
