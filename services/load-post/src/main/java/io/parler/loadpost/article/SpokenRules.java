package io.parler.loadpost.article;

import io.parler.loadpost.Dates;
import io.parler.loadpost.article.Block.Content;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// Which blocks stay silent by default, and why. A block is rather kept and marked than lost.
final class SpokenRules {
    private static final Set<String> PERMALINK_SIGNS = Set.of("#", "¶", "§", "🔗", "Permalink");
    private static final Pattern CREDIT =
            Pattern.compile(
                    "(?i)^\\(?(photo|photograph|image|picture|illustration|video|graphic)s?( credit| courtesy)?"
                            + "\\s*(:|by\\b|/|courtesy|via\\b).{0,120}$|^(credit|source)s?:.{0,100}$"
                            + "|^.{0,80}(/|\\bvia )(getty images|reuters|ap photo|afp).{0,40}$");
    private static final Pattern INVITATION =
            Pattern.compile(
                    "(?i)^(read (more|next)|continue reading|share (this|on)|follow us|sign up|subscribe"
                            + "|advertisement|click here|related( (articles|posts|stories))?:?$|tweet$"
                            + "|see also:|also read:|more from|filed under|tags?:|posted in|leave a comment).{0,100}$");
    private static final Pattern BESIDE_NAMES =
            Pattern.compile(
                    "(?i)(^|[\\s_-])(share|sharing|social|newsletter|subscribe|signup|related|recommended"
                            + "|promo|advert|breadcrumbs?|author-bio|about-author|byline|tags|comments?"
                            + "|toc|table-of-contents|pagination|post-nav|navigation)($|[\\s_-])");
    private static final Pattern BESIDE_IDS =
            Pattern.compile(
                    "(?i)(share|social|newsletter|subscribe|related|recommended|comments?|disqus_thread"
                            + "|breadcrumbs?|toc|table-of-contents|pagination)([_-](box|links|posts|buttons|list"
                            + "|section|area|container|form))?");
    private static final Pattern POSTED =
            Pattern.compile("(?i)^(posted|published|updated|last updated|written)( on| by|:)");
    private static final Pattern SENTENCE = Pattern.compile("[.!?…]['\"”’)]*$");
    private static final Pattern HOST = Pattern.compile("^https?://(?:www\\.)?([^/?#]*).*$");
    private static final double ONLY_LINKS = 0.9;
    private static final double SMALL = 0.25;
    private static final double MOST_OF_IT = 0.7;
    private static final int SHORT = 120;
    private static final int LINE = 250;
    private static final int LONGEST_SIGN = 20;

    private final Metadata metadata;
    private final Measures measures;
    private final int length;

    /// @param article the whole of it, to tell a box in it from the text itself
    SpokenRules(Metadata metadata, Element article) {
        this.metadata = metadata;
        this.measures = Measures.under(article);
        this.length = measures.of(article).length();
    }

    /// A box within the article that is not of it.
    Optional<String> beside(Element element) {
        var tag = element.normalName();
        if (tag.equals("nav")) {
            return Optional.of("navigation");
        }
        if ((tag.equals("ul") || tag.equals("ol")) && isListOfLinks(element)) {
            return Optional.of("a list of links");
        }
        boolean named =
                BESIDE_NAMES.matcher(element.className()).find()
                        || BESIDE_IDS.matcher(element.id()).matches();
        boolean tagged = tag.equals("aside") || tag.equals("footer");
        if (!(named || tagged) || measures.of(element).length() > length * SMALL) {
            return Optional.empty();
        }
        return Optional.of("beside the article");
    }

    /// Links within the page or the site: contents, or posts one could read next. A list of links
    /// to other sites is often what the article is about.
    private boolean isListOfLinks(Element list) {
        var measure = measures.of(list);
        return measure.links(1) > ONLY_LINKS
                && list.getElementsByTag("a").stream().allMatch(SpokenRules::staysOnSite);
    }

    private static boolean staysOnSite(Element link) {
        return link.attr("href").startsWith("#")
                || host(link.absUrl("href")).equals(host(link.baseUri()));
    }

    private static String host(String url) {
        return HOST.matcher(url).replaceFirst("$1");
    }

    /// Whether the element is a note, and not what most of the article stands in.
    boolean isFootnote(Element element) {
        return Footnotes.isSection(element) && measures.of(element).length() < length * MOST_OF_IT;
    }

    /// Why a block is not read, where it is not.
    Optional<String> reason(
            Content content, String text, double links, Place place, Blocks before) {
        if (content instanceof Content.Caption) {
            return Optional.of("a caption");
        }
        if (place.beside().isPresent()) {
            return place.beside();
        }
        if (content instanceof Content.Footnote) {
            return Optional.of("footnotes are not read aloud");
        }
        if (content instanceof Content.Heading) {
            boolean title = before.size() < 3 && text.equalsIgnoreCase(metadata.title());
            return title ? Optional.of("the title again") : Optional.empty();
        }
        if (links > ONLY_LINKS
                && text.length() < SHORT
                && !(content instanceof Content.ListItem || SENTENCE.matcher(text).find())) {
            return Optional.of("only a link");
        }
        if (text.length() > LINE) {
            return Optional.empty();
        }
        if (CREDIT.matcher(text).matches() && !(content instanceof Content.ListItem)) {
            return Optional.of("a credit");
        }
        if (INVITATION.matcher(text).matches() && !text.endsWith(".")) {
            return Optional.of("an invitation, not the article");
        }
        return text.length() < SHORT && before.size() < 6 ? opening(text) : Optional.empty();
    }

    /// Byline and date at the top: the player says them already.
    private Optional<String> opening(String text) {
        boolean byline =
                metadata.author()
                        .filter(name -> text.length() < name.length() + 40 && text.contains(name))
                        .isPresent();
        if (byline
                || POSTED.matcher(text).find()
                || (text.startsWith("By ") && text.length() < 60 && !text.endsWith("."))) {
            return Optional.of("the byline again");
        }
        return text.length() < 40 && Dates.parse(text).isPresent()
                ? Optional.of("the date again")
                : Optional.empty();
    }

    /// The sign at a heading that links to the heading itself.
    boolean isPermalink(Element link) {
        return link.attr("href").contains("#")
                && PERMALINK_SIGNS.contains(PlainText.start(link, LONGEST_SIGN));
    }
}
