#include "read_help.h"

#include "read/event.h"
#include "read/event_imprint.h"
#include "read/event_look.h"

static struct event read_event(struct bench *b, const char *text)
{
    struct event e;
    event_read(&b->job, bench_source(b, text), &e);
    return e;
}

static void one_title(void **state)
{
    struct bench *b = *state;
    struct event e = read_event(b, "title: Forum\n");
    bench_silent(b);
    bench_str(e.title.t[LANG_EN], "Forum");
    assert_int_equal(e.nlangs, 2);
    assert_int_equal(e.langs[0], LANG_KM);
    assert_int_equal(e.documents, DOCUMENT_ALL);
    assert_int_equal(e.editions, 31);
    assert_false(e.final || e.sample || e.national_heading);
    assert_true(e.attach_sources);
    assert_int_equal(e.latest.year, 0);
    bench_str(read_event(b, "km: {title: វេទិកា}").title.t[LANG_KM], "វេទិកា");
    bench_str(read_event(b, "title: វេទិកា").title.t[LANG_KM], "វេទិកា");
    bench_str(read_event(b, "title: {en: X, km: ក}").title.t[LANG_KM], "ក");
    bench_str(read_event(b, "Forum of 2023").title.t[LANG_EN], "Forum of 2023");
    bench_silent(b);
    read_event(b, "status: draft");
    assert_int_equal(bench_told(b, DIAG_EVENT_TITLE), 1);
}

static void all_of_it(void **state)
{
    struct bench *b = *state;
    struct event e =
        read_event(b, "status: final\nsample: yes\nlanguages: [en, km]\n"
                      "dates: [2023-04-04, 2023-04-05]\nprogramme_as_of: 2023-03-14\n"
                      "lunar_date_km: x\ncontact: {name: A, email: b@c}\n"
                      "presided_by: [{name_en: N, role_km: ក}]\nsignatories: {name_en: S}\n"
                      "en: {title: T, venue: V}\nkm: {title: ក, host: ខ}\nnational_heading: yes\n"
                      "documents: [report, session-sheets]\neditions: [km]\nattach_sources: no\n"
                      "fonts: {km: {body: B}, en: {heading: H}}\npaper: a4\n");
    bench_silent(b);
    assert_true(e.final && e.sample && e.national_heading && !e.attach_sources);
    assert_int_equal(e.langs[0], LANG_EN);
    assert_int_equal(e.ndates, 2);
    assert_int_equal(e.latest.day, 5);
    assert_int_equal(e.programme_as_of.month, 3);
    bench_str(e.contact_email, "b@c");
    assert_int_equal(e.npresided, 1);
    bench_str(e.presided_by[0].role.t[LANG_KM], "ក");
    bench_str(e.signatories[0].name.t[LANG_EN], "S");
    bench_str(e.host.t[LANG_KM], "ខ");
    assert_int_equal(e.documents, DOCUMENT_REPORT | DOCUMENT_SHEETS);
    assert_int_equal(e.editions, 1 << EDITION_KM);
    bench_str(e.fonts[LANG_KM][FONT_ROLE_BODY], "B");
    assert_int_equal(place_position(e.fonts_place[LANG_EN][FONT_ROLE_HEADING]).line, 16);
}

static void days_are_in_order_and_languages_once(void **state)
{
    struct bench *b = *state;
    struct event e =
        read_event(b, "title: T\nlanguages: [en, km]\ndates: [2023-04-04, 2023-04-05, 2023-05-01]\n");
    bench_silent(b);
    e = read_event(
        b, "title: T\nlanguages: [en, English]\ndates: [2023-04-06, 2023-04-04, 2023-04-05, 2023-04-04]\n");
    assert_int_equal(e.nlangs, 1);
    bench_at(b, DIAG_LANGUAGE_TWICE, 2, 17);
    assert_int_equal(e.ndates, 3);
    for (int i = 0; i < 3; i++) assert_int_equal(e.dates[i].day, 4 + i);
    bench_at(b, DIAG_DATES_ORDER, 3, 9);
    e = read_event(b, "title: T\ndates: 2023-04-04, 2023-04-04\n");
    assert_int_equal(e.ndates, 1);
    assert_int_equal(bench_told(b, DIAG_DATES_ORDER), 2);
}

static void faults(void **state)
{
    struct bench *b = *state;
    struct event e =
        read_event(b, "title: T\nstatus: finished\nsample: perhaps\ndates: [2023-02-31, 2023-04-05]\n"
                      "venu: x\nen: [1]\nlanguages: [fr, en]\ncontact: {phone: 1}\n");
    bench_at(b, DIAG_YAML_KIND, 6, 5);
    bench_at(b, DIAG_VALUE_YESNO, 3, 9);
    bench_at(b, DIAG_VALUE_DATE, 4, 9);
    assert_int_equal(bench_told(b, DIAG_VALUE_WORD), 2);
    assert_int_equal(bench_told(b, DIAG_KEY_UNKNOWN_NEAR), 1);
    bench_str(bench_diag(b, DIAG_KEY_UNKNOWN_NEAR)->args[1], "venue");
    bench_at(b, DIAG_KEY_UNKNOWN, 8, 11);
    assert_int_equal(e.nlangs, 1);
    assert_int_equal(e.ndates, 1);
}

static void an_address_is_whole(void **state)
{
    struct bench *b = *state;
    bench_str(read_event(b, "title: T\nurl: https://x.example/ក\n").url, "https://x.example/ក");
    bench_silent(b);
    assert_int_equal(read_event(b, "title: T\nurl: www.x.example\n").url.n, 0);
    assert_int_equal(read_event(b, "title: T\nurl: https://x.example/a b\n").url.n, 0);
    struct buf longer = BUF(b->job.keep);
    buf_put(&longer, "title: T\nurl: https://x.example/");
    for (int i = 0; i < 80; i++) buf_put(&longer, "ក");
    assert_int_equal(read_event(b, "title: T\nurl: https:///x\n").url.n, 0);
    assert_int_equal(read_event(b, "title: T\nurl: https://\n").url.n, 0);
    assert_int_equal(bench_told(b, DIAG_EVENT_URL), 4);
    assert_int_equal(read_event(b, str_copy(b->job.keep, buf_str(&longer)).s).url.n, 18 + 3 * 80);
    bench_str(bench_diag(b, DIAG_EVENT_URL_LONG)->args[0], "738");
}

static void a_colour_can_be_read_on_white(void **state)
{
    struct bench *b = *state;
    assert_int_equal(event_look_contrast(0x000000), 210);
    assert_int_equal(event_look_contrast(0xFFFFFF), 10);
    assert_int_equal(read_event(b, "title: T\ncolour: '#0B3C5D'\n").colour, 0x0B3C5D);
    assert_int_equal(read_event(b, "title: T\ncolour: 5a1a3c\n").colour, 0x5A1A3C);
    assert_int_equal(read_event(b, "title: T\ncolour:\nstatus: draft # add one\n").colour, 0);
    assert_int_equal(read_event(b, "title: T\ncolour: # as yet none\n").colour, 0);
    bench_silent(b);
    assert_int_equal(read_event(b, "title: T\ncolour: #0B3C5D  # the house's\n").colour, 0x0B3C5D);
    assert_int_equal(bench_told(b, DIAG_YAML_MENDED), 1);
    assert_int_equal(read_event(b, "title: T\ncolour: blue\n").colour, 0);
    assert_int_equal(read_event(b, "title: T\ncolour: '#0B3C5'\n").colour, 0);
    assert_int_equal(bench_told(b, DIAG_EVENT_COLOUR), 2);
    assert_int_equal(read_event(b, "title: T\ncolour: '#2E8B57'\n").colour, 0);
    struct str cure = bench_diag(b, DIAG_EVENT_COLOUR_PALE)->args[0];
    uint32_t darker =
        read_event(b, str_fmt(b->job.keep, "title: T\ncolour: '%.*s'\n", STR_ARGS(cure)).s).colour;
    assert_true(event_look_contrast(darker) >= 70 && event_look_contrast(darker) < 90);
}

static void imprint_and_signing(void **state)
{
    struct bench *b = *state;
    struct event e = read_event(
        b, "title: T\nimprint: {number: 12, licence_en: CC, licence_km: ក, isbn: 978-3-16-148410-0}\n"
           "signed: {place_en: Phnom Penh, place_km: ភ្នំពេញ, date: 2023-05-01}\n");
    bench_silent(b);
    bench_str(e.imprint.number.t[LANG_EN], "12");
    bench_str(e.imprint.licence.t[LANG_KM], "ក");
    bench_str(e.signing.place.t[LANG_EN], "Phnom Penh");
    assert_int_equal(e.signing.date.month, 5);
    e = read_event(b, "title: T\nprogramme_as_of: April 2, 2023\nsigned:\n  date: May 3, 2023\n");
    assert_int_equal(e.signing.date.day, 3);
    assert_int_equal(e.programme_as_of.day, 2);
    bench_silent(b);
    read_event(b, "title: T\nimprint: {numbr: 12}\ncolor: red\n");
    assert_int_equal(bench_told(b, DIAG_KEY_UNKNOWN_NEAR), 2);
}

static void an_isbn_is_checked(void **state)
{
    struct bench *b = *state;
    static const char *const GOOD[] = {"978-3-16-148410-0", "9783161484100",     "0-306-40615-2",
                                       "0-8044-2957-X",     "៩៧៨-៣-១៦-១៤៨៤១០-០", "979-10-90636-07-1"},
                             *const BAD[] = {"978-3-16-148410-1",
                                             "978",
                                             "0-306-40615-3",
                                             "X-306-40615-2",
                                             "977-3-16-148410-3",
                                             "978-3-16-148410-0-0",
                                             "soon",
                                             ""};
    for (size_t i = 0; i < sizeof GOOD / sizeof *GOOD; i++) assert_true(event_imprint_isbn(str_of(GOOD[i])));
    for (size_t i = 0; i < sizeof BAD / sizeof *BAD; i++) assert_false(event_imprint_isbn(str_of(BAD[i])));
    struct event e = read_event(b, "title: T\nimprint: {isbn: 'ISBN-13: 978-3-16-148410-0'}\n");
    bench_str(bi_get(e.imprint.isbn, LANG_EN, NULL), "978-3-16-148410-0");
    bench_silent(b);
    e = read_event(b, "title: T\nimprint: {isbn: 978-3-16-148410-1}\n");
    assert_true(bi_empty(e.imprint.isbn)); /* what is wrong is not printed */
    assert_int_equal(bench_told(b, DIAG_EVENT_ISBN), 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {BENCH(one_title),
                                       BENCH(all_of_it),
                                       BENCH(days_are_in_order_and_languages_once),
                                       BENCH(faults),
                                       BENCH(an_address_is_whole),
                                       BENCH(a_colour_can_be_read_on_white),
                                       BENCH(imprint_and_signing),
                                       BENCH(an_isbn_is_checked)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
