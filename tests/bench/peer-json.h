/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * PeerSteps:
 *
 * What has to be said to the JSON library to build a tree, laid out in a row: what is timed is then the
 * library, and not the way by which one comes to know what to say.
 */
typedef struct _PeerSteps PeerSteps;

/**
 * peer_steps_new:
 * @node: what is to be built; it must outlive the steps
 */
PeerSteps *peer_steps_new (JsonNode *node);
void peer_steps_free (PeerSteps *self);

/**
 * peer_steps_build:
 *
 * Returns: (transfer full): the same tree, built anew
 */
JsonNode *peer_steps_build (const PeerSteps *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PeerSteps, peer_steps_free)

G_END_DECLS
