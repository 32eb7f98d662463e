/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store/signature.h"

#include <glib/gi18n-lib.h>
#include <gpgme.h>
#include <string.h>

#include "base/error.h"

G_DEFINE_AUTO_CLEANUP_FREE_FUNC (gpgme_ctx_t, gpgme_release, NULL)
G_DEFINE_AUTO_CLEANUP_FREE_FUNC (gpgme_data_t, gpgme_data_release, NULL)
G_DEFINE_AUTO_CLEANUP_FREE_FUNC (gpgme_key_t, gpgme_key_unref, NULL)

static const gpgme_protocol_t protocols[] = { GPGME_PROTOCOL_OpenPGP, GPGME_PROTOCOL_CMS };

/* The library wants to be asked for its version before anything else. */
static gpointer
start_library (gpointer data)
{
  return (gpointer) gpgme_check_version (NULL);
}

static gpgme_ctx_t
open_ring (gpgme_protocol_t protocol)
{
  static GOnce once = G_ONCE_INIT;
  gpgme_ctx_t ring = NULL;

  g_once (&once, start_library, NULL);
  if (gpgme_new (&ring) != GPG_ERR_NO_ERROR)
    return NULL;
  if (gpgme_set_protocol (ring, protocol) != GPG_ERR_NO_ERROR) {
    gpgme_release (ring);
    return NULL;
  }
  gpgme_set_armor (ring, 1);
  gpgme_set_offline (ring, 1);
  return ring;
}

static gpgme_data_t
hold_text (const char *text)
{
  gpgme_data_t data = NULL;

  return gpgme_data_new_from_mem (&data, text, strlen (text), 0) == GPG_ERR_NO_ERROR ? data : NULL;
}

/* --- Keys --- */

void
qtr_signing_key_clear (QtrSigningKey *key)
{
  g_clear_pointer (&key->fingerprint, g_free);
  g_clear_pointer (&key->owner, g_free);
  g_clear_pointer (&key->name, g_free);
}

/* The ring of S/MIME gives a name as "CN=Anna Alder,O=Example", and none apart. */
static char *
read_name (const gpgme_user_id_t user)
{
  static const char common_name[] = "CN=";

  if (user == NULL)
    return NULL;
  if (user->name != NULL && *user->name != '\0')
    return g_strdup (user->name);
  if (user->uid == NULL || !g_str_has_prefix (user->uid, common_name))
    return NULL;

  return g_strndup (user->uid + strlen (common_name), strcspn (user->uid + strlen (common_name), ","));
}

static gboolean
can_sign (const gpgme_key_t key)
{
  return key->can_sign && !key->revoked && !key->expired && !key->disabled && key->fpr != NULL;
}

static gboolean
find_in_ring (gpgme_protocol_t protocol, const char *name, QtrSigningKey *found)
{
  g_auto (gpgme_ctx_t) ring = open_ring (protocol);
  g_auto (gpgme_key_t) key = NULL;

  if (ring == NULL || gpgme_op_keylist_start (ring, name, 1) != GPG_ERR_NO_ERROR)
    return FALSE;
  while (gpgme_op_keylist_next (ring, &key) == GPG_ERR_NO_ERROR) {
    if (can_sign (key)) {
      *found = (QtrSigningKey) { .fingerprint = g_strdup (key->fpr),
                                 .owner = g_strdup (key->uids == NULL ? NULL : key->uids->uid),
                                 .name = read_name (key->uids),
                                 .is_smime = protocol == GPGME_PROTOCOL_CMS };
      return TRUE;
    }
    g_clear_pointer (&key, gpgme_key_unref);
  }

  return FALSE;
}

gboolean
qtr_signature_find_key (const char *name, QtrSigningKey *key, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (protocols); i++)
    if (find_in_ring (protocols[i], name, key))
      return TRUE;

  g_set_error (error, QTR_ERROR, QTR_ERROR_NOT_FOUND,
               _ ("there is no key “%s” here that can sign; “gpg -K” and “gpgsm -K” list those that can"),
               name);
  return FALSE;
}

/* --- Signing --- */

static char *
take_text (gpgme_data_t data)
{
  size_t length = 0;
  char *bytes = gpgme_data_release_and_get_mem (data, &length);
  char *text = bytes == NULL ? NULL : g_strndup (bytes, length);

  gpgme_free (bytes);
  return text;
}

static gpgme_error_t
make (gpgme_ctx_t ring, const char *text, const char *fingerprint, char **signature)
{
  g_auto (gpgme_key_t) key = NULL;
  g_auto (gpgme_data_t) plain = hold_text (text);
  gpgme_data_t made = NULL;
  gpgme_error_t failure = gpgme_get_key (ring, fingerprint, &key, 1);

  if (failure == GPG_ERR_NO_ERROR)
    failure = gpgme_signers_add (ring, key);
  if (failure == GPG_ERR_NO_ERROR)
    failure = gpgme_data_new (&made);
  if (failure == GPG_ERR_NO_ERROR)
    failure = gpgme_op_sign (ring, plain, made, GPGME_SIG_MODE_DETACH);
  if (failure == GPG_ERR_NO_ERROR)
    *signature = take_text (g_steal_pointer (&made));
  g_clear_pointer (&made, gpgme_data_release);
  return failure;
}

char *
qtr_signature_make (const char *text, const QtrSigningKey *key, GError **error)
{
  g_auto (gpgme_ctx_t) ring = open_ring (key->is_smime ? GPGME_PROTOCOL_CMS : GPGME_PROTOCOL_OpenPGP);
  char *signature = NULL;
  gpgme_error_t failure =
      ring == NULL ? gpgme_error (GPG_ERR_INV_ENGINE) : make (ring, text, key->fingerprint, &signature);

  if (signature == NULL)
    g_set_error (error, QTR_ERROR, QTR_ERROR_REFUSED, _ ("the key %s did not sign: %s"), key->fingerprint,
                 gpgme_strerror (failure));
  return signature;
}

/* --- Asking --- */

/* A signature may be made by a key that belongs to another one, which is the one that people name. */
static gboolean
is_by (gpgme_ctx_t ring, const gpgme_signature_t signature, const char *fingerprint, QtrKeyAnswer *answer)
{
  g_auto (gpgme_key_t) key = NULL;

  if (signature->fpr == NULL || gpgme_get_key (ring, signature->fpr, &key, 0) != GPG_ERR_NO_ERROR)
    return FALSE;
  if (key->uids != NULL)
    answer->owner = g_strdup (key->uids->uid);
  return g_ascii_strcasecmp (signature->fpr, fingerprint) == 0 ||
         (key->fpr != NULL && g_ascii_strcasecmp (key->fpr, fingerprint) == 0);
}

static QtrKeyVerdict
judge (gpgme_ctx_t ring, const gpgme_signature_t signature, const char *fingerprint, QtrKeyAnswer *answer)
{
  gpgme_err_code_t status = gpgme_err_code (signature->status);

  if (status == GPG_ERR_NO_PUBKEY || status == GPG_ERR_CERT_REVOKED)
    return QTR_KEY_UNKNOWN;
  if (status != GPG_ERR_NO_ERROR && status != GPG_ERR_KEY_EXPIRED)
    return QTR_KEY_BROKEN;
  if (!is_by (ring, signature, fingerprint, answer))
    return QTR_KEY_BROKEN;

  answer->is_trusted = status == GPG_ERR_NO_ERROR && signature->validity >= GPGME_VALIDITY_FULL;
  return QTR_KEY_GOOD;
}

static gpgme_protocol_t
find_protocol (const char *signature)
{
  return strstr (signature, "BEGIN PGP") != NULL ? GPGME_PROTOCOL_OpenPGP : GPGME_PROTOCOL_CMS;
}

static QtrKeyVerdict
ask_ring (gpgme_ctx_t ring, const char *text, const char *signature, const char *key, QtrKeyAnswer *answer)
{
  g_auto (gpgme_data_t) plain = hold_text (text);
  g_auto (gpgme_data_t) given = hold_text (signature);
  gpgme_error_t failure = gpgme_op_verify (ring, given, plain, NULL);
  gpgme_verify_result_t result = gpgme_op_verify_result (ring);

  if (gpgme_err_code (failure) == GPG_ERR_INV_ENGINE)
    return QTR_KEY_UNKNOWN;
  if (failure != GPG_ERR_NO_ERROR || result == NULL || result->signatures == NULL ||
      result->signatures->next != NULL)
    return QTR_KEY_BROKEN;

  return judge (ring, result->signatures, key, answer);
}

void
qtr_signature_ask (const char *text, const char *signature, const char *key, QtrKeyAnswer *answer)
{
  g_auto (gpgme_ctx_t) ring = open_ring (find_protocol (signature));

  answer->verdict = ring == NULL ? QTR_KEY_UNKNOWN : ask_ring (ring, text, signature, key, answer);
}
