/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/document.h"

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
 * sample_document_new:
 * @sizes: for each priority
 *
 * A plan with one update, in which every bullet has %SAMPLE_LETTERS letters, here and there misspelt. The
 * same sizes give the same words.
 *
 * Returns: (transfer full): the plan, in no file yet
 */
QtrDocument *sample_document_new (const SampleSize *sizes, guint n_sizes);

/**
 * sample_text_new:
 *
 * Returns: (transfer full): as many paragraphs of the same kind
 */
char *sample_text_new (guint n_paragraphs);

G_END_DECLS
