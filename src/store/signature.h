/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/sign-off.h"

G_BEGIN_DECLS

/*
 * Keys of the user's own rings, OpenPGP and S/MIME, asked through gpgme. Signatures are detached. Both calls
 * may ask the user for a passphrase and take long; they are made on whatever thread.
 */

/**
 * QtrSigningKey:
 * @fingerprint: by which a key is known
 * @owner: (nullable): whose it says that it is: "Anna Alder <anna@example.org>" or "CN=Anna Alder,O=…"
 * @name: (nullable): the person's name in it
 * @is_smime: whether it is one of S/MIME
 */
typedef struct {
  char *fingerprint;
  char *owner;
  char *name;
  gboolean is_smime;
} QtrSigningKey;

void qtr_signing_key_clear (QtrSigningKey *key);

/**
 * qtr_signature_find_key:
 * @name: a fingerprint, an address, or a part of the owner's name
 * @key: (out caller-allocates): the first key of that name that can sign here, to be cleared; zero it before
 *
 * Returns: whether there is one; if not, %QTR_ERROR_NOT_FOUND
 */
gboolean qtr_signature_find_key (const char *name, QtrSigningKey *key, GError **error);

/**
 * qtr_signature_make:
 *
 * Returns: (transfer full): a signature over @text, armoured; %NULL with %QTR_ERROR_REFUSED
 */
char *qtr_signature_make (const char *text, const QtrSigningKey *key, GError **error);

/**
 * qtr_signature_ask:
 *
 * A #QtrKeyAsk that asks the user's own rings.
 */
void qtr_signature_ask (const char *text, const char *signature, const char *key, QtrKeyAnswer *answer);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QtrSigningKey, qtr_signing_key_clear)

G_END_DECLS
