/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/document.h"

G_BEGIN_DECLS

/**
 * QtrWatch:
 *
 * Keeps an eye on a document's file, whichever that is at the time, and has the document look at it when it
 * changed. Network folders tell nothing, so it also looks now and then.
 */
typedef struct _QtrWatch QtrWatch;

/**
 * qtr_watch_new:
 * @document: is kept alive by the watch
 */
QtrWatch *qtr_watch_new (QtrDocument *document);
void qtr_watch_free (QtrWatch *watch);

/**
 * qtr_watch_look:
 *
 * Looks now, as when a window gets the focus. What fails is kept quiet about: saving will say it.
 */
void qtr_watch_look (QtrWatch *watch);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QtrWatch, qtr_watch_free)

G_END_DECLS
