/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "export/pages.h"

G_BEGIN_DECLS

/**
 * QtrPdfFront:
 * @title: of the document
 * @author: (nullable): who publishes it
 * @language: of its text
 * @data: (nullable): the figures as CSV, to be attached
 *
 * What a PDF says about itself.
 */
typedef struct {
  const char *title;
  const char *author;
  const char *language;
  GBytes *data;
} QtrPdfFront;

/**
 * qtr_pdf_role_name:
 *
 * Returns: what PDF 1.7 calls such an element
 */
const char *qtr_pdf_role_name (QtrPageRole role);

/**
 * qtr_pdf_add_structure:
 * @drawn: the document as it was drawn, with a tag for each element of @pages in their order
 *
 * Adds what the drawing library has no words for: language, identification, alternative texts, the scope of
 * headings and the like. The same document gives the same bytes.
 *
 * Returns: (transfer full): the whole document; or %NULL with @error
 */
GBytes *qtr_pdf_add_structure (GBytes *drawn, const QtrPages *pages, const QtrPdfFront *front,
                               GError **error);

G_END_DECLS
