/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * QTR_ERROR:
 *
 * The one error domain of the program. Messages are translated, and name the place and the remedy;
 * whoever knows the file puts its name before them.
 */
#define QTR_ERROR (qtr_error_quark ())

/**
 * QtrError:
 * @QTR_ERROR_SYNTAX: the bytes are not what their format asks for
 * @QTR_ERROR_SHAPE: well-formed, but not a plan: a wrong type, a missing or an impossible value
 * @QTR_ERROR_LIMIT: larger or deeper than the program takes
 * @QTR_ERROR_VERSION: written by a newer version
 * @QTR_ERROR_UNREADABLE: the file cannot be read, or is not a file
 * @QTR_ERROR_UNWRITABLE: the file cannot be written; what stood there still stands
 * @QTR_ERROR_NUMBER: not a number that can be held exactly
 * @QTR_ERROR_PERIOD: not a period
 * @QTR_ERROR_NOT_FOUND: what was named does not exist
 * @QTR_ERROR_REFUSED: a rule of the plan forbids it now
 * @QTR_ERROR_USAGE: the command line makes no sense
 * @QTR_ERROR_CONFLICT: both sides changed the same thing; it has to be chosen
 * @QTR_ERROR_LOCKED: somebody on another host is writing the file, or died while doing so
 */
typedef enum {
  QTR_ERROR_SYNTAX,
  QTR_ERROR_SHAPE,
  QTR_ERROR_LIMIT,
  QTR_ERROR_VERSION,
  QTR_ERROR_UNREADABLE,
  QTR_ERROR_UNWRITABLE,
  QTR_ERROR_NUMBER,
  QTR_ERROR_PERIOD,
  QTR_ERROR_NOT_FOUND,
  QTR_ERROR_REFUSED,
  QTR_ERROR_USAGE,
  QTR_ERROR_CONFLICT,
  QTR_ERROR_LOCKED,
} QtrError;

GQuark qtr_error_quark (void);

G_END_DECLS
