/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "store/document.h"
#include "ui/bullets/bullets-view.h"
#include "ui/update/priority-page.h"

#define PAGE_N_SECTIONS 4

/**
 * Page:
 *
 * A priority's page in a window, with four sections: bullets with children, an area and a marking; one
 * bullet; a nil return; and nothing at all.
 */
typedef struct {
  GtkWidget *window;
  QtrPriorityPage *page;
  QtrDocument *document;
} Page;

void page_set_up (Page *page, gconstpointer data);
void page_tear_down (Page *page, gconstpointer data);

/**
 * page_iterate:
 *
 * Lets the main loop do what it has to do now.
 */
void page_iterate (void);

/**
 * page_settle:
 *
 * Lets the main loop do all that it has to do until the page was laid out and scrolled to where it stays:
 * where everything stands does not depend on how long anything took.
 */
void page_settle (Page *page);

/**
 * page_get_update:
 *
 * Returns: (transfer none): the update as it is now
 */
const QtrUpdate *page_get_update (Page *page);

/**
 * page_get_bullets:
 *
 * Returns: (transfer none) (nullable): what that section says now
 */
const QtrList *page_get_bullets (Page *page, guint section);

/**
 * page_get_editor:
 *
 * Returns: (transfer none): the editor of that section
 */
QtrBulletsView *page_get_editor (Page *page, guint section);

/**
 * page_place_caret:
 *
 * Takes the focus to a paragraph of a section.
 */
void page_place_caret (Page *page, guint section, int line, int offset);

/**
 * page_assert_agreement:
 *
 * Fails unless every editor shows, to the depth of each paragraph, what the tree says, and no id stands
 * twice.
 */
void page_assert_agreement (Page *page);
