/* privacy: what is masked in an answer, and what is not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "by_hand.h"
#include "privacy/mask.h"

struct pair_of {
    const char *text, *masked;
};

static struct hand *with_people(void)
{
    struct hand *h = hand_open();
    struct participant *who = ARENA_MANY(h->keep, struct participant, 5);
    who[0].name = hand_bi("កែវ មណ្ឌា", "Keo Mandara");
    who[0].honorific = hand_bi("លោក", "Mr");
    who[1].name = hand_bi("ហេង សុវណ្ណារី", "Dr. Heng Sovannary");
    who[2].name = hand_bi("", "Participant 7 (sample)");
    who[3].name = hand_bi("លី ណា", "Ly Na");
    who[4].name = hand_bi("ចាន់ វិទ្យា", "");
    h->corpus.participants = who;
    h->corpus.nparticipants = 5;
    return h;
}

static struct mask *masks(struct hand *h)
{
    struct said_words *words = ARENA_ONE(h->keep, struct said_words);
    *words = compose_said_words(h->keep);
    return mask_new(&h->job, &h->corpus, words);
}

static void expect(const struct pair_of *cases, size_t n)
{
    struct hand *h = with_people();
    struct mask *m = masks(h);
    for (size_t i = 0; i < n; i++) {
        struct str got = mask_text(m, str_of(cases[i].text)).text[LANG_EN];
        if (!str_is(got, cases[i].masked)) print_error("%s\n  %.*s\n", cases[i].text, STR_ARGS(got));
        assert_true(str_is(got, cases[i].masked));
    }
    hand_close(h);
}
#define EXPECT(cases) expect((cases), sizeof(cases) / sizeof *(cases))

static void without_names_nothing_is_told(void **state)
{
    (void)state;
    struct hand *h = hand_open();
    h->corpus.roster = ROSTER_UNREAD;
    struct mask *m = masks(h);
    struct masked g = mask_text(m, STR("A good day."));
    assert_true(str_is(g.text[LANG_EN], "[name]") && g.kinds == MASK_NAME && !g.left);
    assert_int_equal(mask_text(m, STR("")).text[LANG_EN].n, 0);
    hand_close(h);
}

static void addresses_and_numbers(void **state)
{
    (void)state;
    static const struct pair_of cases[] = {
        {"write to sok.dara@moeys.gov.kh.", "write to [e-mail]."},
        {"sok.dara @ gmail.com", "[e-mail]"},
        {"sok.dara(at)gmail.com", "[e-mail]"},
        {"ផ្ញើមកsok@gmail.comបាទ", "ផ្ញើមក[e-mail]បាទ"},
        {"សុខ@gmail.com", "សុខ[e-mail]"},
        {"telegram @sokdara99", "telegram [e-mail]"},
        {"call 012 345 678 or +855 12-345-678", "call [telephone] or [telephone]"},
        {"012 345 678 / 098 765 432", "[telephone]"},
        {"(855) 12 345 678!", "[telephone]!"},
        {"012.345.678, 012345678", "[telephone]"},
        {"០១២ ៣៤៥ ៦៧៨ និង ០១២-៣៤៥-៦៧៨", "[telephone] និង [telephone]"},
        {"+៨៥៥ ១២ ៣៤៥ ៦៧៨", "[telephone]"},
        {"០១២\u200B៣៤៥\u200B៦៧៨", "[telephone]"},
        {"012\u00A0345\u00A0678", "[telephone]"},
        {"ទូរសព្ទ ០១២៣៤៥៦៧៨ ។", "ទូរសព្ទ [telephone] ។"},
        {"0123456789a@b.c", "[e-mail]"},
        {"in 2022-2023 we had 45 pupils", "in 2022-2023 we had 45 pupils"},
        {"2021 2022 2023", "2021 2022 2023"},
        {"4 April 2023, 08:30", "4 April 2023, 08:30"},
        {"on 04/04/2023 and 2023-04-05", "on 04/04/2023 and 2023-04-05"},
        {"04-04-2023 012345678", "04-04-2023 [telephone]"},
        {"@ home @", "@ home @"},
        {"", ""},
    };
    EXPECT(cases);
}

static void numbers_as_people_hide_them(void **state)
{
    (void)state;
    static const struct pair_of cases[] = {
        {"zero seventy-eight, four fifty-two, nine thirteen", "[telephone]"},
        {"zeronineseven sevenonezero threefiveeightsix", "[telephone]"},
        {"zero double one double five double six double seven!", "[telephone]!"},
        {"សូន្យដប់ពីរ បីរយសែសិបប្រាំ ប្រាំមួយរយចិតសិបប្រាំបី", "[telephone]"},
        {"0️⃣7️⃣8️⃣4️⃣5️⃣2️⃣9️⃣1️⃣3️⃣", "[telephone]"},
        {"078x452x913 or 078 👉 452 👉 913", "[telephone] or [telephone]"},
        {"O 7 8 4 5 2 9 1 3", "[telephone]"},
        {"0l2 345 678, l2 345 678", "[telephone], [telephone]"},
        {"0|7|8|4|5|2|9|1|3", "[telephone]"},
        {"plus eight five five seven eight four five two nine one three", "plus [telephone]"},
        {"ទុក 011__556__677 នៅទីនេះ", "ទុក [telephone] នៅទីនេះ"},
        {"plate no. 2AB-0102; passport # N 1509 3726", "plate no. [telephone]; passport # [telephone]"},
        {"សំបុត្រកំណើត លេខ ០១០/២៨", "សំបុត្រកំណើត លេខ [telephone]"},
        {"the number of my phone is 12 345 678", "the number of my phone is [telephone]"},
        {"Totally agree, call 12 345 678", "Totally agree, call [telephone]"},
        {"in total I said it to Dara, 12 345 678", "in total I said it to Dara, [telephone]"},
        {"អរគុណសរុបមក ទាក់ទង 12 345 678", "អរគុណសរុបមក ទាក់ទង [telephone]"},
        {"ABA 000 123 456 USD", "ABA [telephone] USD"},
        {"ABA 123 456 789 USD", "ABA [telephone] USD"},
        {"card number 2012 2045 1234 5678", "card number [telephone]"},
        {"id 01 02 2034 567", "id [telephone]"},
        {"0 9 7 1 234 567 or 0.9.7 123 456", "[telephone] or [telephone]"},
        {"0 9 7 1 23 45 67", "[telephone]"},
        {"សូន្យ\u200Bដប់ពីរ បីរយ\u200Bហាសិប ប្រាំមួយរយ\u200Bចិតសិបប្រាំបី", "[telephone]"},
        {"passport of 04/04/2023", "passport of 04/04/2023"},
        {"account 500 000 riel, bank 2022-2023", "account 500 000 riel, bank 2022-2023"},
        {"The population of Cambodia is 16 718 965.", "The population of Cambodia is 16 718 965."},
        {"ប្រជាជនសរុបចំនួន 16 718 965 ជាង", "ប្រជាជនសរុបចំនួន 16 718 965 ជាង"},
        {"0 1 1 2 3 5 8 13 and 0 1 1 2 3 5 8 13 21 34 55 89 144",
         "0 1 1 2 3 5 8 13 and 0 1 1 2 3 5 8 13 21 34 55 89 144"},
        {"the bank lent 5000000 riel in 2018", "the bank lent 5000000 riel in 2018"},
        {"one of the two groups had three or four", "one of the two groups had three or four"},
        {"0.5 + 0.25 + 0.125 = 0.875", "0.5 + 0.25 + 0.125 = 0.875"},
        {"16 718 965 people, 6.02214076", "16 718 965 people, 6.02214076"},
    };
    EXPECT(cases);
}

static void accounts_of_every_service(void **state)
{
    (void)state;
    static const struct pair_of cases[] = {
        {"zalo sokdararith", "zalo [e-mail]"},
        {"តេលេក្រាមខ្ញុំ sokdararith", "តេលេក្រាមខ្ញុំ [e-mail]"},
        {"ហ្វេសប៊ុក (Facebook): lida.chea99", "ហ្វេសប៊ុក (Facebook): [e-mail]"},
        {"on Facebook as Sok Dara", "on Facebook as [e-mail]"},
        {"live:sokdararith, t.me / lida", "live:[e-mail], [e-mail]"},
        {"YouTube videos and Facebook messages", "YouTube videos and Facebook messages"},
        {"Telegram is used; line 5", "Telegram is used; line 5"},
    };
    EXPECT(cases);
}

static void people_on_no_list(void **state)
{
    (void)state;
    static const struct pair_of cases[] = {
        {"teacher Um Sophea, bong Chenda, H.E. Pheng Ratanak", "teacher [name], bong [name], H.E. [name]"},
        {"mr sokha; MS Sophea; MS Word; Mr.Eang.Mary", "mr [name]; MS [name]; MS Word; Mr.[name]"},
        {"Teacher Manual, teacher training, He said", "Teacher Manual, teacher training, He said"},
        {"លោកគ្រូវណ្ណាបានមក", "លោកគ្រូ[name]បានមក"},
        {"ឯ.ឧ. ងួន មុនីដែល", "ឯ.ឧ. [name]ដែល"},
        {"លោកប្រធាន ផេង រតនៈ ច្រើន", "លោកប្រធាន [name] ច្រើន"},
        {"គ្រូ សុខភាព និងសុវត្ថិភាព", "គ្រូ សុខភាព និងសុវត្ថិភាព"},
        {"លោកជំទាវ ជាទីគោរព", "លោកជំទាវ ជាទីគោរព"},
        {"លោក លោកស្រី អ្នកនាង កញ្ញា", "លោក លោកស្រី អ្នកនាង កញ្ញា"},
    };
    EXPECT(cases);
}

static void names_in_both_scripts(void **state)
{
    (void)state;
    static const struct pair_of cases[] = {
        {"Keo Mandara spoke", "[name] spoke"},
        {"Mandara Keo spoke", "[name] spoke"},
        {"KEO  mandara's table", "[name]'s table"},
        {"Keo-Mandara, KEOMANDARA", "[name], [name]"},
        {"Thanks to Mandara", "Thanks to [name]"},
        {"Mr. Mandara was clear", "Mr. [name] was clear"},
        {"K. Mandara was clear", "[name] was clear"},
        {"Keo Mandarra was clear", "[name] was clear"},
        {"Heng Sovanary and Dr Sovannary", "[name] and Dr [name]"},
        {"កែវ មណ្ឌា បាននិយាយ", "[name] បាននិយាយ"},
        {"កែវមណ្ឌាបាននិយាយ", "[name]បាននិយាយ"},
        {"មណ្ឌា កែវ", "[name]"},
        {"កែវ\u200Bមណ្ឌា\u200Bនិយាយ", "[name]\u200Bនិយាយ"},
        {"លោក មណ្ឌា ល្អ", "លោក [name] ល្អ"},
        {"លោកគ្រូមណ្ឌា ល្អ", "លោកគ្រូ[name] ល្អ"},
        {"ហេង សុវណ្ណារី", "[name]"},
        {"Ly Na said so", "[name] said so"},
        {"Participant 7 (sample)", "[name]"},
        {"Another participant was there", "Another participant was there"},
        {"only nations, finally nap", "only nations, finally nap"},
        {"កែវមួយ និងមណ្ឌល", "កែវមួយ និងមណ្ឌល"},
        {"លោកគ្រូមណ្ឌាបានមក", "លោកគ្រូ[name]បានមក"},
        {"អ្នកគ្រូវិទ្យាសាស្ត្រល្អ", "អ្នកគ្រូវិទ្យាសាស្ត្រល្អ"},
        {"អ្នកគ្រូវិទ្យា ល្អ", "អ្នកគ្រូ[name] ល្អ"},
        {"Mandarin is a language", "Mandarin is a language"},
        /* a part that stands alone */
        {"Mandara spoke first. Sovannary answered.", "[name] spoke first. [name] answered."},
        {"thanks to mandara and sovannary", "thanks to [name] and [name]"},
        {"a mandarava, no keo, a heng", "a mandarava, no keo, a heng"},
        {"អរគុណមណ្ឌាណាស់", "អរគុណ[name]ណាស់"},
        {"អរគុណសុវណ្ណារីដែលបានជួយ", "អរគុណ[name]ដែលបានជួយ"},
        {"មណ្ឌា\u200Bបានជួយ", "[name]\u200Bបានជួយ"},
        {"វិទ្យាសាស្ត្រ និងចំណេះវិទ្យា", "វិទ្យាសាស្ត្រ និងចំណេះវិទ្យា"},
        {"កែវទឹកមួយ ចាន់ថា", "កែវទឹកមួយ ចាន់ថា"},
        {"មណ្ឌលសិក្សា", "មណ្ឌលសិក្សា"},
    };
    EXPECT(cases);
}

/* Names that are words as well are masked behind an honorific alone; the event's own words never. */
static void words_are_no_names(void **state)
{
    (void)state;
    struct hand *h = with_people();
    struct participant *who = h->corpus.participants;
    who[0].name = hand_bi("សុខ សុភាព", "Long Hope");
    who[1].name = hand_bi("ព្រះ ស៊ីសុវត្ថិ", "Preah Sisowath");
    h->corpus.names = ARENA_MANY(h->keep, struct str, 2);
    h->corpus.names[0] = STR("Preah Sisowath High School");
    h->corpus.names[1] = STR("ស៊ីសុវត្ថិ");
    h->corpus.nnames = 2;
    static const struct pair_of cases[] = {
        {"Long hours; hope remains, and a sisowath", "Long hours; hope remains, and a sisowath"},
        {"Mr Long spoke", "Mr [name] spoke"},
        {"ស៊ីសុវត្ថិ បាននិយាយ", "[name] បាននិយាយ"}, /* in names.txt lest a line cuts it: a name all the same */
        {"សុភាពរាបសារ លោក សុភាព ល្អ", "សុភាពរាបសារ លោក [name] ល្អ"},
    };
    struct mask *m = masks(h);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct str got = mask_text(m, str_of(cases[i].text)).text[LANG_EN];
        if (!str_is(got, cases[i].masked))
            print_error("%s\n  %.*s\n", cases[i].text, (int)got.n, got.s ? got.s : "");
        assert_true(str_is(got, cases[i].masked));
    }
    hand_close(h);
}

/* Coeng da and coeng ta look alike; a sign typed in another order is the same name. */
static void names_by_their_look(void **state)
{
    (void)state;
    static const struct pair_of cases[] = {
        {"កែវ មណ\u17D2តា", "[name]"},
        {"កែវ មណ\u17D2\u200Bឌា", "[name]"},
    };
    struct hand *h = with_people();
    h->corpus.participants[0].name.t[LANG_KM] = STR("កែវ មណ\u17D2ដា");
    struct mask *m = masks(h);
    assert_true(str_is(mask_text(m, str_of(cases[0].text)).text[LANG_EN], "[name]"));
    h->corpus.participants[0].name.t[LANG_KM] = STR("កែវ មណ\u17D2ឌា");
    m = masks(h);
    assert_true(str_is(mask_text(m, str_of(cases[1].text)).text[LANG_EN], "[name]"));
    hand_close(h);
}

static void long_texts_take_no_time(void **state)
{
    (void)state;
    static const char *const parts[] = {"a@b ", "@", "12345678a", "1 ", "Keo ", "ក្រ", "K", "លោក", "(at) "};
    struct hand *h = with_people();
    struct mask *m = masks(h);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        struct buf b = BUF(h->keep);
        while (b.n < 200000) buf_put(&b, parts[i]);
        mask_text(m, buf_str(&b));
    }
    hand_close(h);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_names_nothing_is_told),
        cmocka_unit_test(addresses_and_numbers),
        cmocka_unit_test(numbers_as_people_hide_them),
        cmocka_unit_test(accounts_of_every_service),
        cmocka_unit_test(people_on_no_list),
        cmocka_unit_test(names_in_both_scripts),
        cmocka_unit_test(words_are_no_names),
        cmocka_unit_test(names_by_their_look),
        cmocka_unit_test(long_texts_take_no_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
