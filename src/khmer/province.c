#include "khmer/province.h"

/* In the order of enum lang. */
#define PROVINCE(km, en)                                                                                     \
    {                                                                                                        \
        .name = { km, en }                                                                                   \
    }

static const struct province ALL[] = {PROVINCE("ភ្នំពេញ", "Phnom Penh"),
                                      PROVINCE("បន្ទាយមានជ័យ", "Banteay Meanchey"),
                                      PROVINCE("បាត់ដំបង", "Battambang"),
                                      PROVINCE("កំពង់ចាម", "Kampong Cham"),
                                      PROVINCE("កំពង់ឆ្នាំង", "Kampong Chhnang"),
                                      PROVINCE("កំពង់ស្ពឺ", "Kampong Speu"),
                                      PROVINCE("កំពង់ធំ", "Kampong Thom"),
                                      PROVINCE("កំពត", "Kampot"),
                                      PROVINCE("កណ្តាល", "Kandal"),
                                      PROVINCE("កែប", "Kep"),
                                      PROVINCE("កោះកុង", "Koh Kong"),
                                      PROVINCE("ក្រចេះ", "Kratie"),
                                      PROVINCE("មណ្ឌលគិរី", "Mondulkiri"),
                                      PROVINCE("ឧត្តរមានជ័យ", "Oddar Meanchey"),
                                      PROVINCE("ប៉ៃលិន", "Pailin"),
                                      PROVINCE("ព្រះសីហនុ", "Preah Sihanouk"),
                                      PROVINCE("ព្រះវិហារ", "Preah Vihear"),
                                      PROVINCE("ព្រៃវែង", "Prey Veng"),
                                      PROVINCE("ពោធិ៍សាត់", "Pursat"),
                                      PROVINCE("រតនគិរី", "Ratanakiri"),
                                      PROVINCE("សៀមរាប", "Siem Reap"),
                                      PROVINCE("ស្ទឹងត្រែង", "Stung Treng"),
                                      PROVINCE("ស្វាយរៀង", "Svay Rieng"),
                                      PROVINCE("តាកែវ", "Takeo"),
                                      PROVINCE("ត្បូងឃ្មុំ", "Tboung Khmum")};
enum { ALL_N = sizeof ALL / sizeof *ALL };

/* Without the word for what it is. */
static struct str bare_of(struct str typed)
{
    static const char *const BEFORE[] = {"ខេត្ត", "រាជធានី", "Province of ", "City of "}, *const BEHIND[] = {
                                                                                            " Province",
                                                                                            " Municipality",
                                                                                            " City",
                                                                                            " Capital"};
    struct str s = str_trim(typed);
    for (size_t i = 0; i < sizeof BEFORE / sizeof *BEFORE; i++)
        if (str_starts_fold(s, BEFORE[i])) s = str_trim(str_sub(s, strlen(BEFORE[i]), s.n));
    for (size_t i = 0; i < sizeof BEHIND / sizeof *BEHIND; i++) {
        struct str end = str_of(BEHIND[i]);
        if (s.n > end.n && str_eq_fold(str_sub(s, s.n - end.n, s.n), end)) s.n -= end.n;
    }
    return str_trim(s);
}

const struct province *province_find(struct str typed)
{
    struct str bare = bare_of(typed);
    for (size_t i = 0; i < ALL_N; i++)
        for (int l = 0; l < LANG_N; l++)
            if (str_eq_fold(bare, str_of(ALL[i].name[l]))) return &ALL[i];
    return NULL;
}

const struct province *province_near(struct str typed)
{
    struct str bare = bare_of(typed);
    size_t most = bare.n / 4 < 2 ? bare.n / 4 : 2;
    for (size_t i = 0; i < ALL_N && most; i++)
        for (int l = 0; l < LANG_N; l++)
            if (str_distance(bare, str_of(ALL[i].name[l]), most) <= most) return &ALL[i];
    return NULL;
}
