/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "check/glossary.h"
#include "tests/check/plans.h"

/* What the rule says of a text as one bullet of Q3 2019/20: the words it speaks of, parted by bars. */
static const struct {
  const char *rule;
  const char *text;
  const char *expected;
} rows[] = {
  /* Still planned, for a time that is over. */
  { "past-plan", "The unit is planned to launch in November 2019.", "November 2019" },
  { "past-plan", "A trial is scheduled for October.", "October" },
  { "past-plan", "Training will be delivered to all teams by December 2019.", "December 2019" },
  { "past-plan", "In November 2019 the team will move.", "November 2019" },
  { "past-plan", "The course is due to start in Summer 2019.", "Summer 2019" },
  { "past-plan", "The unit is planned to launch early 2020.", "" },
  { "past-plan", "A masterclass is booked for February.", "" },
  { "past-plan", "The meeting planned for March 2019 was cancelled.", "" },
  { "past-plan", "The work that began in May 2019 will go on.", "" },
  { "past-plan", "It will build on the scheme launched in May 2019.", "" },
  { "past-plan", "Winter 2019/20 will see numbers grow.", "" },
  { "past-plan", "The team will open in January 2020, after a trial in May 2019.", "" },
  { "past-plan", "It was planned for May 2019.", "" },
  { "past-plan", "By 2019 standards, it will do.", "" },
  /* Told as done, after the quarter. */
  { "date-out-of-reach", "The course was held in November 2020.", "November 2020" },
  { "date-out-of-reach", "On 14 March 2020 officers arrested two men.", "14 March 2020" },
  { "date-out-of-reach", "The course was held in November 2019.", "" },
  { "date-out-of-reach", "The order was made in January 2020.", "" },
  { "date-out-of-reach", "The launch was postponed to May 2020.", "" },
  { "date-out-of-reach", "The panel was set up, and will first sit in May 2020.", "" },
  { "date-out-of-reach", "A grant was agreed for work in May 2020.", "" },
  /* Days that there are not. */
  { "impossible-date", "It was held on 31 November 2019.", "31 November 2019" },
  { "impossible-date", "It was held on 29 February 2019.", "29 February 2019" },
  { "impossible-date", "It was held on Monday 3rd December 2019.", "Monday 3rd December 2019" },
  { "impossible-date", "It was held on 29 February, and on Tuesday 3rd December 2019.", "" },
  { "impossible-date", "In December 2019, 45 May Day events.", "" },
  /* What tells who somebody is. */
  { "personal-data", "Letters went to 14 Mill Lane, Benford, ZZ1 and SW1A 1AA.", "14 Mill Lane|SW1A 1AA" },
  { "personal-data", "Ring 07700 900123 or 01632 960 001, or +44 1632 960001.",
    "07700 900123|01632 960 001|+44 1632 960001" },
  { "personal-data", "Write to jo.bloggs@example.org.", "jo.bloggs@example.org" },
  { "personal-data", "PC 4521 and PCSO No. 70231 (collar number 88) were praised.",
    "PC 4521|PCSO No. 70231|collar number 88" },
  { "personal-data", "Jo Bloggs, born on 4 May 1987.", "4 May 1987" },
  { "personal-data", "The man (DOB 04/05/87) was found.", "04/05/87" },
  { "personal-data", "Jo Bloggs, aged 34, and Sam Doe, 41, of Benford, were thanked.",
    "Jo Bloggs, aged 34|Sam Doe, 41" },
  { "personal-data", "It was 16-year-old Jo Bloggs; Mr Doe (51) saw it.", "Jo Bloggs|Mr Doe (51)" },
  { "personal-data", "There were 29 Static Road Checks on the A12 and M11.", "" },
  { "personal-data", "The force took 73,887 calls, 803 a day, on 101 and 0800 555 111.", "" },
  { "personal-data", "Volunteer Police Cadets aged 13 to 18, Young People aged 14.", "" },
  { "personal-data", "In Castle Point, 34, of which 12 were closed, and South Loamford, 12, were kept.", "" },
  { "personal-data", "The C17 injunction, and 600 Special Constables by March 2020.", "" },
  { "personal-data", "Patrols were made on High Street and in 12 High Streets.", "" },
  { "personal-data", "A male came forward aged 14 years; 14-year-old boys were spoken to.", "" },
  { "personal-data", "Write to enquiries@example.org. Section 28 of the Act 1999 applies.", "" },
  /* Before a court. */
  { "live-proceedings", "Two men were charged with murder.", "charged" },
  { "live-proceedings", "Four people were arrested and are on bail.", "on bail" },
  { "live-proceedings", "He was charged with assault, with a trial scheduled for May.",
    "trial scheduled for" },
  { "live-proceedings", "Of 20 arrested, 17 are awaiting court dates and two were sentenced.",
    "awaiting court dates" },
  { "live-proceedings", "Two people were remanded in custody.", "remanded in custody" },
  { "live-proceedings", "They are due in court in March.", "due in court" },
  { "live-proceedings", "A man was charged with burglary and pleaded guilty.", "" },
  { "live-proceedings", "A suspect was charged or cautioned for 437 offences.", "" },
  { "live-proceedings", "A trial of the chat is scheduled for 2020.", "" },
  { "live-proceedings", "No criminal charge; advice is free of charge; who is in charge?", "" },
  { "live-proceedings", "The batteries were charged at the station.", "" },
  { "live-proceedings", "Witnesses may record their evidence before trial.", "" },
  { "live-proceedings", "The inspector was charged with leading the team.", "" },
  /* Acronyms. */
  { "undefined-acronym", "The ABT met the QVF, and the QVF agreed.", "ABT|QVF" },
  { "undefined-acronym", "The Area Board Team (ABT) met in the UK with CCTV; the ABT's COVID plan.", "" },
  { "undefined-acronym", "Operation METEOR, Project ARK and the SHIFT project did NOT end.", "" },
  { "undefined-acronym", "Of these 11% were BAME: Black, Asian and Minority Ethnic, in Q3.", "" },
  { "undefined-acronym", "The NRC (National Rural Crime) team had a DVPN.", "DVPN" },
  { "undefined-acronym", "National Police Coordination Centre (NPoCC) helped; NPoCC left.", "" },
  { "undefined-acronym", "The Metropolitan Police (MPS) helped; the MPS left.", "" },
  { "late-expansion", "The ABTs met. An Area Board Team (ABT) decided.", "ABT" },
  { "late-expansion", "An Area Board Team (ABT) decided. The ABTs met.", "" },
  { "two-expansions", "Area Board Team (ABT), and an Advisory Body on Transport (ABT).", "ABT" },
  { "two-expansions", "Area Board Team (ABT), area-board teams (ABTs).", "" },
  { "repeated-expansion", "Area Board Team (ABT), and later the Area Board Team (ABT).", "ABT" },
  { "repeated-expansion", "Area Board Team (ABT), and later the ABT.", "" },
  /* Names. */
  { "name-variant", "We met in Castle Ford. Then Castleford, and Castleford again.", "Castle Ford" },
  { "name-variant", "With Operation GAMBER, then Operation GAMBLER.", "GAMBLER" },
  { "name-variant", "With Operation HUNTER, Operation HUNTERS, Operation FALCON, Operation MARTIN.", "" },
  { "name-variant", "With Operation MELTON and Operation MILTON.", "" },
  { "name-variant", "The Crack Down, and a crackdown. The Harlow and Harrow offices.", "" },
};

static GPtrArray *
run (const QtrPlan *plan, const char *rule)
{
  g_autoptr (QtrChecker) checker = qtr_checker_new ();
  const char *const rules[] = { rule, NULL };

  return qtr_checker_run (checker, plan, get_quarter (), &(QtrCheckerOptions) { .rules = rules });
}

static char *
join_words (GPtrArray *findings)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++) {
    const QtrFinding *finding = findings->pdata[i];

    g_string_append_printf (words, "%s%s", i == 0 ? "" : "|", finding->text);
  }
  return g_string_free (words, FALSE);
}

/* Goes on after a failure, so that all that are wrong are seen at once. */
static void
expect (const char *rule, const char *text, const char *found, const char *expected)
{
  if (g_str_equal (found, expected))
    return;
  g_test_message ("%s: %s: found %s, not %s", rule, text, found, expected);
  g_test_fail ();
}

/* What a finding speaks of stands where it says. */
static void
check_place (const QtrFinding *finding, const char *text)
{
  g_autofree char *words = g_utf8_substring (text, finding->start, finding->end);

  g_assert_cmpstr (finding->place.bullet, ==, "b11a");
  g_assert_true (g_str_has_prefix (words, finding->text));
}

static void
test_words (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (QtrPlan) plan = make_plan ();
    g_autoptr (QtrPlan) written = qtr_edit_set (plan, "b11a", "text", rows[i].text, NULL);
    g_autoptr (GPtrArray) findings = run (written, rows[i].rule);
    g_autofree char *words = join_words (findings);

    expect (rows[i].rule, rows[i].text, words, rows[i].expected);
    for (guint j = 0; j < findings->len; j++)
      check_place (findings->pdata[j], rows[i].text);
  }
}

/* --- Between bullets, and between updates --- */

#define LONG "Six councils now share the cost of a named constable."

static QtrPlan *
make_pair (const char *first, const char *second)
{
  g_autoptr (QtrPlan) plan = make_plan ();
  g_autoptr (QtrPlan) one = qtr_edit_set (plan, "b11a", "text", first, NULL);

  return qtr_edit_set (one, "b21a", "text", second, NULL);
}

static QtrPlan *
add_earlier (const QtrPlan *plan, const char *text)
{
  g_autoptr (QtrList) sections =
      take_list (qtr_record_new (&qtr_section_type, "id", "s-before", "commitment", "c11", "bullets",
                                 take_list (make_bullet ("before", text, NULL), NULL), NULL),
                 NULL);
  g_autoptr (QtrUpdate) update = qtr_record_new (&qtr_update_type, "id", "u-before", "quarter", "2019-20-Q2",
                                                 "sections", sections, NULL);

  return qtr_edit_insert (plan, "plan", "updates", 0, update);
}

static void
test_bullets (void)
{
  static const struct {
    const char *rule;
    const char *first;
    const char *second;
    const char *earlier;
    const char *expected;
  } pairs[] = {
    { "duplicate-bullet", LONG, LONG, NULL, "duplicate-bullet@b21a" },
    { "duplicate-bullet", LONG, "six councils now share  the cost of a named constable", NULL,
      "duplicate-bullet@b21a" },
    { "duplicate-bullet", LONG, "Seven councils now share the cost of a named constable.", NULL, "" },
    { "duplicate-bullet", "The Enquiry Desk (ED):", "The Enquiry Desk (ED):", NULL, "" },
    { "duplicate-bullet", LONG, "Four.", LONG, "" },
    { "unchanged-bullet", LONG, "Four.", LONG, "unchanged-bullet@b11a" },
    { "unchanged-bullet", LONG, "Four.", "Six councils now share the cost.", "" },
    { "unchanged-bullet", "Nothing new.", "Four.", "Nothing new.", "" },
    { "late-expansion", "The ABT met.", "The Area Board Team (ABT) met.", NULL, "late-expansion@b11a" },
    { "undefined-acronym", "The Area Board Team (ABT) met.", "The ABT met.", NULL, "" },
    { "repeated-expansion", "The Area Board Team (ABT) met.", "The Area Board Team (ABT) met.", NULL, "" },
    { "name-variant", "Operation GAMBLER went on.", "Four.", "Operation GAMBER went on.",
      "name-variant@b11a" },
    { "name-variant", "Seen in Castleford.", "Seen in Castle Ford.", NULL, "name-variant@b21a" },
    { "name-variant", "Four.", "Four.", "Operation GAMBER, Operation GAMBLER.", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++) {
    g_autoptr (QtrPlan) plan = make_pair (pairs[i].first, pairs[i].second);
    g_autoptr (QtrPlan) all =
        pairs[i].earlier == NULL ? qtr_record_ref (plan) : add_earlier (plan, pairs[i].earlier);
    g_autoptr (GPtrArray) findings = run (all, pairs[i].rule);
    g_autofree char *found = describe_findings (findings);

    expect (pairs[i].rule, pairs[i].first, found, pairs[i].expected);
  }
}

/* The plan's own names are right, and what its promises expand is known. */
static void
test_plan_words (void)
{
  g_autoptr (QtrPlan) plan = make_pair ("Seen in Rocheford; the ABT met.", "Seen in Rocheford, Castlepoint.");
  g_autoptr (QtrArea) inner = qtr_record_new (&qtr_area_type, "name", "Castle Point and Rochford", NULL);
  g_autoptr (QtrList) areas = take_list (qtr_record_ref (inner), NULL);
  g_autoptr (QtrArea) outer = qtr_record_new (&qtr_area_type, "name", "South", "areas", areas, NULL);
  g_autoptr (QtrPlan) named = qtr_edit_insert (plan, "plan", "areas", 0, outer);
  g_autoptr (QtrPlan) promised = qtr_edit_set (named, "c11", "text", "With the Area Board Team (ABT).", NULL);
  g_autoptr (GPtrArray) undefined = run (promised, "undefined-acronym");
  g_autoptr (GPtrArray) names = run (promised, "name-variant");

  g_assert_cmpuint (undefined->len, ==, 0);
  g_assert_cmpuint (names->len, ==, 2);
  g_assert_cmpstr (((const QtrFinding *) names->pdata[0])->fix->replacement, ==, "Rochford");
  g_assert_cmpstr (((const QtrFinding *) names->pdata[1])->fix->replacement, ==, "Castle Point");
}

/* A text is one chapter; its headings explain its words. */
static void
test_text (void)
{
  static const char *const rules[] = { "undefined-acronym", "duplicate-bullet", "repeated-expansion",
                                       "past-plan", NULL };
  g_autoptr (QtrList) bullets = take_list (
      make_bullet ("a", LONG, NULL), make_bullet ("b", "The ABT (Area Board Team) and MPS.", NULL),
      make_bullet ("c", LONG, NULL), make_bullet ("d", "Area Board Team (ABT): 2019.", NULL), NULL);
  g_autoptr (QtrChecker) checker = qtr_checker_new ();
  QtrCheckerOptions options = { .rules = rules, .headings = "With the Metropolitan Police (MPS)" };
  g_autoptr (GPtrArray) findings = qtr_checker_run_bullets (checker, bullets, NULL, &options);
  g_autofree char *found = describe_findings (findings);

  g_assert_cmpstr (found, ==, "duplicate-bullet@c repeated-expansion@d");
}

static void
test_glossary (void)
{
  g_autoptr (QtrPlan) plan =
      make_pair ("The ABT met; so did the Metropolitan Police (MPS) and the QVF.", "Area Board Team (ABT).");
  g_autoptr (QtrPlan) titled = qtr_edit_set (plan, "p2", "title", "Child Sexual Exploitation (CSE)", NULL);
  g_autoptr (GArray) glossary = qtr_glossary_list (titled, get_quarter ());
  const QtrGlossaryEntry *first = &g_array_index (glossary, QtrGlossaryEntry, 0);

  g_assert_cmpuint (glossary->len, ==, 2);
  g_assert_cmpstr (first[0].letters, ==, "ABT");
  g_assert_cmpstr (first[0].expansion, ==, "Area Board Team");
  g_assert_cmpstr (first[1].letters, ==, "MPS");
  g_assert_cmpstr (first[1].expansion, ==, "Metropolitan Police");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/editorial/words", test_words);
  g_test_add_func ("/editorial/bullets", test_bullets);
  g_test_add_func ("/editorial/plan-words", test_plan_words);
  g_test_add_func ("/editorial/text", test_text);
  g_test_add_func ("/editorial/glossary", test_glossary);

  return g_test_run ();
}
