#include "read/table/column_name.h"

#include "read/format/known_name.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))
enum { HEAD_MOST = 160 /* bytes: longer heads are no names */ };

/* What people write for a name without its language, parted by bars. Of two that share their words a table
 * has one. */
static const struct {
    const char *stem, *words;
} OTHERS[] = {
    {"id", "~no|nr|number|ល.រ|លេខរៀង|លេខ"},
    {"organization", "organisation|organization name|institution|institute|affiliation|~school|workplace|"
                     "ស្ថាប័ន|អង្គភាព|~អង្គការ|~សាលា|គ្រឹះស្ថាន|កន្លែងធ្វើការ"},
    {"name",
     "full name|fullname|names|full names|~participant|~participants|participant name|participants name|"
     "name of participant|name of participants|name of the participant|first and last name|"
     "name and surname|surname and name|organization|organisation|institution|organization name|"
     "ឈ្មោះ|ឈ្មោះពេញ|ឈ្មោះអ្នកចូលរួម|នាម និងគោត្តនាម|គោត្តនាម និងនាម|គោត្តនាម-នាម|គោត្តនាមនាម|"
     "នាមត្រកូល និងនាមខ្លួន|នាមត្រកូល និងឈ្មោះ|~អ្នកចូលរួម|ស្ថាប័ន|អង្គភាព"},
    {"family", "family name|surname|last name|lastname|គោត្តនាម|នាមត្រកូល|ត្រកូល"},
    {"given", "given name|given names|first name|firstname|forename|forenames|នាម|នាមខ្លួន|ឈ្មោះខ្លួន"},
    {"honorific", "title|prefix|salutation|ងារ|គោរមងារ|សមាសនាម"},
    {"role", "position|job|job title|function|occupation|តួនាទី|មុខតំណែង|មុខងារ"},
    {"province", "province/city|province or city|ខេត្ត|រាជធានី-ខេត្ត|រាជធានី ខេត្ត|ខេត្ត-រាជធានី"},
    {"sex", "gender|ភេទ"},
    {"consent_name", "name consent|consent to name|consent to be named|may be named|agrees to be named|"
                     "យល់ព្រមដាក់ឈ្មោះ|យល់ព្រមឱ្យដាក់ឈ្មោះ|យល់ព្រមបង្ហាញឈ្មោះ"},
    {"consent_photo", "photo consent|consent to photo|consent to photos|may be photographed|"
                      "agrees to be photographed|យល់ព្រមថតរូប|យល់ព្រមឱ្យថតរូប|យល់ព្រមបង្ហាញរូបថត"},
    {"day", "date|ថ្ងៃ|ថ្ងៃទី|កាលបរិច្ឆេទ"},
    {"start", "start time|starts|from|begin|begins|time|times|hours|ម៉ោង|ពេលវេលា|ម៉ោងចាប់ផ្តើម|ចាប់ផ្តើម|ចាប់ពី"},
    {"end", "end time|ends|to|until|ម៉ោងបញ្ចប់|បញ្ចប់|ដល់"},
    {"session", "session id|session no|session number|session code|លេខវគ្គ|វគ្គ"},
    {"type", "kind|ប្រភេទ"},
    {"title", "session title|topic|subject|ចំណងជើង|ប្រធានបទ"},
    {"speakers", "speaker|presenter|presenters|speaker(s)|presenter(s)|វាគ្មិន|អ្នកធ្វើបទបង្ហាញ"},
    {"chair", "chairperson|moderator|facilitator|ប្រធានអង្គ|អ្នកសម្របសម្រួល"},
    {"rapporteur", "note taker|notetaker|អ្នកកត់ត្រា"},
    {"room", "venue|hall|place|location|បន្ទប់|ទីកន្លែង|សាល"},
    {"acronym", "abbreviation|short name|អក្សរកាត់"},
    {"text", "recommendation|recommendations|action|actions|activity|activities|អនុសាសន៍|សកម្មភាព"},
    {"responsible", "responsible person|person responsible|responsibility|person in charge|in charge|by whom|"
                    "lead|led by|អ្នកទទួលខុសត្រូវ|អ្នកទទួលបន្ទុក|ទទួលខុសត្រូវដោយ"},
    {"deadline", "due|due date|by when|target date|completion date|timeframe|timeline|កាលកំណត់|"
                 "ថ្ងៃផុតកំណត់|កាលបរិច្ឆេទ|រយៈពេល"},
    {"budget", "cost|costs|estimated cost|estimated budget|funding|ថវិកា|ថវិកាប៉ាន់ស្មាន|ចំណាយ"},
    {"indicator", "indicators|success indicator|performance indicator|សូចនាករ|សូចនាករលទ្ធផល"},
    {"priority", "priority level|អាទិភាព|កម្រិតអាទិភាព"},
    {"term", "ពាក្យ"},
    {"meaning", "definition|explanation|និយមន័យ|អត្ថន័យ|ការពន្យល់"},
};

/* A head as its words, without those that tell its language. */
struct head_words {
    char bytes[HEAD_MOST];
    size_t n;
    enum lang lang;
};

static enum lang lang_word(struct str word)
{
    static const char *const LATIN[] = {"latin", "roman", "romanized", "ឡាតាំង", "អក្សរឡាតាំង"};
    for (size_t i = 0; i < COUNT(LATIN); i++)
        if (str_eq_fold(word, str_of(LATIN[i]))) return lang_of_letter('a');
    return lang_named(word);
}

static bool is_sign(char c)
{
    bool letter = (c | 32) >= 'a' && (c | 32) <= 'z';
    return (unsigned char)c < 0x80 && !letter && c != '\'' && !(c >= '0' && c <= '9');
}

/* Takes the language off the end of a word that no blank parts: "ឈ្មោះខ្មែរ", "ឈ្មោះជាអក្សរឡាតាំង". */
static struct str less_lang(struct str word, enum lang *lang)
{
    for (size_t at = 0; at < word.n;) {
        size_t from = at;
        if (utf8_next(word, &at) < 0x80 || !from) continue;
        enum lang here = lang_word(str_sub(word, from, word.n));
        if (here == LANG_NONE) continue;
        *lang = here;
        word = str_sub(word, 0, from);
        for (size_t i = 0; i < 2; i++)
            if (str_ends(word, i ? "ជា" : "អក្សរ")) word.n -= strlen(i ? "ជា" : "អក្សរ");
        return word;
    }
    return word;
}

static void add_word(struct head_words *h, struct str word)
{
    enum lang lang = lang_word(word);
    bool filler = str_eq_fold(word, STR("in")) || str_eq_fold(word, STR("language"));
    if (lang != LANG_NONE) h->lang = lang;
    if (lang != LANG_NONE || filler) return;
    word = less_lang(word, &h->lang);
    if (!word.n) return;
    if (h->n) h->bytes[h->n++] = ' ';
    memcpy(h->bytes + h->n, word.s, word.n);
    h->n += word.n;
}

/* False where it is too long. */
static bool cut_words(struct str head, struct head_words *h)
{
    *h = (struct head_words){.lang = LANG_NONE};
    if (head.n >= HEAD_MOST / 2) return false;
    for (size_t at = 0; at < head.n;) {
        size_t from = at;
        while (at < head.n && !is_sign(head.s[at])) at++;
        if (at > from) add_word(h, str_trim(str_sub(head, from, at)));
        if (at < head.n) at++;
    }
    return h->n > 0;
}

/* *weak: what the list has behind a ~. */
static bool is_listed(struct str text, const char *words, bool *weak)
{
    struct str rest = str_of(words), one;
    while (str_cut(&rest, '|', &one)) {
        *weak = str_starts(one, "~");
        if (known_name_same(text, one)) return true;
    }
    return false;
}

/* name, of name_en and name_km; its language, LANG_NONE where it has none. */
static struct str stem_of(struct str name, enum lang *lang)
{
    size_t low = name.n;
    while (low && name.s[low - 1] != '_') low--;
    *lang = low ? lang_named(str_sub(name, low, name.n)) : LANG_NONE;
    return *lang == LANG_NONE ? name : str_sub(name, 0, low - 1);
}

/* Of file, file_en and file_km the one whose language is that, and file where there is none. */
static size_t find_own(const struct column_name *names, size_t n, struct str stem, enum lang wanted)
{
    for (size_t i = 0; i < n; i++) {
        enum lang lang;
        if (known_name_same(stem_of(str_of(names[i].name), &lang), stem) && lang == wanted) return i;
    }
    return SIZE_MAX;
}

/* The table's name of this stem, in a language; without one the first. */
static struct column_name_found find_stem(const struct column_name *names, size_t n, struct str stem,
                                          enum lang wanted)
{
    size_t own = find_own(names, n, stem, wanted);
    if (own != SIZE_MAX) return (struct column_name_found){.name = own};
    for (size_t i = 0; i < n; i++) {
        enum lang lang;
        if (!known_name_same(stem_of(str_of(names[i].name), &lang), stem)) continue;
        if (lang == wanted || lang == LANG_NONE || wanted == LANG_NONE)
            return (struct column_name_found){.name = i, .open = lang != LANG_NONE && wanted == LANG_NONE};
    }
    return (struct column_name_found){.name = SIZE_MAX};
}

static struct column_name_found find_words(const struct column_name *names, size_t n, struct str text,
                                           enum lang lang)
{
    struct column_name_found found = find_stem(names, n, text, lang);
    found.bare = found.open;
    for (size_t i = 0; i < COUNT(OTHERS) && found.name == SIZE_MAX; i++) {
        bool weak;
        if (!is_listed(text, OTHERS[i].words, &weak)) continue;
        found = find_stem(names, n, str_of(OTHERS[i].stem), lang);
        found.weak = weak;
    }
    return found;
}

size_t column_name_partner(const struct column_name *names, size_t n, size_t name)
{
    enum lang own, other;
    struct str stem = stem_of(str_of(names[name].name), &own);
    for (size_t i = 0; i < n; i++)
        if (i != name && str_eq(stem_of(str_of(names[i].name), &other), stem) && other != own) return i;
    return SIZE_MAX;
}

/* Two parts of a head that say one name: the one that tells the language has it. False: they say two. */
static bool join_parts(const struct column_name *names, size_t n, struct column_name_found part,
                       struct column_name_found *all)
{
    bool same = part.name == all->name;
    if (!same && !part.open && !all->open) return false;
    if (!same && column_name_partner(names, n, part.name) != all->name) return false;
    part.weak &= all->weak;
    if (all->open) *all = part;
    return true;
}

/* "ភេទ / Sex": each part says the same. */
static struct column_name_found find_parts(const struct column_name *names, size_t n, struct str head)
{
    const struct column_name_found none = {.name = SIZE_MAX};
    struct column_name_found all = none;
    struct str part;
    char sign = memchr(head.s, '\n', head.n) ? '\n' : '/';
    for (bool first = true; str_cut(&head, sign, &part); first = false) {
        struct head_words h;
        struct column_name_found one = none;
        if (cut_words(part, &h)) one = find_words(names, n, (struct str){h.bytes, h.n}, h.lang);
        if (one.name == SIZE_MAX || (!first && !join_parts(names, n, one, &all))) return none;
        if (first) all = one;
    }
    return all;
}

struct column_name_found column_name_find(const struct column_name *names, size_t n, struct str head)
{
    for (size_t i = 0; i < n; i++)
        if (known_name_same(head, str_of(names[i].name))) return (struct column_name_found){.name = i};
    if (!head.n || head.n >= HEAD_MOST) return (struct column_name_found){.name = SIZE_MAX};
    return find_parts(names, n, head);
}

size_t column_name_lacking(const struct column_name *names, size_t n, const bool *seen)
{
    for (size_t i = 0; i < n; i++) {
        bool there = !names[i].needed;
        for (size_t k = 0; k < n && !there; k++) there = seen[k] && names[k].needed == names[i].needed;
        if (!there) return i;
    }
    return SIZE_MAX;
}
