/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "model/plan.h"
#include "store/recovery-folder.h"

G_BEGIN_DECLS

/**
 * QtrRecoveryWriter:
 *
 * A recovery folder and the thread that writes it. It is told what there is, as often as one likes, and
 * writes the latest of that: soon after the first time, and not again while it is writing. It does so even if
 * the program around it hangs. All functions are the owner's, and return at once.
 */
typedef struct _QtrRecoveryWriter QtrRecoveryWriter;

/**
 * QtrRecoveryWritten:
 * @error: (nullable): why it was not written
 *
 * Called in the writer's thread after each time.
 */
typedef void (*QtrRecoveryWritten) (gpointer user_data, const GError *error);

QtrRecoveryWriter *qtr_recovery_writer_new (QtrRecoveryWritten written, gpointer user_data,
                                            GDestroyNotify destroy);

/**
 * qtr_recovery_writer_unref:
 *
 * Writes what is still to be written, and leaves the folder as it is then.
 */
void qtr_recovery_writer_unref (QtrRecoveryWriter *self);

/**
 * qtr_recovery_writer_put:
 * @base: (nullable): what the file holds
 * @title: what people know the plan by
 * @file: (nullable): the plan's file
 *
 * Says what is to be in the folder.
 */
void qtr_recovery_writer_put (QtrRecoveryWriter *self, const QtrPlan *plan, const QtrPlan *base,
                              const char *title, GFile *file);

/**
 * qtr_recovery_writer_clear:
 *
 * Says that there is to be no folder.
 */
void qtr_recovery_writer_clear (QtrRecoveryWriter *self);

/**
 * qtr_recovery_writer_note_saving:
 * @plan: what is about to be written into the plan's own file
 *
 * Notes that in the folder, and waits until it is there; whoever finds the folder knows then that what the
 * file has is no other's work. May be called from any thread but the main one, once at a time.
 */
void qtr_recovery_writer_note_saving (QtrRecoveryWriter *self, const QtrPlan *plan);

QtrRecoveryWriter *qtr_recovery_writer_ref (QtrRecoveryWriter *self);

/**
 * qtr_recovery_writer_drop:
 *
 * Takes back qtr_recovery_writer_ref(), which keeps the writer but does not keep it going.
 */
void qtr_recovery_writer_drop (QtrRecoveryWriter *self);

/**
 * qtr_recovery_writer_absorb:
 * @folder: (transfer full): what the plan came from
 *
 * Removes @folder as soon as all that is to be in the writer's own is there.
 */
void qtr_recovery_writer_absorb (QtrRecoveryWriter *self, QtrRecoveryFolder *folder);

/**
 * qtr_recovery_writer_end:
 *
 * Removes the folder, writes no more, and then returns %TRUE for @task.
 */
void qtr_recovery_writer_end (QtrRecoveryWriter *self, GTask *task);

G_END_DECLS
