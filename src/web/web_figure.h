/* web_figure: pictures, charts and codes as elements of HTML. */
#ifndef SASTRA_WEB_WEB_FIGURE_H
#define SASTRA_WEB_WEB_FIGURE_H

#include "web/writing.h"

void web_figure_picture(struct writing *w, const struct node *figure);
/* A chart is the table of its numbers, a bar in each row. */
void web_figure_chart(struct writing *w, const struct node *chart);
/* A bar of so much of the most, its paler part last. */
void web_figure_bar(struct writing *w, const struct bar *bar, long most);
void web_figure_qr(struct writing *w, const struct node *code);

#endif
