/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/recovery.h"

/**
 * Scene:
 *
 * What a test of recovery plays in: a plan in a file, whose title is "0", open and watched.
 */
typedef struct {
  char *folder;
  GFile *file;
  QtrDocument *document;
  QtrRecovery *recovery;
} Scene;

void scene_set_up (Scene *scene, gconstpointer data);

/**
 * scene_tear_down:
 *
 * Fails if anything was left behind.
 */
void scene_tear_down (Scene *scene, gconstpointer data);

/**
 * scene_run:
 * @add: adds the tests
 *
 * What `main ()` does: the tests have recovery folders of their own.
 */
int scene_run (int argc, char **argv, void (*add) (void));

/* --- Waiting --- */

void scene_wait_until (gboolean (*is_so) (gpointer data), gpointer data);
void scene_keep_result_cb (GObject *source, GAsyncResult *result, gpointer user_data);
GAsyncResult *scene_wait_for_result (GAsyncResult **result);

/* --- The plan --- */

void scene_rename_plan (QtrDocument *document, const char *title);
void scene_set_body (QtrDocument *document, const char *body);
void scene_save (QtrDocument *document, GFile *file);
void scene_write_plan (GFile *file, const QtrPlan *plan);
QtrDocument *scene_open_document (GFile *file);

/* --- What is on the disk --- */

/**
 * scene_list_folders:
 *
 * Returns: (transfer full) (element-type filename): the recovery folders there are
 */
GPtrArray *scene_list_folders (void);
gboolean scene_is_empty (gpointer data);

/**
 * scene_get_path:
 *
 * Returns: (transfer full): the path of a file in the only folder there is
 */
char *scene_get_path (const char *name);
QtrPlan *scene_load_first (const char *name);
gboolean scene_is_written (gpointer title);
void scene_wait_until_written (const char *title);

/* --- What is found --- */

GPtrArray *scene_list (void);

/**
 * scene_finds_one:
 * @data: where what is found is put
 */
gboolean scene_finds_one (gpointer data);

/**
 * scene_die_and_list:
 *
 * Lets go of the folder once that title is in it, as when the process dies, and finds it again.
 */
GPtrArray *scene_die_and_list (Scene *scene, const char *title);
void scene_discard (QtrRecovery *recovery);
void scene_discard_found (QtrRecovered *recovered);
