/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "driver.h"
#include "scene.h"

/* What po/cy.po has is Welsh, what it does not have yet is English. */
static void
test_start (void)
{
  g_autoptr (Driver) driver = driver_start (NULL);
  g_autoptr (AtspiAccessible) translated = driver_wait_for (driver, "Agor Cynllun");
  g_autoptr (AtspiAccessible) missing = driver_wait_for (driver, "Look at the Example");
}

static void
add_tests (void)
{
  g_test_add_func ("/welsh/start", test_start);
}

int
main (int argc, char *argv[])
{
  return scene_run (argc, argv, add_tests);
}
