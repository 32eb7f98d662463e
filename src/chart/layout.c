/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>
#include <stdlib.h>

#include <glib/gi18n-lib.h>

#include "chart/layout-private.h"

/* The picture for which the sizes were chosen; others follow it, but letters grow and shrink by less. */
#define USUAL_WIDTH 640.0
#define USUAL_HEIGHT 400.0
#define USUAL_EM 12.0
#define SMALLEST_SHARE 0.8

/* Of the picture's height, what the plot keeps if anything else can give way. */
#define PLOT_SHARE 0.4

/* Of the picture's width, what the labels at the right may take, and what the plot keeps. */
#define COLUMN_SHARE 0.32
#define PLOT_WIDTH_SHARE 0.3

/* Of the letters beside the axes, the smallest that a label may shrink to. */
#define SMALLEST_LETTER 0.65

/* What is left out, step by step, until the plot has its height. */
static const QtrChartShare shares[] = {
  { .title = 2, .subtitle = 2, .notes = 3, .has_source = TRUE, .has_key = TRUE },
  { .title = 2, .subtitle = 1, .notes = 3, .has_source = TRUE, .has_key = TRUE },
  { .title = 2, .subtitle = 1, .notes = 2, .has_source = TRUE, .has_key = TRUE },
  { .title = 2, .subtitle = 1, .notes = 2, .has_source = FALSE, .has_key = TRUE },
  { .title = 2, .subtitle = 0, .notes = 2, .has_source = FALSE, .has_key = TRUE },
  { .title = 1, .subtitle = 0, .notes = 2, .has_source = FALSE, .has_key = TRUE },
  { .title = 1, .subtitle = 0, .notes = 2, .has_source = FALSE },
  { .title = 1, .subtitle = 0, .notes = 1, .has_source = FALSE },
  { .title = 0, .subtitle = 0, .notes = 1, .has_source = FALSE },
  { .title = 0, .subtitle = 0, .notes = 0, .has_source = FALSE },
};

void
qtr_chart_plot_add_label (QtrChartPlot *plot, char *words, double value, QtrChartRole role,
                          gboolean is_headline)
{
  g_return_if_fail (plot->n_labels < G_N_ELEMENTS (plot->labels));

  plot->labels[plot->n_labels++] = (QtrChartEndLabel) { words, value, role, is_headline };
}

void
qtr_chart_plot_add_key (QtrChartPlot *plot, const char *words, QtrChartRole role, QtrChartShape shape)
{
  g_return_if_fail (plot->n_keys < G_N_ELEMENTS (plot->keys));

  plot->keys[plot->n_keys++] = (QtrChartKey) { .words = words, .role = role, .shape = shape };
}

void
qtr_chart_plot_clear (QtrChartPlot *plot)
{
  for (guint i = 0; i < plot->n_labels; i++)
    g_free (plot->labels[i].words);
  g_free (plot->remarks);
}

static double
size_share (double width, double height)
{
  double share = MIN (width / USUAL_WIDTH, height / USUAL_HEIGHT);

  return share < 1 ? MAX (pow (share, 0.3), SMALLEST_SHARE) : pow (share, 0.75);
}

static void
clear_label (gpointer label)
{
  g_free (((QtrChartLabel *) label)->text);
}

QtrChartLayout *
qtr_chart_layout_new (const QtrChart *chart, const QtrChartStyle *style, double width, double height)
{
  QtrChartLayout *self = g_new0 (QtrChartLayout, 1);
  double scale = style && style->text_scale > 0 ? CLAMP (style->text_scale, 0.5, 4) : 1;

  self->chart = chart;
  if (style)
    self->style = *style;
  self->width = width;
  self->height = height;
  self->stroke = size_share (width, height);
  self->em = USUAL_EM * self->stroke * scale;
  self->context = qtr_chart_text_context (self->style.font);
  self->texts = g_ptr_array_new_with_free_func ((GDestroyNotify) qtr_chart_text_free);
  self->geometry.marks = g_array_new (FALSE, TRUE, sizeof (QtrChartMark));
  self->geometry.labels = g_array_new (FALSE, TRUE, sizeof (QtrChartLabel));
  g_array_set_clear_func (self->geometry.labels, clear_label);
  self->keys = g_array_new (FALSE, FALSE, sizeof (QtrChartKey));
  qtr_chart_kind_find (qtr_chart_get_kind (chart))->layout (self);
  return self;
}

void
qtr_chart_layout_free (QtrChartLayout *layout)
{
  qtr_chart_geometry_clear (&layout->geometry);
  g_ptr_array_unref (layout->texts);
  g_array_unref (layout->keys);
  g_object_unref (layout->context);
  g_free (layout);
}

gboolean
qtr_chart_layout_is_empty (const QtrChartLayout *layout)
{
  return layout->geometry.plot.width <= 0;
}

QtrChartText *
qtr_chart_layout_set_text (QtrChartLayout *layout, const char *words, QtrChartTextSpec spec)
{
  return qtr_chart_text_new (layout->context, words, spec);
}

void
qtr_chart_layout_place (QtrChartLayout *layout, QtrChartText *text, double x, double y)
{
  QtrChartLabel label;

  text->x = x;
  text->y = y;
  g_ptr_array_add (layout->texts, text);
  label.text = g_strdup (pango_layout_get_text (text->layout));
  label.box = qtr_chart_text_get_box (text);
  label.is_shortened = qtr_chart_text_is_shortened (text);
  g_array_append_val (layout->geometry.labels, label);
}

double
qtr_chart_layout_get_margin (const QtrChartLayout *layout)
{
  return MIN (20 * layout->stroke, layout->width * 0.04);
}

/* Margins follow the strokes, not the letters: large letters need the room themselves. */
static QtrChartBox
picture_frame (const QtrChartLayout *layout)
{
  double side = qtr_chart_layout_get_margin (layout);
  double end = MIN (16 * layout->stroke, layout->height * 0.05);

  return (QtrChartBox) { side, end, MAX (layout->width - 2 * side, 1), MAX (layout->height - 2 * end, 1) };
}

/* Titles shrink with small pictures by more than the letters beside the axes. */
static double
title_size (const QtrChartLayout *layout)
{
  double share = MIN (layout->width / USUAL_WIDTH, layout->height / USUAL_HEIGHT);

  return layout->em * (1.25 + 0.37 * CLAMP (share, 0, 1));
}

static double
place_line (QtrChartLayout *layout, const char *words, QtrChartTextSpec spec, double x, double y)
{
  QtrChartText *text = qtr_chart_layout_set_text (layout, words, spec);
  double height;

  qtr_chart_text_get_size (text, NULL, &height);
  qtr_chart_layout_place (layout, text, x, y);
  return y + height;
}

/* Title and subtitle; takes them off the top of the frame. */
static void
place_head (QtrChartLayout *layout, const QtrChartShare *share, QtrChartBox *frame)
{
  double top = frame->y;
  const char *subtitle = qtr_chart_get_subtitle (layout->chart);

  if (layout->style.hide_title || share->title == 0)
    return;
  top = place_line (layout, qtr_chart_get_title (layout->chart),
                    (QtrChartTextSpec) { .size = title_size (layout),
                                         .is_bold = TRUE,
                                         .role = QTR_CHART_ROLE_INK,
                                         .width = frame->width,
                                         .lines = share->title },
                    frame->x, top);
  if (share->subtitle > 0 && *subtitle)
    top = place_line (layout, subtitle,
                      (QtrChartTextSpec) { .size = layout->em * 1.08,
                                           .role = QTR_CHART_ROLE_QUIET,
                                           .width = frame->width,
                                           .lines = share->subtitle },
                      frame->x, top + 0.25 * layout->em);
  top += 0.9 * layout->em;
  frame->height -= top - frame->y;
  frame->y = top;
}

void
qtr_chart_layout_free_text (gpointer text)
{
  if (text)
    qtr_chart_text_free (text);
}

/* Half of a key would mislead: where it does not fit on a line, there is none. */
static gboolean
measure_keys (QtrChartLayout *layout, const QtrChartPlot *plot, double room, GPtrArray *texts)
{
  double total = 0;

  for (guint i = 0; i < plot->n_keys; i++) {
    QtrChartText *text = qtr_chart_layout_set_text (
        layout, plot->keys[i].words, (QtrChartTextSpec) { .size = layout->em, .role = QTR_CHART_ROLE_INK });
    double width;

    qtr_chart_text_get_size (text, &width, NULL);
    g_ptr_array_add (texts, text);
    total += width + 2.6 * layout->em;
  }
  return total <= room;
}

/* Takes a line off the top of the frame. */
static void
place_keys (QtrChartLayout *layout, const QtrChartPlot *plot, QtrChartBox *frame)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (qtr_chart_layout_free_text);
  double x = frame->x, height = 0;

  if (!measure_keys (layout, plot, frame->width, texts))
    return;
  for (guint i = 0; i < plot->n_keys; i++) {
    QtrChartText *text = g_steal_pointer (&texts->pdata[i]);
    QtrChartKey key = plot->keys[i];
    double width;

    qtr_chart_text_get_size (text, &width, &height);
    key.x = x + 0.4 * layout->em;
    key.y = frame->y + height / 2;
    g_array_append_val (layout->keys, key);
    qtr_chart_layout_place (layout, text, x + 1.1 * layout->em, frame->y);
    x += width + 2.6 * layout->em;
  }
  if (height > 0) {
    frame->y += height + 0.5 * layout->em;
    frame->height -= height + 0.5 * layout->em;
  }
}

static char *
format_source (const QtrChart *chart)
{
  const char *source = qtr_chart_get_source (chart);

  if (!source || !*source)
    return g_strdup ("");
  if (g_str_has_suffix (source, "."))
    /* Translators: where the values of a chart come from; a sentence of its own. */
    return g_strdup_printf (_ ("Source: %s"), source);
  /* Translators: where the values of a chart come from. */
  return g_strdup_printf (_ ("Source: %s."), source);
}

static char *
join (const char *first, const char *second)
{
  return g_strconcat (first, *first && *second ? " " : "", second, NULL);
}

/* The source comes first while all can be read; else the remarks do, so that no ellipsis swallows them. */
static QtrChartText *
set_notes (QtrChartLayout *layout, const QtrChartShare *share, const char *remarks, double width)
{
  g_autofree char *source = share->has_source ? format_source (layout->chart) : g_strdup ("");
  g_autofree char *usual = join (source, remarks);
  g_autofree char *safe = join (remarks, source);
  QtrChartTextSpec spec = {
    .size = layout->em * 0.84, .role = QTR_CHART_ROLE_QUIET, .width = width, .lines = share->notes
  };
  QtrChartText *text;

  if (share->notes == 0 || !*usual)
    return NULL;
  text = qtr_chart_layout_set_text (layout, usual, spec);
  if (!qtr_chart_text_is_shortened (text))
    return text;
  qtr_chart_text_free (text);
  return qtr_chart_layout_set_text (layout, safe, spec);
}

/* Takes the notes off the bottom of the frame. */
static void
place_foot (QtrChartLayout *layout, const QtrChartShare *share, const char *remarks, QtrChartBox *frame)
{
  QtrChartText *text = set_notes (layout, share, remarks ? remarks : "", frame->width);
  double height;

  if (!text)
    return;
  qtr_chart_text_get_size (text, NULL, &height);
  qtr_chart_layout_place (layout, text, frame->x, frame->y + frame->height - height);
  frame->height -= height + 0.9 * layout->em;
}

static void
forget_texts (QtrChartLayout *layout)
{
  g_ptr_array_set_size (layout->texts, 0);
  g_array_set_size (layout->geometry.labels, 0);
  g_array_set_size (layout->keys, 0);
}

/* Words break between words; what is too wide even so, such as a long value, is set smaller, and what would
 * become too small to read is left out: half a number is worse than none. */
static QtrChartText *
set_end_label (QtrChartLayout *layout, const QtrChartEndLabel *label, double most)
{
  QtrChartTextSpec spec = { .size = layout->em * (label->is_headline ? 1.42 : 1),
                            .is_bold = label->is_headline,
                            .role = label->role,
                            .width = label->is_headline ? 0 : most,
                            .lines = label->is_headline ? 1 : 3,
                            .keeps_words = TRUE };

  for (int tries = 0; tries < 4 && spec.size >= SMALLEST_LETTER * layout->em; tries++) {
    g_autoptr (QtrChartText) text = qtr_chart_layout_set_text (layout, label->words, spec);
    double width;

    qtr_chart_text_get_size (text, &width, NULL);
    if (width <= most && !qtr_chart_text_is_shortened (text))
      return g_steal_pointer (&text);
    spec.size *= CLAMP (most / MAX (width, 1), 0.5, 0.9) * 0.99;
  }
  return NULL;
}

static void
set_column (QtrChartLayout *layout, const QtrChartPlot *plot, QtrChartColumn *column)
{
  *column = (QtrChartColumn) { 0 };
  for (guint i = 0; i < plot->n_labels; i++) {
    QtrChartText *text = set_end_label (layout, &plot->labels[i], layout->width * COLUMN_SHARE);
    QtrChartEntry *entry = &column->entries[column->n_entries];
    double width;

    if (!text)
      continue;
    *entry = (QtrChartEntry) { .text = text, .value = plot->labels[i].value, .rank = i };
    qtr_chart_text_get_size (text, &width, &entry->height);
    column->width = MAX (column->width, width);
    column->n_entries++;
  }
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const QtrChartEntry *first = a;
  const QtrChartEntry *second = b;

  if (first->value != second->value)
    return first->value > second->value ? -1 : 1;
  return (int) first->rank - (int) second->rank;
}

static double
sum_heights (const QtrChartEntry *entries, guint n_entries)
{
  double sum = 0;

  for (guint i = 0; i < n_entries; i++)
    sum += entries[i].height;
  return sum;
}

/* The first label stands beside its value, unless the others need it to make room; they keep their order
 * around it, each as near to its own value as it can. */
static void
spread_entries (QtrChartColumn *column, double low, double high)
{
  QtrChartEntry *entries = column->entries;
  guint n = column->n_entries;
  guint pivot = 0;

  qsort (entries, n, sizeof *entries, compare_entries);
  for (guint i = 0; i < n; i++)
    if (entries[i].rank < entries[pivot].rank)
      pivot = i;
  entries[pivot].top = CLAMP (entries[pivot].top, low + sum_heights (entries, pivot),
                              high - sum_heights (entries + pivot, n - pivot));
  for (guint i = pivot; i > 0; i--) {
    QtrChartEntry *entry = &entries[i - 1];

    entry->top = CLAMP (entry->top, low + sum_heights (entries, i - 1), entries[i].top - entry->height);
  }
  for (guint i = pivot + 1; i < n; i++)
    entries[i].top = CLAMP (entries[i].top, entries[i - 1].top + entries[i - 1].height,
                            high - sum_heights (entries + i, n - i));
}

/* The last are the least important. */
static void
drop_entries (QtrChartColumn *column, double room)
{
  while (column->n_entries > 0 && sum_heights (column->entries, column->n_entries) > room)
    qtr_chart_text_free (column->entries[--column->n_entries].text);
}

static void
place_column (QtrChartLayout *layout, QtrChartColumn *column, double x, double low, double high)
{
  drop_entries (column, high - low);
  if (column->n_entries == 0)
    return;
  for (guint i = 0; i < column->n_entries; i++) {
    QtrChartEntry *entry = &column->entries[i];

    entry->top = qtr_chart_geometry_value_to_y (&layout->geometry, entry->value) - entry->height / 2;
  }
  spread_entries (column, low, high);
  for (guint i = 0; i < column->n_entries; i++)
    qtr_chart_layout_place (layout, column->entries[i].text, x, column->entries[i].top);
}

static void
drop_column (QtrChartColumn *column)
{
  drop_entries (column, 0);
  column->width = 0;
}

/* The labels of the values' axis stand left of the plot; all or none, for a scale with gaps misleads. */
static double
measure_ticks (QtrChartLayout *layout, GPtrArray *texts)
{
  double widest = 0;

  for (int i = 0; i < layout->axis.n_ticks; i++) {
    g_autofree char *words =
        qtr_chart_value_axis_label (&layout->axis, i, qtr_chart_get_unit (layout->chart));
    QtrChartText *text = qtr_chart_layout_set_text (
        layout, words, (QtrChartTextSpec) { .size = layout->em, .role = QTR_CHART_ROLE_QUIET });
    double width;

    qtr_chart_text_get_size (text, &width, NULL);
    widest = MAX (widest, width);
    g_ptr_array_add (texts, text);
  }
  return widest;
}

static void
place_ticks (QtrChartLayout *layout, GPtrArray *texts)
{
  const QtrChartGeometry *geometry = &layout->geometry;

  for (guint i = 0; i < texts->len; i++) {
    QtrChartText *text = g_steal_pointer (&texts->pdata[i]);
    double value = qtr_decimal_to_double (qtr_chart_value_axis_get_tick (&layout->axis, (int) i));
    double width, height;

    qtr_chart_text_get_size (text, &width, &height);
    qtr_chart_layout_place (layout, text, geometry->plot.x - 0.7 * layout->em - width,
                            qtr_chart_geometry_value_to_y (geometry, value) - height / 2);
  }
}

static void
choose_axis (QtrChartLayout *layout, const QtrChartPlot *plot, double height)
{
  QtrChartGeometry *geometry = &layout->geometry;
  int n_most = (int) MIN (height / (3.6 * layout->em), QTR_CHART_TICKS_MAX) + 1;

  layout->axis = qtr_chart_value_axis_new (plot->range, plot->with_zero, n_most);
  geometry->low = qtr_decimal_to_double (qtr_chart_value_axis_get_tick (&layout->axis, 0));
  geometry->high =
      qtr_decimal_to_double (qtr_chart_value_axis_get_tick (&layout->axis, layout->axis.n_ticks - 1));
}

/* Lays out all between head and foot; the frame is what they left. */
static void
place_plot (QtrChartLayout *layout, const QtrChartPlot *plot, QtrChartBox frame)
{
  g_autoptr (GPtrArray) ticks = g_ptr_array_new_with_free_func (qtr_chart_layout_free_text);
  QtrChartBox *box = &layout->geometry.plot;
  QtrChartColumn column;
  double gutter, half = 0.75 * layout->em;

  choose_axis (layout, plot, frame.height - 4 * layout->em);
  gutter = measure_ticks (layout, ticks) + 0.7 * layout->em;
  set_column (layout, plot, &column);
  if (frame.width - gutter - column.width - layout->em < PLOT_WIDTH_SHARE * layout->width) {
    g_ptr_array_set_size (ticks, 0);
    gutter = 0;
  }
  if (frame.width - column.width - layout->em < PLOT_WIDTH_SHARE * layout->width)
    drop_column (&column);
  box->x = frame.x + gutter;
  box->width = frame.width - gutter - (column.width > 0 ? column.width + 0.7 * layout->em : 0);
  box->y = frame.y + half;
  box->height = frame.height - half;
  qtr_chart_layout_place_periods (layout, frame);
  place_ticks (layout, ticks);
  place_column (layout, &column, box->x + box->width + 0.7 * layout->em, frame.y,
                box->y + box->height + half);
}

QtrChartBox
qtr_chart_layout_surroundings (QtrChartLayout *layout, const QtrChartPlot *plot)
{
  QtrChartBox frame = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (shares); i++) {
    double rows = 3 * layout->em;

    frame = picture_frame (layout);
    forget_texts (layout);
    place_head (layout, &shares[i], &frame);
    if (shares[i].has_key)
      place_keys (layout, plot, &frame);
    place_foot (layout, &shares[i], plot->remarks, &frame);
    if (frame.height - rows >= PLOT_SHARE * layout->height)
      break;
  }
  return frame;
}

void
qtr_chart_layout_plot (QtrChartLayout *layout, const QtrChartPlot *plot)
{
  place_plot (layout, plot, qtr_chart_layout_surroundings (layout, plot));
}

void
qtr_chart_layout_message (QtrChartLayout *layout, const char *message)
{
  QtrChartBox frame = picture_frame (layout);
  QtrChartTextSpec spec = { .size = layout->em * 1.08, .role = QTR_CHART_ROLE_QUIET, .is_centred = TRUE };
  QtrChartText *text;
  double height;

  place_head (layout, &shares[layout->height < 12 * layout->em ? 5 : 1], &frame);
  spec.width = frame.width;
  spec.lines = (int) CLAMP (frame.height / (1.6 * spec.size), 1, 8);
  text = qtr_chart_layout_set_text (layout, message, spec);
  qtr_chart_text_get_size (text, NULL, &height);
  qtr_chart_layout_place (layout, text, frame.x, frame.y + MAX (frame.height - height, 0) / 2);
}
