#include "publish/report_names.h"

/* clang-format off */
static const struct report_name ALONE[] = {
    {"report.pdf", BI("របាយការណ៍ចុងក្រោយ", "Final report")},
    {"report.html", BI("របាយការណ៍សម្រាប់អានលើទូរសព្ទ និងកុំព្យូទ័រ", "Report to read on a telephone or a computer")},
    {"report.epub", BI("របាយការណ៍ជាសៀវភៅអេឡិចត្រូនិក", "Report as an e-book")},
};

static const struct report_name SEVERAL[] = {
    {"report.pdf", BI("របាយការណ៍ចុងក្រោយ ជាភាសាខ្មែរ និងអង់គ្លេស", "Final report, Khmer and English side by side")},
    {"report.html", BI("របាយការណ៍សម្រាប់អានលើទូរសព្ទ និងកុំព្យូទ័រ", "Report to read on a telephone or a computer")},
    {"report.epub", BI("របាយការណ៍ជាសៀវភៅអេឡិចត្រូនិក", "Report as an e-book")},
    {"report.km.pdf", BI("របាយការណ៍ចុងក្រោយ ជាភាសាខ្មែរ", "Final report in Khmer")},
    {"report.en.pdf", BI("របាយការណ៍ចុងក្រោយ ជាភាសាអង់គ្លេស", "Final report in English")},
};
/* clang-format on */

const struct report_name *report_names(bool alone, size_t *n)
{
    *n = alone ? sizeof ALONE / sizeof *ALONE : sizeof SEVERAL / sizeof *SEVERAL;
    return alone ? ALONE : SEVERAL;
}
