/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "import/xml.h"

#include <string.h>

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>

#include "base/error.h"
#include "import/package-limit.h"

/* What libxml2 tells of an attribute: name, prefix, namespace, and where its value begins and ends. */
#define ATTRIBUTE_SIZE 5

struct _QtrXml {
  const QtrXmlHandler *handler;
  gpointer data;
  xmlParserCtxt *parser;
  const char *member;
  GError *error;
  guint depth;

  /* Of the element that begins. */
  const char *namespace;
  const xmlChar **attributes;
  int n_attributes;
  /* (element-type utf8): the values that were asked for. */
  GPtrArray *values;
};

void
qtr_xml_fail (QtrXml *self, GError *error)
{
  if (self->error == NULL)
    self->error = error;
  else
    g_error_free (error);
  xmlStopParser (self->parser);
}

/* LibreOffice repeats attributes of OpenDocument in a namespace of its own. */
static gboolean
is_repeated (const xmlChar *namespace)
{
  return namespace != NULL && g_str_has_prefix ((const char *) namespace, "urn:org:documentfoundation:");
}

/* As no entity is ever replaced, libxml2 leaves the sign that begins them as a reference to its number. */
static char *
copy_value (const xmlChar *begin, const xmlChar *end)
{
  g_autoptr (GString) value = g_string_new_len ((const char *) begin, end - begin);

  g_string_replace (value, "&#38;", "&", 0);
  return g_string_free (g_steal_pointer (&value), FALSE);
}

const char *
qtr_xml_get (QtrXml *self, const char *attribute)
{
  for (int i = 0; i < self->n_attributes; i++) {
    const xmlChar **at = self->attributes + (gsize) i * ATTRIBUTE_SIZE;
    char *value = NULL;

    if (!g_str_equal ((const char *) at[0], attribute) || is_repeated (at[2]))
      continue;
    value = copy_value (at[3], at[4]);
    g_ptr_array_add (self->values, value);
    return value;
  }
  return NULL;
}

guint
qtr_xml_get_count (QtrXml *self, const char *attribute, guint fallback, guint most)
{
  const char *value = qtr_xml_get (self, attribute);
  guint64 number = 0;

  if (value == NULL || !g_ascii_string_to_unsigned (value, 10, 0, G_MAXUINT64, &number, NULL))
    return fallback;
  return (guint) MIN (number, most);
}

gboolean
qtr_xml_is_of (QtrXml *self, const char *vocabulary)
{
  return self->namespace != NULL && strstr (self->namespace, vocabulary) != NULL;
}

/* --- What libxml2 calls --- */

static void
begin_cb (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *namespace, int n_namespaces,
          const xmlChar **namespaces, int n_attributes, int n_defaulted, const xmlChar **attributes)
{
  QtrXml *self = data;

  if (self->error != NULL)
    return;
  if (++self->depth > QTR_PACKAGE_DEPTH) {
    qtr_xml_fail (self, g_error_new (QTR_ERROR, QTR_ERROR_LIMIT,
                                     /* Translators: the name of a file inside a document. */
                                     _ ("In %s, elements nest deeper than %d levels, the most that is read."),
                                     self->member, QTR_PACKAGE_DEPTH));
    return;
  }
  self->namespace = (const char *) namespace;
  self->attributes = attributes;
  self->n_attributes = n_attributes;
  self->handler->begin (self, (const char *) name, self->data);
  self->n_attributes = 0;
  g_ptr_array_set_size (self->values, 0);
}

static void
end_cb (void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *namespace)
{
  QtrXml *self = data;

  if (self->error != NULL)
    return;
  self->depth--;
  self->handler->end (self, (const char *) name, self->data);
}

static void
text_cb (void *data, const xmlChar *text, int size)
{
  QtrXml *self = data;

  if (self->error == NULL && self->handler->text != NULL && size > 0)
    self->handler->text (self, (const char *) text, (gsize) size, self->data);
}

/* Stands before all that could do harm: no entity of the file's own is ever declared. */
static void
subset_cb (void *data, const xmlChar *name, const xmlChar *external, const xmlChar *system)
{
  QtrXml *self = data;

  qtr_xml_fail (self,
                g_error_new (QTR_ERROR, QTR_ERROR_SYNTAX,
                             /* Translators: the name of a file inside a document. */
                             _ ("In %s there is a document type, which documents never have and which may be "
                                "meant to do harm. The file is not read."),
                             self->member));
}

/* --- The reading --- */

static void
say_broken (QtrXml *self)
{
  const xmlError *problem = xmlCtxtGetLastError (self->parser);
  g_autofree char *reason =
      g_strstrip (g_strdup (problem == NULL || problem->message == NULL ? "?" : problem->message));
  g_autofree char *valid = g_utf8_make_valid (reason, -1);

  if (self->error == NULL)
    g_set_error (
        &self->error, QTR_ERROR, QTR_ERROR_SYNTAX,
        /* Translators: the name of a file inside a document, a line in it, and the reason in English. */
        _ ("The file is broken: %s, line %d: %s. Get it once more, or open it in the program that made it "
           "and save it again."),
        self->member, problem == NULL ? 0 : problem->line, valid);
}

static gboolean
take_cb (const char *data, gsize size, gpointer user_data)
{
  QtrXml *self = user_data;

  if (xmlParseChunk (self->parser, data, (int) size, 0) != 0)
    say_broken (self);
  return self->error == NULL;
}

static gboolean
read_with_parser (QtrXml *self, QtrPackage *package, GCancellable *cancellable, GError **error)
{
  if (!qtr_package_stream (package, self->member, take_cb, self, cancellable, error))
    return FALSE;
  if (self->error == NULL && xmlParseChunk (self->parser, "", 0, 1) != 0)
    say_broken (self);
  if (self->error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}

gboolean
qtr_xml_read (QtrPackage *package, const char *member, const QtrXmlHandler *handler, gpointer data,
              GCancellable *cancellable, GError **error)
{
  xmlSAXHandler calls = {
    .initialized = XML_SAX2_MAGIC,
    .internalSubset = subset_cb,
    .startElementNs = begin_cb,
    .endElementNs = end_cb,
    .characters = text_cb,
    .cdataBlock = text_cb,
    .ignorableWhitespace = text_cb,
  };
  QtrXml self = { .handler = handler, .data = data, .member = member };
  gboolean done = FALSE;

  self.parser = xmlCreatePushParserCtxt (&calls, &self, NULL, 0, NULL);
  self.values = g_ptr_array_new_with_free_func (g_free);
  xmlCtxtUseOptions (self.parser, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  done = read_with_parser (&self, package, cancellable, error);
  xmlFreeParserCtxt (self.parser);
  g_ptr_array_unref (self.values);
  g_clear_error (&self.error);
  return done;
}
