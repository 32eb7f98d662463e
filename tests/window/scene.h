/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "driver.h"
#include "model/plan.h"
#include "store/file.h"

/**
 * Scene:
 * @folder: of the test's own
 * @file: where its plan is, or will be
 * @state: what the program remembers from one run to the next, for as long as the test takes
 *
 * What a test of the window plays in: a folder that goes with it.
 */
typedef struct {
  char *folder;
  GFile *file;
  char *state;
} Scene;

/**
 * scene_set_up:
 *
 * Makes the folder, with no plan in it yet, and lets the program remember nothing of other tests.
 */
void scene_set_up (Scene *scene, gconstpointer data);

/**
 * scene_set_up_example:
 *
 * Makes the folder, with a copy of the example in it.
 */
void scene_set_up_example (Scene *scene, gconstpointer data);

/**
 * scene_tear_down:
 *
 * Removes plan and folder; fails if the program left anything beside the plan.
 */
void scene_tear_down (Scene *scene, gconstpointer data);

/**
 * scene_get_example:
 *
 * Returns: (transfer full): the example that the program comes with
 */
GFile *scene_get_example (void);

/**
 * scene_load:
 *
 * Returns: (transfer full): the plan as the file has it, which must be one
 */
QtrPlan *scene_load (Scene *scene);

/**
 * scene_store:
 *
 * Has the file say @plan.
 */
void scene_store (Scene *scene, const QtrPlan *plan);

/**
 * SceneHolds:
 *
 * Returns: whether the plan is as it is to be
 */
typedef gboolean (*SceneHolds) (const QtrPlan *plan);

/**
 * scene_save_and_expect:
 *
 * Saves, and waits until the file has a plan of which @holds says so, and until saving has come to its end.
 */
void scene_save_and_expect (Scene *scene, Driver *driver, SceneHolds holds);

/**
 * scene_search_findings:
 *
 * Shows those findings that have @words, wherever the list would have had them.
 */
void scene_search_findings (Driver *driver, const char *words);

/**
 * scene_run:
 * @add: adds the tests
 *
 * What `main ()` of each such test program does.
 *
 * Returns: the program's exit status
 */
int scene_run (int argc, char **argv, void (*add) (void));
