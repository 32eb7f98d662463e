/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define QTR_TYPE_TEXT_SHEET (qtr_text_sheet_get_type ())

/**
 * QtrTextSheet:
 *
 * A text view that is as high as its text, to stand in a page with others. Nothing scrolls it.
 */
G_DECLARE_DERIVABLE_TYPE (QtrTextSheet, qtr_text_sheet, QTR, TEXT_SHEET, GtkTextView)

struct _QtrTextSheetClass {
  GtkTextViewClass parent_class;
};

/**
 * qtr_text_sheet_forget_heights:
 *
 * Lays the text out anew, where something changed its height that the sheet cannot know of, such as a tag.
 */
void qtr_text_sheet_forget_heights (QtrTextSheet *self);

G_END_DECLS
