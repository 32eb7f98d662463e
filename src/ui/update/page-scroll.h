/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * QtrPageScroll:
 *
 * Scrolls a page to a place once it has been laid out: before that, nothing on it is where it will be.
 */
typedef struct _QtrPageScroll QtrPageScroll;

/**
 * qtr_page_scroll_new:
 * @viewport: what shows the page; it has to outlive this
 */
QtrPageScroll *qtr_page_scroll_new (GtkViewport *viewport);
void qtr_page_scroll_free (QtrPageScroll *self);

/**
 * qtr_page_scroll_to_focus:
 * @part: a widget on the page
 *
 * Shows what has the focus in @part, or else @part.
 */
void qtr_page_scroll_to_focus (QtrPageScroll *self, GtkWidget *part);

/**
 * qtr_page_scroll_to_value:
 * @value: how far down the page is, in pixels
 */
void qtr_page_scroll_to_value (QtrPageScroll *self, double value);

/**
 * qtr_page_scroll_stop:
 *
 * Forgets what was asked for.
 */
void qtr_page_scroll_stop (QtrPageScroll *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrPageScroll, qtr_page_scroll_free)

G_END_DECLS
