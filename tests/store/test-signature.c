/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store/signature.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "base/error.h"
#include "format/format.h"
#include "model/audit.h"
#include "model/edit.h"

/* Keys of both kinds are made in a home that is thrown away, without passphrases. */

#define OPENPGP_OWNER "Anna Alder <anna@example.org>"
#define SMIME_NAME "Berta Birch"

static char *home;

static void
write_home (const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (home, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

/* Returns what the command printed. */
static char *
run (const char *line)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocessLauncher) launcher =
      g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autoptr (GSubprocess) process = NULL;
  g_auto (GStrv) words = NULL;
  char *out = NULL;

  g_assert_true (g_shell_parse_argv (line, NULL, &words, &error));
  g_subprocess_launcher_set_cwd (launcher, home);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) words, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &out, NULL, &error));
  g_test_message ("%s", line);
  g_assert_true (g_subprocess_get_successful (process));
  return out;
}

static void
do_run (const char *line)
{
  g_autofree char *out = run (line);
}

static void
make_openpgp_key (void)
{
  do_run ("gpg --batch --pinentry-mode loopback --passphrase '' --quick-generate-key '" OPENPGP_OWNER
          "' ed25519 sign never");
}

/* A certificate that signs itself, which this home is told to trust. */
static void
make_smime_key (void)
{
  g_autofree char *listed = NULL;
  g_auto (GStrv) lines = NULL;

  write_home ("parameters", "Key-Type: RSA\nKey-Length: 2048\nKey-Usage: sign, cert\nSerial: random\n"
                            "Name-DN: CN=" SMIME_NAME ",O=Example\nName-Email: berta@example.org\n%commit\n");
  do_run ("gpgsm --batch --pinentry-mode loopback --passphrase-fd 0 --armor --output certificate "
          "--generate-key parameters");
  do_run ("gpgsm --batch --import certificate");
  listed = run ("gpgsm --batch --list-keys --with-colons");
  lines = g_strsplit (listed, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++) {
    g_auto (GStrv) fields = g_strsplit (lines[i], ":", -1);

    if (g_strcmp0 (fields[0], "fpr") == 0) {
      g_autofree char *trusted = g_strdup_printf ("%s S relax\n", fields[9]);

      write_home ("trustlist.txt", trusted);
    }
  }
}

static void
make_home (void)
{
  home = g_dir_make_tmp ("quarterly-keys-XXXXXX", NULL);
  g_assert_nonnull (home);
  g_setenv ("GNUPGHOME", home, TRUE);
  write_home ("gpg-agent.conf", "allow-loopback-pinentry\n");
  write_home ("gpgsm.conf", "disable-crl-checks\ndisable-policy-checks\ndisable-dirmngr\n");
  make_openpgp_key ();
  make_smime_key ();
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name = NULL;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL) {
    g_autofree char *inner = g_build_filename (path, name, NULL);

    if (g_file_test (inner, G_FILE_TEST_IS_DIR))
      remove_folder (inner);
    else
      g_unlink (inner);
  }
  g_rmdir (path);
}

static void
remove_home (void)
{
  do_run ("gpgconf --kill all");
  remove_folder (home);
  g_free (home);
}

/* --- Signatures --- */

static void
ask (const char *text, const char *signature, const char *key, QtrKeyAnswer *answer)
{
  g_free (answer->owner);
  *answer = (QtrKeyAnswer) { QTR_KEY_UNKNOWN, NULL, FALSE };
  qtr_signature_ask (text, signature, key, answer);
}

static void
check_key (const char *name, const char *owner, const char *person)
{
  static const char text[] = "priority 7\n";
  g_auto (QtrSigningKey) key = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *signature = NULL;
  g_autofree char *half = NULL;
  g_autofree char *other = NULL;
  QtrKeyAnswer answer = { QTR_KEY_UNKNOWN, NULL, FALSE };

  g_assert_true (qtr_signature_find_key (name, &key, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (key.owner, ==, owner);
  g_assert_cmpstr (key.name, ==, person);
  signature = qtr_signature_make (text, &key, &error);
  g_assert_no_error (error);
  other = qtr_signature_make ("priority 8\n", &key, &error);
  half = g_strndup (signature, strlen (signature) / 2);

  ask (text, signature, key.fingerprint, &answer);
  g_assert_cmpint (answer.verdict, ==, QTR_KEY_GOOD);
  g_assert_true (answer.is_trusted);
  g_assert_cmpstr (answer.owner, ==, owner);
  ask ("priority 8\n", signature, key.fingerprint, &answer);
  g_assert_cmpint (answer.verdict, ==, QTR_KEY_BROKEN);
  ask (text, other, key.fingerprint, &answer);
  g_assert_cmpint (answer.verdict, ==, QTR_KEY_BROKEN);
  ask (text, half, key.fingerprint, &answer);
  g_assert_cmpint (answer.verdict, ==, QTR_KEY_BROKEN);
  ask (text, "", key.fingerprint, &answer);
  g_assert_cmpint (answer.verdict, ==, QTR_KEY_BROKEN);
  ask (text, "no signature at all", key.fingerprint, &answer);
  g_assert_cmpint (answer.verdict, ==, QTR_KEY_BROKEN);
  /* A good signature of another key than the one that is named. */
  ask (text, signature, "0000000000000000000000000000000000000000", &answer);
  g_assert_cmpint (answer.verdict, ==, QTR_KEY_BROKEN);
  g_free (answer.owner);
}

static void
test_openpgp (void)
{
  check_key ("anna@example.org", OPENPGP_OWNER, "Anna Alder");
}

static void
test_smime (void)
{
  check_key (SMIME_NAME, "CN=" SMIME_NAME ",O=Example", SMIME_NAME);
}

static void
test_no_key (void)
{
  g_auto (QtrSigningKey) key = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_false (qtr_signature_find_key ("nobody@example.org", &key, &error));
  g_assert_error (error, QTR_ERROR, QTR_ERROR_NOT_FOUND);
}

/* Whoever has not got the key cannot say anything. */
static void
test_unknown_key (void)
{
  g_auto (QtrSigningKey) key = { 0 };
  g_autofree char *empty = g_dir_make_tmp ("quarterly-keys-XXXXXX", NULL);
  g_autofree char *signature = NULL;
  QtrKeyAnswer answer = { QTR_KEY_BROKEN, NULL, FALSE };

  g_assert_true (qtr_signature_find_key ("anna@example.org", &key, NULL));
  signature = qtr_signature_make ("text", &key, NULL);
  g_setenv ("GNUPGHOME", empty, TRUE);
  qtr_signature_ask ("text", signature, key.fingerprint, &answer);
  do_run ("gpgconf --kill all");
  g_setenv ("GNUPGHOME", home, TRUE);
  g_assert_cmpint (answer.verdict, ==, QTR_KEY_UNKNOWN);
  remove_folder (empty);
}

/* --- Of plans --- */

static QtrPlan *
make_plan (void)
{
  g_autoptr (QtrPriority) priority =
      qtr_record_new (&qtr_priority_type, "id", "p1", "number", 1, "title", "Calls", NULL);
  g_autoptr (QtrList) priorities = qtr_list_append (NULL, priority);
  g_autoptr (QtrPlan) plan =
      qtr_record_new (&qtr_plan_type, "id", "plan", "title", "Plan", "priorities", priorities, NULL);
  g_autoptr (QtrPlan) first = qtr_edit_add_update (plan, qtr_plan_parse_period (plan, "2019-20-Q3"));

  return qtr_edit_add_update (first, qtr_plan_parse_period (plan, "2019-20-Q4"));
}

static QtrPlan *
sign (const QtrPlan *plan, guint update, const char *name)
{
  g_auto (QtrSigningKey) key = { 0 };
  QtrSigning signing = { .name = name, .made = "2020-01-02", .statement = "Seen\nand “agreed”" };
  g_autoptr (QtrSignOff) sign_off = NULL;
  g_autoptr (QtrSignOff) sealed = NULL;
  g_autofree char *text = NULL;
  g_autofree char *signature = NULL;

  g_assert_true (qtr_signature_find_key (name, &key, NULL));
  signing.key = key.fingerprint;
  sign_off = qtr_sign_off_new (plan, qtr_list_get (plan->updates, update), "p1", &signing);
  text = qtr_sign_off_to_text (plan, sign_off);
  signature = qtr_signature_make (text, &key, NULL);
  sealed = qtr_record_with (sign_off, "signature", signature, NULL);
  return qtr_edit_sign (plan, sealed);
}

/* State and proof of each sign-off, and how many entries of the log a key vouches for. */
static void
assert_judged (const QtrPlan *plan, const char *expected)
{
  g_autoptr (GPtrArray) answers = qtr_sign_offs_verify (plan, NULL, qtr_signature_ask);
  g_autoptr (GPtrArray) vouchers = qtr_sign_offs_list_vouchers (answers);
  g_autoptr (QtrLogAnswer) log = qtr_log_verify (plan, vouchers);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < answers->len; i++) {
    const QtrSignOffAnswer *answer = answers->pdata[i];

    g_string_append_printf (text, "%s %s, ", qtr_sign_off_state_get_word (answer->state),
                            qtr_proof_get_word (answer->proof));
  }
  g_string_append_printf (text, "%u proved, %u wrong", g_hash_table_size (log->proved), log->problems->len);
  g_assert_cmpstr (text->str, ==, expected);
}

static const QtrSignOff *
get_sign_off (const QtrPlan *plan, guint index)
{
  return qtr_list_get (plan->sign_offs, index);
}

/* A signed plan goes through its file as it is. */
static void
test_plan (void)
{
  g_autoptr (QtrPlan) plan = make_plan ();
  g_autoptr (QtrPlan) first = sign (plan, 0, "Anna Alder");
  g_autoptr (QtrPlan) both = sign (first, 1, SMIME_NAME);
  g_autoptr (GBytes) bytes = qtr_format_write (both);
  g_autoptr (QtrPlan) read = qtr_format_read (bytes, NULL);
  g_autoptr (QtrPlan) retitled = qtr_edit_set (read, "p1", "title", "Other", NULL);

  assert_judged (both, "good name-proved, good name-proved, 1 proved, 0 wrong");
  assert_judged (read, "good name-proved, good name-proved, 1 proved, 0 wrong");
  assert_judged (retitled, "changed name-proved, changed name-proved, 1 proved, 0 wrong");
}

/* Stripped, swapped, and replayed for another quarter and in another plan. */
static void
test_forged (void)
{
  g_autoptr (QtrPlan) plan = make_plan ();
  g_autoptr (QtrPlan) first = sign (plan, 0, "Anna Alder");
  g_autoptr (QtrPlan) both = sign (first, 1, SMIME_NAME);
  const char *one = get_sign_off (both, 0)->record.id;
  g_autofree char *other_signature = g_strdup (get_sign_off (both, 1)->signature);
  g_autofree char *other_update = g_strdup (get_sign_off (both, 1)->update);
  g_autoptr (QtrPlan) stripped = qtr_edit_set (both, one, "signature", NULL, NULL);
  g_autoptr (QtrPlan) bare = qtr_edit_set (both, one, "signature", NULL, "key", NULL, NULL);
  g_autoptr (QtrPlan) swapped = qtr_edit_set (both, one, "signature", other_signature, NULL);
  g_autoptr (QtrPlan) moved = qtr_edit_set (both, one, "update", other_update, NULL);
  g_autoptr (QtrPlan) elsewhere = qtr_record_with (first, "id", "another", NULL);
  g_autoptr (QtrPlan) without_log = qtr_edit_remove (both, ((QtrRecord *) qtr_list_get (both->audit, 0))->id);

  assert_judged (stripped, "broken name-stated, good name-proved, 1 proved, 1 wrong");
  /* A bare one is one whose name is only stated; the log says that it was another. */
  assert_judged (bare, "good name-stated, good name-proved, 1 proved, 1 wrong");
  assert_judged (swapped, "broken name-stated, good name-proved, 1 proved, 1 wrong");
  assert_judged (moved, "broken name-stated, good name-proved, 1 proved, 1 wrong");
  assert_judged (elsewhere, "broken name-stated, 0 proved, 1 wrong");
  assert_judged (without_log, "good name-proved, good name-proved, 0 proved, 1 wrong");
}

int
main (int argc, char **argv)
{
  int result = 0;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/signature/openpgp", test_openpgp);
  g_test_add_func ("/signature/smime", test_smime);
  g_test_add_func ("/signature/no-key", test_no_key);
  g_test_add_func ("/signature/unknown-key", test_unknown_key);
  g_test_add_func ("/signature/plan", test_plan);
  g_test_add_func ("/signature/forged", test_forged);
  make_home ();
  result = g_test_run ();
  remove_home ();
  return result;
}
