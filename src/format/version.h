/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/**
 * QTR_FORMAT_MEMBER:
 *
 * The member of the file that says how the rest is to be read.
 */
#define QTR_FORMAT_MEMBER "format"

/**
 * QTR_FORMAT_VERSION:
 *
 * The one version there has been. A new field needs no new version: who does not know it keeps it.
 */
#define QTR_FORMAT_VERSION 1
