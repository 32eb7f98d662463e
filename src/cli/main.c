/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>

#include "cli/terminal.h"
#include "cli/verb.h"

static const QtrVerb *const verbs[] = {
  &qtr_verb_import,    &qtr_verb_show,   &qtr_verb_check,  &qtr_verb_export,
  &qtr_verb_chart,     &qtr_verb_limits, &qtr_verb_diff,   &qtr_verb_merge,
  &qtr_verb_setup_git, &qtr_verb_sign,   &qtr_verb_verify,
};

static void
print_help (void)
{
  g_print (_ ("Usage: quarterly-cli VERB [OPTION…] ARGUMENT…\n\nVerbs:\n"));
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    g_print ("  %-9s %s\n", verbs[i]->name, _ (verbs[i]->summary));
  g_print (_ ("\n“quarterly-cli VERB --help” explains a verb, and “man quarterly-cli” all of them.\n"));
}

static const QtrVerb *
find_verb (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_str_equal (verbs[i]->name, name))
      return verbs[i];

  return NULL;
}

static void
prepare_words (void)
{
  const char *folder = g_getenv ("QTR_LOCALE_DIR");

  setlocale (LC_ALL, "");
  /* Plans are full of dashes and pound signs: a terminal that knows only ASCII gets UTF-8 all the same. */
  if (g_str_equal (nl_langinfo (CODESET), "ANSI_X3.4-1968"))
    setlocale (LC_CTYPE, "C.UTF-8");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : QTR_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

/* A full disk shows on standard output only afterwards, and must not look like success. */
static QtrExit
finish (QtrExit exit)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return exit;

  qtr_terminal_fail_usage (_ ("cannot write to standard output"));
  return QTR_EXIT_FAILED;
}

int
main (int argc, char **argv)
{
  const QtrVerb *verb = NULL;

  prepare_words ();
  g_set_prgname ("quarterly-cli");
  if (argc < 2) {
    qtr_terminal_fail_usage (_ ("name a verb; “quarterly-cli --help” lists them"));
    return QTR_EXIT_FAILED;
  }
  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h")) {
    print_help ();
    return QTR_EXIT_DONE;
  }
  if (g_str_equal (argv[1], "--version")) {
    g_print ("quarterly-cli %s\n", QTR_VERSION);
    return QTR_EXIT_DONE;
  }

  verb = find_verb (argv[1]);
  if (verb == NULL) {
    qtr_terminal_fail_usage (_ ("there is no verb “%s”; “quarterly-cli --help” lists them"), argv[1]);
    return QTR_EXIT_FAILED;
  }
  return finish (verb->run (argc - 1, argv + 1));
}
