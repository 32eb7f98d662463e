/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include <qpdf/qpdf-c.h>

#include "export/exporter.h"
#include "export/gate.h"

#include "pdf-peer.h"
#include "sample.h"

/* The conditions of the Matterhorn protocol that a program can decide are named by their numbers. */

typedef struct {
  qpdf_data qpdf;
  GBytes *bytes;
} Pdf;

static GBytes *
make (const QtrPlan *plan, const QtrPublicationOptions *options)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  QtrPublicationOptions final = { .findings = none };
  g_autoptr (GError) error = NULL;
  GBytes *bytes = qtr_export (plan, sample_quarter (), "pdf", options != NULL ? options : &final, &error);

  g_assert_no_error (error);
  return bytes;
}

static void
pdf_open (Pdf *self, GBytes *bytes)
{
  self->bytes = bytes;
  self->qpdf = qpdf_init ();
  g_assert_cmpint (
      qpdf_read_memory (self->qpdf, "made", g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL),
      ==, QPDF_SUCCESS);
}

static void
pdf_close (Pdf *self)
{
  qpdf_cleanup (&self->qpdf);
  g_bytes_unref (self->bytes);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Pdf, pdf_close)

static qpdf_oh
key (const Pdf *self, qpdf_oh object, const char *name)
{
  g_assert_true (qpdf_oh_is_dictionary (self->qpdf, object) || qpdf_oh_is_stream (self->qpdf, object));
  return qpdf_oh_get_key (
      self->qpdf, qpdf_oh_is_stream (self->qpdf, object) ? qpdf_oh_get_dict (self->qpdf, object) : object,
      name);
}

static gboolean
has (const Pdf *self, qpdf_oh object, const char *name)
{
  return qpdf_oh_is_dictionary (self->qpdf, object) && qpdf_oh_has_key (self->qpdf, object, name);
}

static char *
text (const Pdf *self, qpdf_oh object)
{
  return qpdf_oh_is_name (self->qpdf, object)     ? g_strdup (qpdf_oh_get_name (self->qpdf, object) + 1)
         : qpdf_oh_is_string (self->qpdf, object) ? g_strdup (qpdf_oh_get_utf8_value (self->qpdf, object))
                                                  : NULL;
}

static char *
text_at (const Pdf *self, qpdf_oh object, const char *name)
{
  return text (self, key (self, object, name));
}

static char *
content_of (const Pdf *self, qpdf_oh stream)
{
  unsigned char *data = NULL;
  size_t length = 0;
  char *content;

  g_assert_cmpint (qpdf_oh_get_stream_data (self->qpdf, stream, qpdf_dl_all, NULL, &data, &length), ==,
                   QPDF_SUCCESS);
  content = g_strndup ((char *) data, length);
  qpdf_oh_free_buffer (&data);
  return content;
}

/* 06-001 to 06-003, 07-001, 07-002, 11-006, and that no date of the clock is in it. */
static void
test_catalogue (void)
{
  g_autoptr (QtrPlan) plan = sample_plan ();
  g_auto (Pdf) pdf = { 0 };
  g_autofree char *language = NULL;
  g_autofree char *xmp = NULL;
  g_autofree char *title = NULL;
  qpdf_oh root, information;
  QPDF_BOOL yes = QPDF_FALSE;

  pdf_open (&pdf, make (plan, NULL));
  root = qpdf_get_root (pdf.qpdf);
  language = text_at (&pdf, root, "/Lang");
  g_assert_cmpstr (language, ==, "en-GB");
  qpdf_oh_get_value_as_bool (pdf.qpdf, key (&pdf, key (&pdf, root, "/MarkInfo"), "/Marked"), &yes);
  g_assert_true (yes);
  qpdf_oh_get_value_as_bool (pdf.qpdf, key (&pdf, key (&pdf, root, "/ViewerPreferences"), "/DisplayDocTitle"),
                             &yes);
  g_assert_true (yes);
  xmp = content_of (&pdf, key (&pdf, root, "/Metadata"));
  g_assert_nonnull (strstr (xmp, "<pdfuaid:part>1</pdfuaid:part>"));
  g_assert_nonnull (strstr (xmp, "Market Town Plan"));
  information = key (&pdf, qpdf_get_trailer (pdf.qpdf), "/Info");
  title = text_at (&pdf, information, "/Title");
  g_assert_nonnull (strstr (title, "Market Town Plan 2021-2025"));
  g_assert_false (has (&pdf, information, "/CreationDate"));
  g_assert_false (qpdf_is_encrypted (pdf.qpdf));
}

typedef struct {
  const Pdf *pdf;
  guint level;
  guint n_figures;
  guint n_headings;
} Structure;

/* What may stand in what: 09-004 and 09-005. */
static const struct {
  const char *child;
  const char *parents;
} places[] = {
  { "TR", " THead TBody " }, { "TH", " TR " },          { "TD", " TR " },
  { "THead", " Table " },    { "TBody", " Table " },    { "LI", " L " },
  { "Lbl", " LI " },         { "LBody", " LI " },       { "TOCI", " TOC " },
  { "Reference", " TOCI " }, { "Link", " Reference " }, { "Document", " StructTreeRoot " },
};

static void
check_place (const char *child, const char *parent)
{
  g_autofree char *padded = g_strdup_printf (" %s ", parent);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_str_equal (places[i].child, child) && strstr (places[i].parents, padded) == NULL)
      g_error ("%s in %s", child, parent);
}

/* 13-004: a figure has words; 14-002, 14-003: no level is left out; 15-003: a heading has a scope. */
static void
check_element (Structure *self, qpdf_oh object, const char *role)
{
  if (g_str_equal (role, "Figure")) {
    g_autofree char *words = text_at (self->pdf, object, "/Alt");

    g_assert_cmpstr (words, !=, NULL);
    g_assert_cmpstr (words, !=, "");
    g_assert_true (has (self->pdf, key (self->pdf, object, "/A"), "/BBox"));
    self->n_figures++;
  }
  if (role[0] == 'H' && g_ascii_isdigit (role[1])) {
    guint level = (guint) (role[1] - '0');

    g_assert_cmpuint (level, <=, self->level + 1);
    self->level = level;
    self->n_headings++;
  }
  if (g_str_equal (role, "TH"))
    g_assert_true (has (self->pdf, key (self->pdf, object, "/A"), "/Scope"));
  if (g_str_equal (role, "L"))
    g_assert_true (has (self->pdf, key (self->pdf, object, "/A"), "/ListNumbering"));
}

static void
walk (Structure *self, qpdf_oh object, const char *parent)
{
  qpdf_data qpdf = self->pdf->qpdf;
  g_autofree char *role = NULL;
  qpdf_oh children;

  if (!has (self->pdf, object, "/S"))
    return;
  role = text_at (self->pdf, object, "/S");
  check_place (role, parent);
  check_element (self, object, role);
  children = key (self->pdf, object, "/K");
  if (!qpdf_oh_is_array (qpdf, children))
    walk (self, children, role);
  for (int i = 0; qpdf_oh_is_array (qpdf, children) && i < qpdf_oh_get_array_n_items (qpdf, children); i++)
    walk (self, qpdf_oh_get_array_item (qpdf, children, i), role);
}

static void
test_structure (void)
{
  g_autoptr (QtrPlan) plan = sample_plan ();
  g_auto (Pdf) pdf = { 0 };
  Structure structure = { &pdf };
  qpdf_oh children;

  pdf_open (&pdf, make (plan, NULL));
  children = key (&pdf, key (&pdf, qpdf_get_root (pdf.qpdf), "/StructTreeRoot"), "/K");
  if (qpdf_oh_is_array (pdf.qpdf, children)) {
    g_assert_cmpint (qpdf_oh_get_array_n_items (pdf.qpdf, children), ==, 1);
    children = qpdf_oh_get_array_item (pdf.qpdf, children, 0);
  }
  walk (&structure, children, "StructTreeRoot");
  g_assert_cmpuint (structure.n_figures, ==, 3);
  g_assert_cmpuint (structure.n_headings, ==, 13);
}

/* 28-008, 28-009, 28-011, 28-012: tabs go by the structure, and links are in it, with words. */
static void
test_links (void)
{
  g_autoptr (QtrPlan) plan = sample_plan ();
  g_auto (Pdf) pdf = { 0 };
  guint n_links = 0;

  pdf_open (&pdf, make (plan, NULL));
  for (int i = 0; i < qpdf_get_num_pages (pdf.qpdf); i++) {
    qpdf_oh page = qpdf_get_page_n (pdf.qpdf, (size_t) i);
    qpdf_oh annotations = key (&pdf, page, "/Annots");
    g_autofree char *tabs = text_at (&pdf, page, "/Tabs");

    g_assert_cmpstr (tabs, ==, "S");
    for (int j = 0;
         qpdf_oh_is_array (pdf.qpdf, annotations) && j < qpdf_oh_get_array_n_items (pdf.qpdf, annotations);
         j++) {
      qpdf_oh annotation = qpdf_oh_get_array_item (pdf.qpdf, annotations, j);
      g_autofree char *words = text_at (&pdf, annotation, "/Contents");

      g_assert_nonnull (words);
      g_assert_true (has (&pdf, annotation, "/StructParent"));
      g_assert_true (has (&pdf, annotation, "/Dest") || has (&pdf, annotation, "/A"));
      n_links++;
    }
  }
  g_assert_cmpuint (n_links, ==, 3);
}

/* The next word of a page's content; a text is one word. */
static char *
next_token (const char **at)
{
  const char *start;

  *at += strspn (*at, " \n\r\t");
  start = *at;
  if (*start == '\0')
    return NULL;
  if (*start == '(') {
    int depth = 0;

    do {
      depth += **at == '(' ? 1 : **at == ')' ? -1 : 0;
      *at += **at == '\\' ? 2 : 1;
    } while (depth > 0);
  } else if (strchr ("[]", *start) != NULL) {
    (*at)++;
  } else {
    *at += MAX (strcspn (*at, " \n\r\t([]"), 1);
  }
  return g_strndup (start, (gsize) (*at - start));
}

static const char *const painting[] = { "f", "F",  "f*", "B", "B*", "b",  "b*", "S",
                                        "s", "Tj", "TJ", "'", "\"", "Do", "sh" };

/* What each mark of a page belongs to, as the tree of parents says. */
static qpdf_oh
parents_of (const Pdf *pdf, long long page)
{
  qpdf_oh tree = key (pdf, key (pdf, qpdf_get_root (pdf->qpdf), "/StructTreeRoot"), "/ParentTree");
  qpdf_oh numbers = key (pdf, tree, "/Nums");

  for (int i = 0; i + 1 < qpdf_oh_get_array_n_items (pdf->qpdf, numbers); i += 2)
    if (qpdf_oh_get_int_value (pdf->qpdf, qpdf_oh_get_array_item (pdf->qpdf, numbers, i)) == page)
      return qpdf_oh_get_array_item (pdf->qpdf, numbers, i + 1);
  g_error ("no parents of page %lld", page);
}

static gboolean
holds_mark (const Pdf *pdf, qpdf_oh kid, qpdf_oh page, long long mark)
{
  qpdf_data qpdf = pdf->qpdf;

  if (qpdf_oh_is_integer (qpdf, kid))
    return qpdf_oh_get_int_value (qpdf, kid) == mark;
  return has (pdf, kid, "/MCID") && qpdf_oh_get_int_value (qpdf, key (pdf, kid, "/MCID")) == mark &&
         qpdf_oh_get_object_id (qpdf, key (pdf, kid, "/Pg")) == qpdf_oh_get_object_id (qpdf, page);
}

static void
check_mark (const Pdf *pdf, qpdf_oh page, long long mark)
{
  qpdf_data qpdf = pdf->qpdf;
  qpdf_oh parents = parents_of (pdf, qpdf_oh_get_int_value (qpdf, key (pdf, page, "/StructParents")));
  qpdf_oh element, kids;

  g_assert_cmpint (mark, <, qpdf_oh_get_array_n_items (qpdf, parents));
  element = qpdf_oh_get_array_item (qpdf, parents, (int) mark);
  kids = key (pdf, element, "/K");
  if (!qpdf_oh_is_array (qpdf, kids)) {
    g_assert_true (holds_mark (pdf, kids, page, mark));
    return;
  }
  for (int i = 0; i < qpdf_oh_get_array_n_items (qpdf, kids); i++)
    if (holds_mark (pdf, qpdf_oh_get_array_item (qpdf, kids, i), page, mark))
      return;
  g_error ("mark %lld is not in its element", mark);
}

/* 01-005: whatever is painted is an artefact or in the structure; and both trees agree. A span inside says
 * which letters a glyph is. */
static void
check_content (const Pdf *pdf, qpdf_oh page, const char *content)
{
  const char *at = content;
  int depth = 0, spans = 0;
  gboolean is_span = FALSE;
  long long mark = -1;
  gboolean marked = FALSE;
  char *token;

  for (; (token = next_token (&at)) != NULL; g_free (token)) {
    if (marked && g_ascii_isdigit (*token))
      mark = g_ascii_strtoll (token, NULL, 10);
    marked = g_str_equal (token, "/MCID");
    is_span = is_span || g_str_equal (token, "/Span");
    if (g_str_equal (token, "EMC") && spans > 0) {
      spans--;
    } else if (g_str_equal (token, "EMC")) {
      g_assert_cmpint (--depth, ==, 0);
    } else if (g_str_equal (token, "BDC") && is_span) {
      spans++;
      is_span = FALSE;
    } else if (g_str_equal (token, "BDC") || g_str_equal (token, "BMC")) {
      g_assert_cmpint (depth++, ==, 0);
    }
    if (g_str_equal (token, "BDC") && mark >= 0)
      check_mark (pdf, page, mark);
    mark = g_str_equal (token, "BDC") ? -1 : mark;
    for (guint i = 0; i < G_N_ELEMENTS (painting); i++)
      if (g_str_equal (token, painting[i]) && depth != 1)
        g_error ("“%s” is neither artefact nor in the structure: …%.*s", token, 120, MAX (at - 100, content));
  }
  g_assert_cmpint (depth, ==, 0);
}

static void
test_content (void)
{
  g_autoptr (QtrPlan) plan = sample_plan ();
  g_auto (Pdf) pdf = { 0 };

  pdf_open (&pdf, make (plan, NULL));
  for (int i = 0; i < qpdf_get_num_pages (pdf.qpdf); i++) {
    qpdf_oh page = qpdf_get_page_n (pdf.qpdf, (size_t) i);
    unsigned char *data = NULL;
    size_t length = 0;
    g_autofree char *content = NULL;

    g_assert_cmpint (qpdf_oh_get_page_content_data (pdf.qpdf, page, &data, &length), ==, QPDF_SUCCESS);
    content = g_strndup ((char *) data, length);
    qpdf_oh_free_buffer (&data);
    check_content (&pdf, page, content);
  }
}

/* 10-001, 31-004, 31-009: every font is in the file, has a name, and says which letters its glyphs are. */
static void
test_fonts (void)
{
  g_autoptr (QtrPlan) plan = sample_plan ();
  g_auto (Pdf) pdf = { 0 };
  guint n_fonts = 0;
  int n_objects;

  pdf_open (&pdf, make (plan, NULL));
  n_objects = qpdf_oh_get_int_value_as_int (pdf.qpdf, key (&pdf, qpdf_get_trailer (pdf.qpdf), "/Size"));
  for (int i = 1; i < n_objects; i++) {
    qpdf_oh object = qpdf_get_object_by_id (pdf.qpdf, i, 0);
    g_autofree char *type = has (&pdf, object, "/Type") ? text_at (&pdf, object, "/Type") : NULL;
    g_autofree char *subtype = has (&pdf, object, "/Subtype") ? text_at (&pdf, object, "/Subtype") : NULL;

    if (g_strcmp0 (type, "FontDescriptor") == 0) {
      g_assert_true (has (&pdf, object, "/FontFile") || has (&pdf, object, "/FontFile2") ||
                     has (&pdf, object, "/FontFile3"));
      n_fonts++;
    }
    if (g_strcmp0 (type, "Font") == 0 && !g_str_has_prefix (subtype, "CIDFont"))
      g_assert_true (has (&pdf, object, "/ToUnicode"));
    if (g_strcmp0 (subtype, "CIDFontType2") == 0)
      g_assert_true (has (&pdf, object, "/CIDToGIDMap"));
  }
  g_assert_cmpuint (n_fonts, >=, 2);
}

static void
test_bookmarks (void)
{
  g_autoptr (QtrPlan) plan = sample_plan ();
  g_auto (Pdf) pdf = { 0 };
  g_autoptr (GString) titles = g_string_new (NULL);
  qpdf_oh item;

  pdf_open (&pdf, make (plan, NULL));
  item = key (&pdf, key (&pdf, qpdf_get_root (pdf.qpdf), "/Outlines"), "/First");
  while (qpdf_oh_is_dictionary (pdf.qpdf, item)) {
    g_autofree char *title = text_at (&pdf, item, "/Title");

    g_string_append_printf (titles, "%s\n", title);
    item = key (&pdf, item, "/Next");
  }
  g_assert_cmpstr (titles->str, ==,
                   "Contents\nPriority 1 – Streets that feel safe\nPriority 2 – Calls answered in time\n"
                   "Corrections\n");
}

static void
test_words (void)
{
  static const QtrPaper papers[] = { QTR_PAPER_A4, QTR_PAPER_A4_LANDSCAPE };

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++) {
    g_autoptr (QtrPlan) plan = sample_plan ();
    g_autoptr (GPtrArray) findings = qtr_gate_run (plan, sample_quarter ());
    QtrPublicationOptions options = { .draft = TRUE, .paper = papers[i], .findings = findings };
    g_autoptr (QtrPublication) publication = qtr_publication_new (plan, sample_quarter (), &options, NULL);
    g_autoptr (GBytes) pdf = make (plan, &options);
    g_autofree char *words = sample_words (publication);
    g_autofree char *found = pdf_peer_get_text (pdf);

    pdf_peer_check (pdf);
    pdf_peer_assert_words (words, found);
  }
}

static void
test_hostile (void)
{
  g_autofree char *endless = g_strnfill (10000, 'W');
  const char *const texts[] = {
    endless,
    "\u05e9\u05dc\u05d5\u05dd 42",
    "\u202eevil\u202c",
    "👩‍👩‍👧‍👧",
    "e\u0301\u0323\u0301\u0323",
    "<script>alert(1)</script> ]]>",
    "=cmd|' /C calc'!A0",
    "') Tj ET (\\",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    QtrPublicationOptions options = { .draft = TRUE, .paper = i % 2 };
    g_autoptr (QtrPlan) plan = sample_plan_saying (texts[i]);
    g_autoptr (GBytes) pdf = make (plan, &options);

    pdf_peer_check (pdf);
  }
}

/* What is attached is what the figures are as a file of their own; nothing is unless it is asked for. */
static void
test_attached (void)
{
  g_autoptr (QtrPlan) plan = sample_plan ();
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  QtrPublicationOptions options = { .findings = none, .attach = TRUE };
  g_autoptr (GBytes) csv = qtr_export (plan, sample_quarter (), "csv", &options, NULL);
  g_auto (Pdf) pdf = { 0 };
  g_auto (Pdf) bare = { 0 };
  g_autofree char *content = NULL;
  g_autofree char *relation = NULL;
  qpdf_oh root, files, file;

  pdf_open (&bare, make (plan, NULL));
  g_assert_false (has (&bare, qpdf_get_root (bare.qpdf), "/AF"));
  pdf_open (&pdf, make (plan, &options));
  pdf_peer_check (pdf.bytes);
  root = qpdf_get_root (pdf.qpdf);
  files = key (&pdf, key (&pdf, key (&pdf, root, "/Names"), "/EmbeddedFiles"), "/Names");
  g_assert_cmpint (qpdf_oh_get_array_n_items (pdf.qpdf, files), ==, 2);
  file = qpdf_oh_get_array_item (pdf.qpdf, files, 1);
  relation = text_at (&pdf, file, "/AFRelationship");
  g_assert_cmpstr (relation, ==, "Data");
  content = content_of (&pdf, key (&pdf, key (&pdf, file, "/EF"), "/F"));
  g_assert_cmpmem (content, strlen (content), g_bytes_get_data (csv, NULL), g_bytes_get_size (csv));
  g_assert_true (has (&pdf, root, "/AF"));
}

/* Neither the clock nor the place where it runs goes into the file. */
static void
test_same_bytes (void)
{
  QtrPublicationOptions options = { .draft = TRUE };
  g_autoptr (QtrPlan) plan = sample_plan ();
  g_autoptr (GBytes) first = make (plan, &options);
  g_autoptr (GBytes) second = NULL;

  g_setenv ("SOURCE_DATE_EPOCH", "86400", TRUE);
  second = make (plan, &options);
  g_unsetenv ("SOURCE_DATE_EPOCH");
  g_assert_true (g_bytes_equal (first, second));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/export/pdf/catalogue", test_catalogue);
  g_test_add_func ("/export/pdf/structure", test_structure);
  g_test_add_func ("/export/pdf/links", test_links);
  g_test_add_func ("/export/pdf/content", test_content);
  g_test_add_func ("/export/pdf/fonts", test_fonts);
  g_test_add_func ("/export/pdf/bookmarks", test_bookmarks);
  g_test_add_func ("/export/pdf/words", test_words);
  g_test_add_func ("/export/pdf/attached", test_attached);
  g_test_add_func ("/export/pdf/hostile", test_hostile);
  g_test_add_func ("/export/pdf/same-bytes", test_same_bytes);
  return g_test_run ();
}
