/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <locale.h>

#include <glib/gi18n.h>

#include "ui/application.h"

int
main (int argc, char *argv[])
{
  const char *locale_dir = g_getenv ("QTR_LOCALE_DIR");
  g_autoptr (QtrApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir != NULL ? locale_dir : QTR_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = qtr_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
