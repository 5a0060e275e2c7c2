#include "privacy/name/titles.h"

static const char *const SURE[] = {
    "mr",     "mrs",     "ms",      "miss",     "mister",        "dr",     "prof",        "madame",
    "madam",  "លោក",     "លោកស្រី",   "លោកគ្រូ",    "អ្នកគ្រូ",         "អ្នកនាង", "កញ្ញា",        "លោកបណ្ឌិត",
    "ឯកឧត្តម", "លោកជំទាវ", "លោកនាយក", "លោកនាយិកា", "លោកសាស្ត្រាចារ្យ", "អ្នកស្រី",  "លោកវេជ្ជបណ្ឌិត", "ឧកញ៉ា"};

static const char *const LOCAL[] = {"excellency", "lok",   "neak",   "lokkru",     "neakkru",
                                    "lokneak",    "bong",  "kru",    "loksrey",    "neaksrey",
                                    "oknha",      "លោកតា", "លោកយាយ", "សាស្ត្រាចារ្យ", "បណ្ឌិត"};

static const char *const WORDS[] = {
    "doctor", "professor", "teacher", "sir",  "director", "principal", "he",     "cher",     "ming", "pu",
    "sister", "brother",   "uncle",   "aunt", "auntie",   "cousin",    "friend", "bongsrey", "om",   "mak",
    "pa",     "ta",        "yeay",    "bang", "pov",      "បង",        "បងស្រី",   "បងប្រុស",    "ប្អូន",  "ប្អូនស្រី",
    "ប្អូនប្រុស", "មិត្ត",       "មិត្តភក្តិ",  "ពូ",    "មីង",       "អ៊ំ",         "តា",     "យាយ",      "គ្រូ",   "នាយក",
    "នាយិកា",  "លោកអ្នក",    "អ្នកមីង",   "លោកពូ", "ចៅ",       "ឈ្មោះ",      "នាង",    "បងគ្រូ"};

const char *const *titles_of(enum titles_kind kind, size_t *n)
{
    static const struct {
        const char *const *at;
        size_t n;
    } LISTS[TITLES_KINDS] = {{SURE, sizeof SURE / sizeof *SURE},
                             {LOCAL, sizeof LOCAL / sizeof *LOCAL},
                             {WORDS, sizeof WORDS / sizeof *WORDS}};
    *n = LISTS[kind].n;
    return LISTS[kind].at;
}
