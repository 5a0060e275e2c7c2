#include "read/dialect/callout.h"

/* A kind's word in each language, in lang.h's order. */
static const struct {
    const char *kind, *word[LANG_N];
} WORDS[] = {{"note", {"ចំណាំ", "Note"}},          {"info", {"ព័ត៌មាន", "Information"}},
             {"tip", {"គន្លឹះ", "Tip"}},           {"important", {"សំខាន់", "Important"}},
             {"warning", {"ប្រយ័ត្ន", "Warning"}},  {"caution", {"ប្រយ័ត្ន", "Caution"}},
             {"question", {"សំណួរ", "Question"}},  {"example", {"ឧទាហរណ៍", "Example"}},
             {"quote", {"សម្រង់", "Quote"}},       {"summary", {"សង្ខេប", "Summary"}},
             {"todo", {"ការងារត្រូវធ្វើ", "To do"}}};

/* Other names that Obsidian has: each as the kind that it is nearest to. */
static const char *const ALSO[][2] = {
    {"abstract", "summary"},  {"tldr", "summary"},   {"hint", "tip"},        {"success", "note"},
    {"check", "note"},        {"done", "note"},      {"help", "question"},   {"faq", "question"},
    {"attention", "warning"}, {"danger", "warning"}, {"error", "warning"},   {"bug", "warning"},
    {"failure", "warning"},   {"fail", "warning"},   {"missing", "warning"}, {"cite", "quote"}};

/* The row of WORDS; -1: the kind is not known. */
static int row_of(struct str kind)
{
    for (size_t i = 0; i < sizeof ALSO / sizeof *ALSO; i++)
        if (str_eq_fold(kind, str_of(ALSO[i][0]))) kind = str_of(ALSO[i][1]);
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (str_eq_fold(kind, str_of(WORDS[i].kind))) return (int)i;
    return -1;
}

static bool is_letter(char c)
{
    return (unsigned char)((c | 32) - 'a') < 26 || c == '-';
}

bool callout_read(struct str s, enum lang lang, struct callout *c)
{
    size_t at = 0, to;
    *c = (struct callout){0};
    while (at < s.n && (s.s[at] == '>' || s.s[at] == ' ')) at++;
    if (!at || s.s[0] != '>' || at + 3 >= s.n || s.s[at] != '[' || s.s[at + 1] != '!') return false;
    for (to = at + 2; to < s.n && is_letter(s.s[to]);) to++;
    struct str kind = str_sub(s, at + 2, to);
    *c = (struct callout){.quote = at, .mark = at, .kind = kind};
    while (to < s.n && s.s[to] != ']') to++; /* |left and the like */
    if (!kind.n || to == s.n) return false;
    to++;
    if (to < s.n && (s.s[to] == '-' || s.s[to] == '+')) to++; /* folded, or open */
    while (to < s.n && s.s[to] == ' ') to++;
    int row = row_of(kind);
    c->n = to - at;
    c->title = str_sub(s, to, s.n);
    c->word = str_of(WORDS[row < 0 ? 0 : row].word[lang]);
    c->box = str_eq_fold(kind, STR("box"));
    c->known = row >= 0 || c->box;
    return true;
}
