#include "read/form/column_use.h"

#include "model/form_words.h"
#include "read/form/prompt_header.h"
#include "read/form/service_column.h"
#include "read/format/known_name.h"

static const struct {
    const char *name;
    enum column_use_field field;
    bool id; /* also behind a group: "group/form_no" */
} FIELDS[] = {
    {"form_no", USE_NUMBER, true},  {"form", USE_NUMBER, false},    {"form number", USE_NUMBER, false},
    {"no", USE_NUMBER, false},      {"session", USE_SESSION, true}, {"lang", USE_LANG, true},
    {"language", USE_LANG, false},  {"role", USE_ROLE, true},       {"themes", USE_THEMES, true},
    {"theme", USE_THEMES, false},   {"quote_ok", USE_QUOTE, true},  {"may we quote you", USE_QUOTE, false},
    {"legible", USE_LEGIBLE, true}, {"លេខទម្រង់", USE_NUMBER, false}, {"វគ្គ", USE_SESSION, false},
    {"ភាសា", USE_LANG, false},      {"តួនាទី", USE_ROLE, false},      {"ប្រធានបទ", USE_THEMES, false}};
enum { FIELDS_N = sizeof FIELDS / sizeof *FIELDS };

struct naming {
    struct arena *a;
    const struct column_use_form *f;
};

/* -- by id ----------------------------------------------------------------------------------------------- */

static size_t prompts_n(const struct naming *n)
{
    return n->f->form->nprompts;
}

/* Behind a group's name: "group/q1", "group-part-q1". */
static struct str less_group(struct str head)
{
    for (size_t i = head.n; i-- > 0;)
        if (memchr("/-.:", head.s[i], 4)) return str_sub(head, i + 1, head.n);
    return (struct str){0};
}

/* A prompt by its id, letter for letter but for capitals; also behind a group's name. SIZE_MAX: none. */
static size_t prompt_of_id(const struct naming *n, struct str head)
{
    for (size_t from = 0; from <= head.n; from++) {
        if (from && !memchr("/-.:", head.s[from - 1], 4)) continue;
        for (size_t i = 0; i < prompts_n(n); i++)
            if (str_eq_fold(str_sub(head, from, head.n), n->f->form->prompts[i].id)) return i;
    }
    return SIZE_MAX;
}

/* Punctuation may differ. */
static bool is_prompt_id(const struct naming *n, struct str head, struct column_use *use)
{
    for (size_t i = 0; i < prompts_n(n); i++) {
        struct str id = n->f->form->prompts[i].id;
        *use = (struct column_use){.field = USE_ANSWER, .prompt = i};
        if (known_name_same(head, id)) return true;
        for (int l = 0; l < LANG_N; l++) {
            struct str wanted = str_fmt(n->a, "%.*s_%s", STR_ARGS(id), lang_tag((enum lang)l));
            *use = (struct column_use){.field = USE_TRANSLATION, .prompt = i, .lang = (enum lang)l};
            if (known_name_same(head, wanted)) return true;
        }
    }
    return false;
}

/* Of "Again? (Yes/No)" what stands before the stroke, and what behind. */
static bool cuts_bracket(struct str part)
{
    return (str_find(part, STR("("), 0) == SIZE_MAX) != (str_find(part, STR(")"), 0) == SIZE_MAX);
}

/* "session", "វគ្គ / Session", "group/session" */
static enum column_use_field field_of(struct str head)
{
    struct str rest = head, part, last = less_group(head);
    while (str_cut(&rest, '/', &part))
        for (size_t i = 0; i < FIELDS_N && !cuts_bracket(part); i++)
            if (known_name_same(part, str_of(FIELDS[i].name))) return FIELDS[i].field;
    for (size_t i = 0; last.n && i < FIELDS_N; i++)
        if (FIELDS[i].id && str_eq_fold(last, str_of(FIELDS[i].name))) return FIELDS[i].field;
    return USE_NONE;
}

static bool asks_consent(const struct naming *n, struct str head)
{
    struct str asked[LANG_N];
    for (int l = 0; l < LANG_N; l++) asked[l] = form_words_in(FORM_WORD_MAY_QUOTE, (enum lang)l);
    return prompt_header_asks(n->a, head, asked, LANG_N);
}

/* -- one option ------------------------------------------------------------------------------------------ */

/* "Which parts? - Selected Choice" */
static struct str less_choice(struct str s)
{
    static const char END[] = "Selected Choice";
    size_t n = sizeof END - 1;
    if (s.n <= n || !str_eq_fold(str_sub(s, s.n - n, s.n), str_of(END))) return s;
    s = str_trim(str_sub(s, 0, s.n - n));
    return str_ends(s, "-") ? str_trim(str_sub(s, 0, s.n - 1)) : s;
}

/* "Other - Text", "3_TEXT" */
static struct str less_text(struct str s)
{
    static const char *const ENDS[] = {" - Text", "_TEXT", "_text", " - text"};
    for (size_t i = 0; i < sizeof ENDS / sizeof *ENDS; i++)
        if (str_ends(s, ENDS[i])) return str_sub(s, 0, s.n - strlen(ENDS[i]));
    return s;
}

/* An option by its id or words; by its number or code behind the prompt's id. False where it is none. */
static bool is_option(const struct naming *n, size_t prompt, struct str text, bool by_id, bool coded,
                      struct column_use *use)
{
    const struct answer_key *k = &n->f->keys[prompt];
    struct str typed = less_text(text);
    int found = answer_key_option(n->a, k, typed);
    if (found < 0 && coded) found = answer_key_option_code(k, typed);
    if (found < 0 && answer_key_means_other(answer_key_fold(n->a, typed)))
        found = k->other;
    else if (found < 0)
        return false;
    *use = (struct column_use){.field = USE_OPTION, .prompt = prompt, .option = found, .by_words = !by_id};
    return true;
}

/* A prompt with options before a sign, one of them behind it. */
static bool is_cut(const struct naming *n, struct str before, struct str after, bool coded,
                   struct column_use *use)
{
    struct str asked = less_choice(str_trim(before)), option = str_trim(after);
    if (!asked.n || !option.n) return false;
    size_t prompt = prompt_of_id(n, asked);
    bool by_id = prompt != SIZE_MAX;
    if (!by_id) prompt = prompt_header_prompt(n->a, n->f->keys, prompts_n(n), asked).prompt;
    if (prompt == SIZE_MAX || !prompt_has_options(n->f->keys[prompt].prompt)) return false;
    coded &= by_id || n->f->keys[prompt].prompt->type == PROMPT_RANKING; /* "[Ranking 1]" */
    return is_option(n, prompt, option, by_id, coded, use);
}

static bool is_prompt_option(const struct naming *n, struct str head, struct column_use *use)
{
    enum { SIGNS_MOST = 16, HEAD_MOST = 1000 };
    if (head.n > HEAD_MOST) return false;
    for (size_t i = 1, signs = 0; i + 1 < head.n && signs < SIGNS_MOST; i++) {
        if (!memchr("/[:._->|", head.s[i], 8)) continue;
        bool bracket = head.s[i] == '[';
        if (bracket && !str_ends(head, "]")) continue;
        struct str after = str_sub(head, i + 1, head.n - bracket);
        bool coded = memchr("/[:_", head.s[i], 4);
        signs++;
        if (is_cut(n, str_sub(head, 0, i), after, coded, use)) return true;
    }
    return false;
}

/* -- by words -------------------------------------------------------------------------------------------- */

static bool is_prompt_text(const struct naming *n, struct str head, struct column_use *use)
{
    struct prompt_header_found found =
        prompt_header_prompt(n->a, n->f->keys, prompts_n(n), less_choice(head));
    *use = (struct column_use){
        .field = USE_ANSWER, .prompt = found.prompt, .by_words = true, .among = !found.whole};
    return found.prompt != SIZE_MAX;
}

/* "q1 2", "Question.1", "Question (2)": asked once more. */
static struct str less_repeat(struct str head)
{
    size_t end = head.n - str_ends(head, ")"), at = end;
    while (at && head.s[at - 1] >= '0' && head.s[at - 1] <= '9') at--;
    if (at == end || at < 2 || end - at > 2) return (struct str){0};
    bool bracket = end < head.n;
    if (bracket ? head.s[at - 1] != '(' : !memchr(" ._", head.s[at - 1], 3)) return (struct str){0};
    return str_trim(str_sub(head, 0, at - 1));
}

static bool is_whole_text(const struct naming *n, struct str head, struct column_use *use)
{
    return is_prompt_text(n, head, use) && !use->among;
}

static bool is_repeat(const struct naming *n, struct str head, struct column_use *use)
{
    struct str asked = less_repeat(head);
    if (!asked.n) return false;
    size_t prompt = prompt_of_id(n, asked);
    *use = (struct column_use){.field = USE_ANSWER, .prompt = prompt};
    return prompt != SIZE_MAX || is_whole_text(n, asked, use);
}

static bool is_group_id(const struct naming *n, struct str head, struct column_use *use)
{
    size_t prompt = prompt_of_id(n, head);
    *use = (struct column_use){.field = USE_ANSWER, .prompt = prompt};
    return prompt != SIZE_MAX;
}

static bool is_field(const struct naming *n, struct str head, struct column_use *use)
{
    enum column_use_field field = field_of(head);
    if (field == USE_NONE && asks_consent(n, head)) field = USE_QUOTE;
    *use = (struct column_use){.field = field};
    return field != USE_NONE;
}

static bool is_service(const struct naming *n, struct str head, struct column_use *use)
{
    enum service_column kind = service_column_of(head);
    (void)n;
    *use = (struct column_use){.field = USE_SERVICE, .services = kind == SERVICE_COLUMN_OWN};
    return kind != SERVICE_COLUMN_NONE;
}

struct column_use column_use_of(struct arena *a, const struct column_use_form *f, struct str head)
{
    static bool (*const TRIES[])(const struct naming *, struct str, struct column_use *) = {
        is_group_id,   is_prompt_option, is_prompt_id,   is_field,
        is_whole_text, is_repeat,        is_prompt_text, is_service};
    struct naming n = {a, f};
    for (size_t i = 0; head.n && i < sizeof TRIES / sizeof *TRIES; i++) {
        struct column_use use = {0};
        if (TRIES[i](&n, head, &use)) return use;
    }
    return (struct column_use){0};
}

/* -- unknown heads --------------------------------------------------------------------------------------- */

static bool is_near(struct str typed, struct str known)
{
    size_t most = typed.n < 5 ? 1 : 2;
    return typed.n > 1 && typed.n < 16 && str_distance(typed, known, most) <= most;
}

struct str column_use_near(struct arena *a, const struct column_use_form *f, const bool *taken_prompts,
                           const bool *taken_fields, struct str head)
{
    for (size_t i = 0; i < f->form->nprompts; i++)
        if (!taken_prompts[i] && is_near(head, f->form->prompts[i].id)) return f->form->prompts[i].id;
    for (size_t i = 0; i < FIELDS_N; i++)
        if (head.n > 2 && !taken_fields[FIELDS[i].field] && is_near(head, str_of(FIELDS[i].name)))
            return str_of(FIELDS[i].name);
    return prompt_header_near(a, f->keys, f->form->nprompts, taken_prompts, head);
}

struct str column_use_name(struct arena *a, struct str head)
{
    enum { LONGEST = 60 };
    struct buf b = BUF(a);
    size_t n = 0;
    for (size_t at = 0; at < head.n && n < LONGEST; n++) {
        uint32_t c = utf8_next(head, &at);
        buf_cp(&b, c < ' ' ? ' ' : c);
    }
    if (n == LONGEST) buf_put(&b, "…");
    return buf_str(&b);
}
