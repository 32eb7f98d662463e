/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "scene.h"

/**
 * left_behind_get_text:
 *
 * Returns: (transfer none): the text in which these tests write: the first bullet of the second priority
 */
const char *left_behind_get_text (const QtrPlan *plan);

/**
 * left_behind_load:
 * @name: of a file in the recovery folder
 *
 * Returns: (transfer full) (nullable): the plan that the only recovery folder has; %NULL if there is none
 */
QtrPlan *left_behind_load (Scene *scene, const char *name);

/**
 * left_behind_exists:
 *
 * Returns: whether there is any recovery folder
 */
gboolean left_behind_exists (Scene *scene);

/**
 * left_behind_wait_for:
 *
 * Waits until the text in the recovery folder begins with @text.
 */
void left_behind_wait_for (Scene *scene, const char *text);

/**
 * left_behind_wait_until_gone:
 *
 * Waits until there is no recovery folder.
 */
void left_behind_wait_until_gone (Scene *scene);

/**
 * left_behind_damage:
 *
 * Cuts off the end of the plan in the recovery folder.
 */
void left_behind_damage (Scene *scene);
