#include "compose/annex/annex_order.h"

#include "khmer/number.h"

static bool has(const struct builder *p, size_t n, const char *file)
{
    return n || builder_has_faults(p, str_of(file));
}

bool annex_order_has_organizations(const struct builder *p)
{
    return has(p, p->corpus->norganizations, "organizations.");
}

bool annex_order_has_participants(const struct builder *p)
{
    return has(p, p->corpus->nparticipants, "participants.");
}

bool annex_order_has_documents(const struct builder *p)
{
    return has(p, p->corpus->ndocuments, "documents.");
}

struct bi annex_order_letter(struct builder *p, long n)
{
    return (struct bi){.t = {number_khmer_letter(p->a, n), number_latin_letter(p->a, n, true)}};
}

struct bi annex_order_results(struct builder *p)
{
    return annex_order_letter(p, 1L + annex_order_has_organizations(p) + annex_order_has_participants(p) +
                                     annex_order_has_documents(p));
}
