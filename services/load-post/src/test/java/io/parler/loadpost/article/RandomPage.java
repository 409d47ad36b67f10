package io.parler.loadpost.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A page of random blocks, each word of it a different one, so that each can be found again.
///
/// @param visible the words that a reader sees in the article's region, in order
/// @param offLine those of them that may be listed after their sentence or table
/// @param chrome the words of the site's own header, navigation and footer
record RandomPage(String html, List<String> visible, List<String> offLine, List<String> chrome) {
    static RandomPage of(long seed) {
        return new Generator(seed).page();
    }

    /// Writes the page's HTML, and notes the words that are visible.
    private static final class Generator {
        private static final String[] NAMES = {
            "",
            "",
            "",
            "",
            "content",
            "text",
            "sidebar",
            "comment",
            "share",
            "meta",
            "banner",
            "author-bio",
            "related",
            "ad-container",
            "hidden-xs",
            "newsletter signup",
            "byline",
            "post-meta",
            "entry-content",
            "footer",
            "header",
            "menu",
            "social-links",
            "paywall",
            "caption",
            "tags",
            "toc",
            "popup",
            "cookie-notice",
            "promo",
            "widget",
            "col-md-6",
            "credit",
            "note",
            "footnotes",
            "reading-time",
            "breadcrumbs",
            "pagination",
            "tooltip-text"
        };
        private static final String[] HEADINGS = {
            "",
            "",
            "",
            "Comments",
            "Related posts",
            "Share this",
            "Notes",
            "About the author",
            "Tags",
            "More from",
            "Sources",
            "Subscribe"
        };
        private static final int MAX_DEPTH = 5;

        private final Random random;
        private final StringBuilder html = new StringBuilder();
        private final List<String> visible = new ArrayList<>();
        private final List<String> offLine = new ArrayList<>();
        private final List<String> chrome = new ArrayList<>();
        private boolean shown = true;
        private boolean inChrome;
        private boolean late;
        private int next;

        Generator(long seed) {
            this.random = new Random(seed);
        }

        RandomPage page() {
            html.append(
                    "<!doctype html><html lang=en><head><title>The log of a lighthouse</title>");
            html.append("<style>.gone{display:none}</style></head><body>");
            chrome(pick("header", "nav"));
            String region =
                    pick("main", "article", "div role=main", "main><article", "div id=page");
            html.append('<').append(region).append('>');
            if (chance(0.7)) {
                html.append("<h1>The log of a lighthouse</h1>");
            }
            int blocks = 3 + random.nextInt(12);
            for (int i = 0; i < blocks; i++) {
                block(0);
            }
            html.append(close(region));
            chrome("footer");
            return new RandomPage(
                    html.append("</body></html>").toString(), visible, offLine, chrome);
        }

        private static String close(String region) {
            return switch (region) {
                case "main><article" -> "</article></main>";
                case "div role=main", "div id=page" -> "</div>";
                default -> "</" + region + ">";
            };
        }

        private void chrome(String tag) {
            inChrome = true;
            html.append('<').append(tag).append('>');
            for (int i = 0; i < 3; i++) {
                html.append("<a href=/").append(i).append('>').append(words(1)).append("</a> ");
            }
            html.append("</").append(tag).append('>');
            inChrome = false;
        }

        private void block(int depth) {
            switch (random.nextInt(depth < MAX_DEPTH ? 30 : 14)) {
                case 0, 1, 2, 3, 4, 5 -> paragraph();
                case 6 -> heading();
                case 7 -> listing();
                case 8 -> figure();
                case 9 -> invisible();
                case 10 ->
                        element(
                                "button type=button",
                                () -> html.append(words(1 + random.nextInt(3))));
                case 11 -> element("div", () -> html.append(loose()));
                case 12 -> html.append(loose());
                case 13 -> element("p", () -> link(1 + random.nextInt(8)));
                case 14, 15, 16 -> nested(pick("div", "section"), depth);
                case 17 ->
                        nested(
                                pick("aside", "header", "footer", "nav", "address", "center"),
                                depth);
                case 18 -> list(pick("ul", "ol"), depth);
                case 19 -> definitions(depth);
                case 20 -> table(depth);
                case 21 -> element("blockquote", () -> block(depth + 1));
                case 22 -> form(depth);
                case 23 -> details(depth);
                case 24 -> links();
                case 25 -> element("table", () -> layout(depth));
                case 26 -> element("div", this::lines);
                case 27 -> nested("div", depth);
                case 28 -> element("ul", () -> html.append(loose()));
                default -> element("span", () -> block(depth + 1));
            }
        }

        private void nested(String tag, int depth) {
            element(
                    tag,
                    () -> {
                        int blocks = 1 + random.nextInt(4);
                        for (int i = 0; i < blocks; i++) {
                            block(depth + 1);
                        }
                    });
        }

        private void paragraph() {
            element(
                    "p",
                    () -> {
                        int sentences = 1 + random.nextInt(4);
                        for (int i = 0; i < sentences; i++) {
                            sentence();
                        }
                    });
        }

        private void sentence() {
            html.append("The ").append(words(2 + random.nextInt(5))).append(", and ");
            switch (random.nextInt(12)) {
                case 0 -> inline("b");
                case 1 -> inline("span");
                case 2 -> link(1);
                case 3 -> inline("code");
                case 4 -> inline("del");
                case 5 -> inline("em");
                case 6 -> html.append("<br>").append(words(1));
                case 7 -> inline("small");
                default -> html.append(words(3));
            }
            html.append(' ').append(words(1 + random.nextInt(4))).append(" to the sea. ");
        }

        /// Part of a sentence, with a name by which it may be skipped.
        private void inline(String tag) {
            later(() -> element(tag, () -> html.append(words(2))));
        }

        private void link(int words) {
            html.append("<a href='/").append(next).append("'>").append(words(words)).append("</a>");
        }

        private void listing() {
            element(
                    "pre",
                    () -> {
                        html.append("int ").append(words(3)).append(" = 1;");
                        if (chance(0.3)) {
                            later(() -> html.append("<button>Copy " + words(1) + "</button>"));
                        }
                    });
        }

        private void heading() {
            element(
                    "h" + (2 + random.nextInt(4)),
                    () ->
                            html.append(pick(HEADINGS))
                                    .append(' ')
                                    .append(words(1 + random.nextInt(3))));
        }

        private void figure() {
            element(
                    "figure",
                    () -> {
                        html.append("<img src=/p").append(next).append(".jpg alt='A boat'>");
                        element("figcaption", () -> html.append(words(4)));
                    });
        }

        private void invisible() {
            unseen(
                    () -> {
                        switch (random.nextInt(7)) {
                            case 0 -> html.append("<div hidden>").append(words(4)).append("</div>");
                            case 1 ->
                                    html.append("<div style='display:none'>")
                                            .append(words(4))
                                            .append("</div>");
                            case 2 ->
                                    html.append("<div class=gone>")
                                            .append(words(4))
                                            .append("</div>");
                            case 3 -> html.append("<dialog>").append(words(4)).append("</dialog>");
                            case 4 ->
                                    html.append("<script>var ")
                                            .append(words(1))
                                            .append("</script>");
                            case 5 ->
                                    html.append("<template>")
                                            .append(words(4))
                                            .append("</template>");
                            default -> html.append("<!-- ").append(words(2)).append(" -->");
                        }
                    });
        }

        private String loose() {
            return words(2 + random.nextInt(9)) + pick(".", "", ":");
        }

        private void lines() {
            for (int i = 0; i < 3; i++) {
                html.append(loose()).append(pick("<br>", "<br><br>", "<br/>\n<br/>"));
            }
        }

        private void list(String tag, int depth) {
            element(
                    tag,
                    () -> {
                        int items = 1 + random.nextInt(5);
                        for (int i = 0; i < items; i++) {
                            element(
                                    "li",
                                    () -> {
                                        switch (random.nextInt(4)) {
                                            case 0 -> link(2);
                                            case 1 -> block(depth + 1);
                                            default -> html.append(loose());
                                        }
                                    });
                        }
                    });
        }

        private void definitions(int depth) {
            element(
                    "dl",
                    () -> {
                        for (int i = 0; i < 2; i++) {
                            element("dt", () -> html.append(words(1)));
                            element("dd", () -> block(depth + 1));
                        }
                    });
        }

        private void table(int depth) {
            element(
                    "table",
                    () -> {
                        if (chance(0.3)) {
                            html.append("<caption>").append(words(3)).append("</caption>");
                        }
                        int rows = 1 + random.nextInt(4);
                        int columns = 1 + random.nextInt(4);
                        for (int row = 0; row < rows; row++) {
                            html.append("<tr>");
                            for (int column = 0; column < columns; column++) {
                                String tag = row == 0 ? "th" : "td";
                                html.append('<').append(tag).append('>');
                                if (chance(0.1)) {
                                    later(() -> block(depth + 1));
                                } else {
                                    html.append(words(1 + random.nextInt(3)));
                                }
                                html.append("</").append(tag).append('>');
                            }
                            html.append("</tr>");
                        }
                    });
        }

        private void layout(int depth) {
            html.append("<tr><td>");
            block(depth + 1);
            html.append("</td><td>");
            block(depth + 1);
            html.append("</td></tr>");
        }

        private void form(int depth) {
            element(
                    "form",
                    () -> {
                        html.append("<label>").append(words(2)).append(" <input name=q></label>");
                        if (chance(0.4)) {
                            html.append("<fieldset><legend>").append(words(2)).append("</legend>");
                            block(depth + 1);
                            html.append("</fieldset>");
                        }
                        if (chance(0.3)) {
                            html.append("<textarea>").append(words(2)).append("</textarea>");
                        }
                        html.append("<button>").append(words(1)).append("</button>");
                    });
        }

        private void details(int depth) {
            element(
                    "details open",
                    () -> {
                        html.append("<summary>").append(words(2)).append("</summary>");
                        block(depth + 1);
                    });
        }

        private void links() {
            element(
                    pick("div", "ul"),
                    () -> {
                        for (int i = 0; i < 4; i++) {
                            html.append("<li>");
                            link(1 + random.nextInt(3));
                            html.append("</li>");
                        }
                    });
        }

        private void element(String tag, Runnable content) {
            String name = pick(NAMES);
            html.append('<').append(tag);
            if (!name.isEmpty()) {
                html.append(chance(0.85) ? " class='" : " id='").append(name).append('\'');
            }
            html.append('>');
            content.run();
            html.append("</").append(tag.replaceAll(" .*", "")).append('>');
        }

        private void later(Runnable content) {
            boolean before = late;
            late = true;
            content.run();
            late = before;
        }

        private void unseen(Runnable content) {
            boolean before = shown;
            shown = false;
            content.run();
            shown = before;
        }

        private String words(int count) {
            var text = new StringBuilder();
            for (int i = 0; i < count; i++) {
                String word = word(next++);
                if (inChrome) {
                    chrome.add(word);
                } else if (shown) {
                    visible.add(word);
                }
                if (late) {
                    offLine.add(word);
                }
                text.append(i == 0 ? "" : " ").append(word);
            }
            return text.toString();
        }

        /// A word that occurs once: syllables that count, between two z.
        private static String word(int number) {
            var word = new StringBuilder("z");
            for (int rest = number + 1; rest > 0; rest /= 20) {
                word.append("bcdfghjklmnpqrstvwxy".charAt(rest % 20)).append('a');
            }
            return word.append('z').toString();
        }

        private boolean chance(double probability) {
            return random.nextDouble() < probability;
        }

        private String pick(String... choices) {
            return choices[random.nextInt(choices.length)];
        }
    }
}
