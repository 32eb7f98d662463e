/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "check/rule.h"

G_BEGIN_DECLS

/*
 * The personal-data family: what could tell who somebody is: a name with an age, an address, a postcode, a
 * telephone number, an electronic address, a collar number, a date of birth, a national insurance number.
 */

void qtr_check_personal_data (const QtrInputs *inputs, GArray *remarks);

G_END_DECLS
