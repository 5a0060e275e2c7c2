#include "read/html/html_items.h"

#include "khmer/number.h"

enum { NUMBER_MOST = 999 };

long html_items_start(const struct html_tag *list)
{
    long number = 1;
    struct str start = html_tag_value(list, "start");
    if (!str_eq_fold(list->name, STR("ol"))) return 0;
    return start.n && number_read(start, &number) && number > 0 && number <= NUMBER_MOST ? number : 1;
}

static void take_list(struct html_items *items, const struct html_tag *tag)
{
    if (tag->closing)
        items->depth -= items->depth > 0;
    else if (items->depth < HTML_ITEMS_NEST)
        items->next[items->depth++] = html_items_start(tag);
}

struct str html_items_take(struct html_items *items, struct arena *a, const struct html_tag *tag)
{
    if (tag->kind == HTML_TAG_LIST) take_list(items, tag);
    if (tag->kind != HTML_TAG_ITEM || tag->closing) return (struct str){0};
    long *next = items->depth ? &items->next[items->depth - 1] : NULL;
    if (next && *next) return str_fmt(a, "%ld. ", (*next)++);
    return items->depth > 1 ? STR("– ") : STR("• ");
}
