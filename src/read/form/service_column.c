#include "read/form/service_column.h"

#include "read/format/known_name.h"

/* Names compare by letters and digits. */
static const char *const ANY[] = {
    "id",       "name",      "email",        "email address", "e-mail",      "first name", "last name",
    "username", "user name", "score",        "total points",  "total score", "status",     "start",
    "end",      "today",     "key",          "index",         "start date",  "end date",   "phone number",
    "duration", "អ៊ីមែល",      "អាសយដ្ឋានអ៊ីមែល", "ឈ្មោះ",          "ពិន្ទុ",         "លេខទូរសព្ទ",   "កាលបរិច្ឆេទ"};

static const char *const OWN[] = {
    /* Google, Microsoft, Nextcloud, Typeform, Jotform */
    "timestamp", "ត្រាពេលវេលា", "start time", "completion time", "last modified time", "quiz feedback",
    "submitted at", "submission date", "submission id", "submit date", "submit date (utc)",
    "start date (utc)", "network id", "user id", "user display name", "response type", "ពេលវេលាចាប់ផ្តើម",
    "ពេលវេលាបញ្ចប់",
    /* Kobo, ODK */
    "SubmissionDate", "SubmitterID", "SubmitterName", "AttachmentsPresent", "AttachmentsExpected",
    "ReviewState", "DeviceID", "Edits", "FormVersion", "formdef_version", "simserial", "subscriberid",
    "phonenumber", "audit", "uuid", "instanceID", "instanceName", "deprecatedID", "rootUuid", "PARENT_KEY",
    /* LimeSurvey */
    "response id", "submitdate", "date submitted", "lastpage", "last page", "startlanguage", "start language",
    "seed", "date started", "datestamp", "date last action", "ipaddr", "ip address", "refurl", "referrer url",
    "token", "access code", "interviewtime", "total time",
    /* SurveyMonkey, Qualtrics */
    "respondent id", "collector id", "custom data", "custom data 1", "progress", "duration (in seconds)",
    "finished", "recorded date", "recipient last name", "recipient first name", "recipient email",
    "external data reference", "externalreference", "location latitude", "location longitude",
    "distribution channel", "user language", "q_recaptchascore", "q_relevantidduplicate", "survey title"};

/* Behind any of these stands what a service says of a question or of the whole sheet. */
static const char *const BEGINNINGS[] = {"Points - ", "Feedback - ", "meta/",         "meta-",
                                         "formhub/",  "Group time",  "Question time", "_"};
static const char *const ENDS[] = {"[Score]",       "[Feedback]",    "/instanceID", "-instanceID",
                                   "/instanceName", "-instanceName", "_URL"};

static bool is_one(struct str head, const char *const *names, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (known_name_same(head, str_of(names[i]))) return true;
    return false;
}

#define COUNT(a) (sizeof(a) / sizeof *(a))

static enum service_column kind_of(struct str head)
{
    if (is_one(head, ANY, COUNT(ANY))) return SERVICE_COLUMN_ANY;
    return is_one(head, OWN, COUNT(OWN)) ? SERVICE_COLUMN_OWN : SERVICE_COLUMN_NONE;
}

enum service_column service_column_of(struct str head)
{
    struct str rest = head, part;
    enum service_column most = SERVICE_COLUMN_NONE;
    for (size_t i = 0; i < COUNT(BEGINNINGS); i++)
        if (str_starts(head, BEGINNINGS[i])) return SERVICE_COLUMN_OWN;
    for (size_t i = 0; i < COUNT(ENDS); i++)
        if (str_ends(head, ENDS[i])) return SERVICE_COLUMN_OWN;
    while (str_cut(&rest, '/', &part)) { /* in both languages */
        enum service_column here = kind_of(part);
        if (here == SERVICE_COLUMN_NONE) return here;
        if (here > most) most = here;
    }
    return most;
}
