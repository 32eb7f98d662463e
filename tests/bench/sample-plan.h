/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/update.h"

G_BEGIN_DECLS

#define SAMPLE_LETTERS 300

/**
 * SampleSize:
 *
 * How much is written under one priority.
 */
typedef struct {
  guint n_sections;
  /* In each section. */
  guint n_bullets;
} SampleSize;

/**
 * sample_plan_new:
 * @sizes: for each priority
 *
 * A plan with one update, in which every bullet has %SAMPLE_LETTERS letters, here and there misspelt. The
 * same sizes give the same words.
 *
 * Returns: (transfer full): the plan
 */
QtrPlan *sample_plan_new (const SampleSize *sizes, guint n_sizes);

/**
 * sample_history_new:
 * @n_updates: quarters in which the plan was reported on
 * @n_sections: commitments, each with a section in every update
 * @n_bullets: in the whole plan
 *
 * Returns: (transfer full): a plan with many updates, of bullets of the same kind
 */
QtrPlan *sample_history_new (guint n_updates, guint n_sections, guint n_bullets);

/**
 * sample_text_new:
 *
 * Returns: (transfer full): as many paragraphs of the same kind
 */
char *sample_text_new (guint n_paragraphs);

G_END_DECLS
