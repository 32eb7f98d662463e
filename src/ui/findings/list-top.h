/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * qtr_list_view_begin_at_top:
 * @view: a list with headings, mapped, that was filled anew
 *
 * Has it begin with its first heading, which takes some frames: headings are laid out after the rows below
 * them, and the view keeps its first row in place, and so the heading above it out of sight.
 *
 * Returns: the tick callback, to be removed if something else is to be seen before
 */
guint qtr_list_view_begin_at_top (GtkListView *view);

G_END_DECLS
