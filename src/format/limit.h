/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/*
 * How much a file may hold. What is beyond is refused before any memory is spent on it. Each stands far above
 * real use: a plan of a hundred thousand bullets, twenty times the largest known, has 40 MiB and half a
 * million values. The manual page of the command line names them, too.
 */

/* The bytes of the file. */
#define QTR_LIMIT_SIZE (512 * 1024 * 1024)

/* How deep arrays and objects may nest. A bullet nested six deep needs some twenty. */
#define QTR_LIMIT_DEPTH 64

/* Texts, numbers, lists and objects, all together. */
#define QTR_LIMIT_VALUES 8000000

/* Records, each with an id of its own. */
#define QTR_LIMIT_RECORDS 1000000

/* The elements of one list. A measure with monthly values of ten areas needs a hundred years to get there. */
#define QTR_LIMIT_ELEMENTS 100000

/* The members of one object. The record with the most fields has some twenty. */
#define QTR_LIMIT_MEMBERS 256

/* The bytes of one text as the file writes it. A logo, which is the longest by far, has a limit of its own.
 */
#define QTR_LIMIT_TEXT (16 * 1024 * 1024)

/* The bytes of one name. */
#define QTR_LIMIT_NAME 256
