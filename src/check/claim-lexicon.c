/*
 * SPDX-FileCopyrightText: 2026 The Quarterly founders
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "check/claim-lexicon.h"

#include <string.h>

#define UP QTR_CLAIM_UP
#define DOWN QTR_CLAIM_DOWN
#define CHANGE QTR_CLAIM_CHANGE
#define DEED QTR_CLAIM_DEED
#define THING QTR_CLAIM_THING
#define DEGREE QTR_CLAIM_DEGREE
#define FUNCTION QTR_CLAIM_FUNCTION

/* What a word keeps of its senses when something belongs to it: "last autumn's". */
#define POSSESSIVE (QTR_CLAIM_TIME | QTR_CLAIM_MONTH | QTR_CLAIM_BEFORE)

/* A word may stand in several lines; it then means all that they say. */
static const struct {
  const char *words;
  guint senses;
} entries[] = {
  { "rise rises", UP | DEED | THING | DEGREE },
  { "rose risen rising climbs climbed climbing soared jumped surged grew grown growing grow grows swelled "
    "mounted leapt gained expanded widened lengthened rocketed raised raises raise raising advanced advances "
    "advancing escalated ascended heightened enlarged multiplied accelerated skyrocketed lifted "
    "swells soaring jumping surging climbing gaining expanding mounting bettered",
    UP | DEED },
  { "increase increases jump surge climb gain upturn uplift", UP | DEED | THING | DEGREE },
  { "increased increasing", UP | DEED },
  { "growth expansion", UP | THING | DEGREE },
  { "up", UP | DEED | DEGREE },
  { "more higher greater longer larger bigger extra additional above over", UP | DEGREE },
  { "heavier dearer taller wider busier fuller deeper ahead beyond upwards costlier", UP | DEGREE },
  { "behind short quieter slimmer shallower downwards", DOWN | DEGREE },
  { "boosted ballooned swollen swelling rebounded rallied outstripped overtook overtaken lengthening widening "
    "spiked leaped strengthened upped",
    UP | DEED },
  { "hike leap spike uptick advance rebound upswing lengthening rising escalation acceleration recovery swelling "
    "boost addition",
    UP | THING | DEGREE },
  { "trimmed slashed pared dwindled diminished dwindling trimming slashing thinned receded retreated curtailed "
    "weakened ebbed lessened undershot waned subsided abated nosedived crashed collapsed tapered sagged softened "
    "dented depleted crumbled sunk sinking slipping sliding easing plunging plummeting slumping dipping tumbling "
    "lowering narrowing shortening contracting scaled-back axed downgraded decreases",
    DOWN | DEED },
  { "plunge slide tumble dive nosedive cutting crash easing erosion lessening narrowing collapse cutback downturn drop-off contraction downswing shortening lowering",
    DOWN | THING | DEGREE },
  { "exceeded exceeds exceeding surpassed surpasses surpassing beat beats beating topped outnumbered outnumber",
    UP | DEED },
  { "fall falls drop drops decrease decreases decline declines reduction reductions cut cuts dip dips slump "
    "contraction shrinkage",
    DOWN | DEED | THING | DEGREE },
  { "fell fallen falling dropped dropping decreased decreasing declined declining reduced reducing reduce "
    "reduces dipped slumped shrank shrunk shrinking shrink shrinks plunged plummeted tumbled slipped sank "
    "contracted eased slid lowered narrowed shortened",
    DOWN | DEED },
  { "lost lose loses losing shed save saves saved", DOWN | DEED },
  { "loss saving savings underspend shortfall deficit", DOWN | THING | DEGREE },
  { "overspend surplus excess", UP | THING | DEGREE },
  { "overspent", UP | DEED },
  { "underspent", DOWN | DEED },
  { "down", DOWN | DEED | DEGREE },
  { "fewer less lower smaller shorter below under cheaper lighter", DOWN | DEGREE },
  { "change difference gap swing shift variation movement margin deterioration", CHANGE | THING | DEGREE },
  { "improvement", CHANGE | THING | DEGREE },
  { "improve improves improved improving worsen worsened worsening worsens deteriorated deteriorating changed "
    "crept edged inched nudged changes moved moves moving shifted swung varied altered went gone goes",
    CHANGE | DEED },
  { "better worse quicker faster slower stronger weaker earlier later different apart", CHANGE | DEGREE },
  { "swifter sooner rarer scarcer thinner narrower lesser", DOWN | DEGREE },
  { "older richer commoner broader oftener", UP | DEGREE },
  { "came come comes brought", CHANGE },
  { "the a an our its their his her those these that this some just only former last previous preceding "
    "prior year's quarter's month's week's winter's summer's spring's autumn's season's total figure initial original "
    "corresponding earlier equivalent old usual other remaining further whole entire all about around "
    "approximately roughly nearly almost over under exactly fully mere both planned customary present "
    "current existing new overall similar average second same final actual combined comparable like recorded "
    "reported estimated expected budgeted forecast projected annual quarterly monthly weekly daily even full "
    "grand aggregate net gross",
    QTR_CLAIM_SKIPPED },
  { "of in on at to from for by with and or but as than that which who whom whose were was is are be been "
    "being had has have having will would can could may might must should shall did do does not no nor if "
    "when where while whereas since after before between among during over under up down out off into onto "
    "upon about against across through until till within without more fewer less higher lower per a an the "
    "this these those their our its his her my your it they we he she i you there here so such also only "
    "just still now then last next each every both all any some another same although though because "
    "compared compares came went took made said unless around approximately roughly nearly almost above "
    "below i.e e.g i.e. e.g. namely too again ago earlier later previously however therefore meanwhile by "
    "versus vs including included include excluding plus minus thus hence via amid towards toward despite "
    "whether how why what yet once twice than rather",
    FUNCTION },
  { "day days night nights week weeks weekend weekends fortnight fortnights month months quarter quarters "
    "year years winter winters spring springs summer summers autumn autumns season seasons period periods "
    "half term terms decade decades half-year half-years christmas easter time quarter's year's century "
    "monday tuesday wednesday thursday friday saturday sunday semester semesters",
    QTR_CLAIM_TIME },
  { "january february march april may june july august september october november december jan feb mar apr "
    "jun jul aug sep sept oct nov dec",
    QTR_CLAIM_MONTH },
  { "last previous prior preceding same earlier former corresponding equivalent comparable old",
    QTR_CLAIM_EARLIER },
  { "ago earlier before previously beforehand formerly originally initially prior hitherto pre-pandemic "
    "pre-covid baseline back heretofore",
    QTR_CLAIM_BEFORE },
  { "now currently today present nowadays presently latest", QTR_CLAIM_NOW },
  { "total totals totalled totalling totaled altogether overall combined together sum all-told",
    QTR_CLAIM_TOTAL },
  { "these those them whom which", QTR_CLAIM_THOSE },
  { "highest most largest biggest greatest busiest longest peak peaked peaks record maximum top best-ever high "
    "heaviest steepest deepest strongest tallest fullest costliest dearest oldest widest commonest "
    "record-high wettest hottest",
    QTR_CLAIM_HIGHEST },
  { "lowest fewest smallest least quietest shortest minimum trough low lightest weakest cheapest shallowest "
    "youngest narrowest rarest record-low driest coldest",
    QTR_CLAIM_LOWEST },
  { "section sections s. ss. act article articles appendix appendices annex tier tiers phase phases stage "
    "level grade grades band bands category categories class unit room rooms page pages p. pp. priority "
    "version chapter standard standards kpi kpis form route routes bus junction junctions week day month "
    "paragraph paragraphs para schedule regulation regulations part lot block bay platform ext ext. extension "
    "objective target goal outcome theme item table figure note question step strand pillar key q "
    "recommendation recommendations rule rules no no. nos. ref reference channel zone area region group team "
    "type model mark channel flat gate door terminal pier plot ward wing house order code clause "
    "operation project year years round service line bulletin issue volume vol edition circular plan covid "
    "precept apollo formula core agenda exercise b",
    QTR_CLAIM_REFERENCE },
  { "is was are were be been being stood stands stand standing reached reaches numbered equalled equals "
    "totalled totals became remains remained averaged averages averaging amounted amounts",
    QTR_CLAIM_BE },
  { "day days week weeks month months year years hour hours minute minutes second seconds tonne tonnes ton "
    "tons km kilometres kilometre mile miles metre metres m cm mm mph litre litres kg kilograms kilogram "
    "kilogrammes grams acre acres hectare hectares ha mwh gwh kwh tco2e tonnes degrees kw mw points mins "
    "secs hrs µg g",
    QTR_CLAIM_MEASURED },
  /* Which way is best depends on what is measured. */
  { "best worst", QTR_CLAIM_HIGHEST | QTR_CLAIM_LOWEST },
  { "remaining other others rest balance remainder", QTR_CLAIM_REST },
  { "about around approximately roughly nearly almost circa some over under just exactly only fully mere as "
    "many least most than more fewer less approx approx. c c. ca. well close up",
    QTR_CLAIM_HEDGE },
  { "people persons men women children anyone everyone someone adults residents tenants drivers girls boys "
    "patients pupils those passengers households victims males females man woman boy girl driver male female "
    "workers customers borrowers voters parents motorists juveniles youths teenagers students officers volunteers "
    "recruits applicants staff employees members visitors suspects offenders learners apprentices carers callers "
    "pensioners infants babies clients cyclists pedestrians tenants claimants teachers nurses doctors",
    QTR_CLAIM_PERSON },
};

static const char *const MONTHS[] = { "january", "february", "march",     "april",   "may",      "june",
                                      "july",    "august",   "september", "october", "november", "december" };

/* What is several without an s. */
static const char *const PLURALS[] = { "people", "children", "men",  "women",  "staff", "police",
                                       "crime",  "sheep",    "fish", "cattle", "geese", NULL };

static void
add_words (GHashTable *lexicon, const char *words, guint senses)
{
  g_auto (GStrv) each = g_strsplit (words, " ", -1);

  for (guint i = 0; each[i] != NULL; i++) {
    guint known = GPOINTER_TO_UINT (g_hash_table_lookup (lexicon, each[i]));

    g_hash_table_insert (lexicon, g_strdup (each[i]), GUINT_TO_POINTER (known | senses));
  }
}

static GHashTable *
get_lexicon (void)
{
  static GHashTable *lexicon = NULL;

  if (g_once_init_enter_pointer (&lexicon)) {
    GHashTable *made = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

    for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
      add_words (made, entries[i].words, entries[i].senses);
    g_once_init_leave_pointer (&lexicon, made);
  }

  return lexicon;
}

guint
qtr_claim_lexicon_look_up (const char *word)
{
  guint senses = GPOINTER_TO_UINT (g_hash_table_lookup (get_lexicon (), word));
  const char *apostrophe = strrchr (word, '\'');
  g_autofree char *stem = NULL;
  guint owner;

  if (apostrophe == NULL || (apostrophe[1] != '\0' && strcmp (apostrophe, "'s") != 0))
    return senses;
  /* "last autumn's 2,200", "the year before's", "July's": the time of the number that follows. */
  stem = g_strndup (word, (gsize) (apostrophe - word));
  owner = GPOINTER_TO_UINT (g_hash_table_lookup (get_lexicon (), stem));
  /* "it's" and "that's" are no possessives. */
  if (owner & FUNCTION && !(owner & POSSESSIVE))
    return senses;
  return senses | (owner & POSSESSIVE) | QTR_CLAIM_SKIPPED;
}

gboolean
qtr_claim_lexicon_is_plural (const char *word)
{
  gsize length = strlen (word);

  if (g_strv_contains (PLURALS, word))
    return TRUE;
  return length > 3 && word[length - 1] == 's' && strchr ("siu'", word[length - 2]) == NULL;
}

/* How much of the word is its stem: "policies" and "policy", "boxes" and "box" share theirs. */
static gsize
get_stem (const char *word)
{
  static const char *const endings[] = { "ies", "es", "s", "y", NULL };

  for (guint i = 0; endings[i] != NULL; i++)
    if (strlen (word) > strlen (endings[i]) + 2 && g_str_has_suffix (word, endings[i]))
      return strlen (word) - strlen (endings[i]);

  return strlen (word);
}

gboolean
qtr_claim_lexicon_are_same_thing (const char *a, const char *b)
{
  gsize stem = MIN (get_stem (a), get_stem (b));

  return MAX (get_stem (a), get_stem (b)) <= stem + 1 && strncmp (a, b, stem) == 0;
}

int
qtr_claim_lexicon_get_month (const char *word)
{
  gsize length = strlen (word);

  if (length < 3)
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (MONTHS); i++)
    if (g_str_equal (word, MONTHS[i]) || (length <= 4 && g_str_has_prefix (MONTHS[i], word)))
      return (int) i + 1;

  return 0;
}
