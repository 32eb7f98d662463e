/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/*
 * How much a packed document (ODT, DOCX, ODS, XLSX) may hold. What is beyond is refused while it is read,
 * before memory is spent on it. Each stands far above real use: the largest published workbook of figures
 * that is known has 60 MiB of markup, a report under 2. The manual page of the command line names them, too.
 */

/* The bytes of the file. */
#define QTR_PACKAGE_SIZE (128 * 1024 * 1024)

/* The files in it. A report has one for each of its pictures, and some twenty besides. */
#define QTR_PACKAGE_MEMBERS 10000

/* The bytes of the name of one of them. */
#define QTR_PACKAGE_NAME 512

/* The bytes of all that is read of it, unpacked. */
#define QTR_PACKAGE_EXPANDED (256 * 1024 * 1024)

/* How many times its packed size one file may have unpacked; counted from QTR_PACKAGE_RATIO_FROM bytes on,
 * since a small file of blanks says nothing. Workbooks of repeated rows reach 50. */
#define QTR_PACKAGE_RATIO 200
#define QTR_PACKAGE_RATIO_FROM (4 * 1024 * 1024)

/* How deep elements may nest. A paragraph of a text box in a cell of a list needs some thirty. */
#define QTR_PACKAGE_DEPTH 200

/* The bytes of the words of a document, as for a text (QTR_SOURCE_SIZE_MAX), are limited there. */

/* The rows and columns of a sheet: as many as spreadsheets have. */
#define QTR_SHEET_ROWS 1048576
#define QTR_SHEET_COLUMNS 16384

/* The sheets of a workbook. */
#define QTR_SHEETS 1024

/* The bytes of the cells of one sheet, and of the texts that the sheets of a workbook share. */
#define QTR_SHEET_SIZE (96 * 1024 * 1024)

/* How many texts the sheets of a workbook share. */
#define QTR_SHEET_TEXTS 4000000
