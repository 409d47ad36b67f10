package io.parler.loadpost.article;

import static io.parler.loadpost.article.TestPages.spoken;
import static org.assertj.core.api.Assertions.assertThat;

import io.parler.loadpost.block.Block;
import io.parler.loadpost.block.Block.Content;
import io.parler.loadpost.block.Block.Spoken;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Each post of a thread is a section with its author as the heading.
class ForumThreadTest {
    private static final String FIRST =
            "My lamp smokes when I light it, and I don't know why. How do you trim the wick so that it burns clean?";
    private static final String SECOND =
            "Cut it straight across, then take off the corners with sharp scissors.";
    private static final String THIRD =
            "I have kept lamps for thirty years, and I can tell you that it is nearly always the oil, and not the wick.";

    private static List<Block> blocks(String post) {
        return blocks(post, "<div>");
    }

    private static List<Block> blocks(String post, String page) {
        String posts =
                post.formatted("ida_b", FIRST)
                        + post.formatted("ole", SECOND)
                        + post.formatted("per", THIRD);
        return TestPages.article(
                        "<title>A lamp that smokes</title><nav><a href=/>Home</a></nav>"
                                + "<h1>A lamp that smokes</h1>%s<div class=thread>%s</div></div>"
                                        .formatted(page, posts))
                .blocks();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div class='post bg1'><dl class=profile><dt><a class=username>%s</a></dt><dd>Posts: 12</dd></dl>"
                        + "<div class=postbody><p>Re: lamps</p><div class=content>%s</div><div class=sig>Keep the light"
                        + " on</div></div></div>",
                "<li class='postbit old'><div class=head>03-02-2026, 10:15 AM</div><div class=info><a"
                        + " class=username>%s</a><i>Junior Member</i></div><div class=body><blockquote"
                        + " class=text>%s</blockquote></div><div class=foot><a>Reply With Quote</a></div></li>",
                "<article class=message><h4><a href=/members/1>%s</a></h4><h5>Member</h5><div"
                        + " class=main><div class=bb>%s</div></div><footer>Reply</footer></article>",
                "<div itemscope itemtype='https://schema.org/DiscussionForumPosting'><span itemprop=author><b"
                        + " itemprop=name>%s</b></span><time>3 hours ago</time><div itemprop=text><p>%s</p></div><i>3"
                        + " Likes</i></div>"
            })
    void theAuthorOfAPostIsItsHeading(String post) {
        List<Block> blocks = blocks(post);

        assertThat(spoken(blocks)).containsExactly("ida_b", FIRST, "ole", SECOND, "per", THIRD);
        assertThat(blocks)
                .filteredOn(block -> block.spoken() == Spoken.READ)
                .filteredOn(block -> block.content() instanceof Content.Heading)
                .hasSize(3);
        assertThat(blocks).filteredOn(block -> block.text().contains("ole")).hasSize(1);
        assertThat(blocks)
                .anyMatch(block -> block.reason().filter("about the post"::equals).isPresent());
    }

    @Test
    void anAuthorBelowTheTextIsSkippedInItsPlace() {
        String answer =
                "<div class=a itemscope itemtype='https://schema.org/Question'><b>12</b><div itemprop=text><p>%2$s</p></div>"
                        + "<div>answered by <a itemprop=author href=/users/1>%1$s</a></div></div>";

        assertThat(spoken(blocks(answer, "<div itemscope itemtype='https://schema.org/QAPage'>")))
                .containsExactly(FIRST, SECOND, THIRD);
    }

    @Test
    void theQuestionsAndAnswersOfAnArticleAreNoPosts() {
        String question =
                "<div itemscope itemprop=mainEntity itemtype='https://schema.org/Question'><h3 itemprop=name>How does %s do it?</h3>"
                        + "<div itemprop=acceptedAnswer itemtype='https://schema.org/Answer'><div itemprop=text><p>%s</p></div></div></div>";

        assertThat(
                        spoken(
                                blocks(
                                        question,
                                        "<p class=author>Ida</p><div itemscope itemtype='https://schema.org/FAQPage'>")))
                .contains("How does ida_b do it?", "How does ole do it?", "How does per do it?");
    }

    @Test
    void theTitleOfAPostIsRead() {
        String post =
                "<div class=post itemtype='https://schema.org/DiscussionForumPosting'><span class=username>%s</span>"
                        + "<h3>On wicks</h3><div itemprop=text><p>%s</p></div></div>";

        assertThat(spoken(blocks(post))).filteredOn("On wicks"::equals).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // the front page of a blog
                "<div class=post><h2><a href=/p>The oil of %s</a></h2><span class=author>Ida</span><p>%s</p></div>",
                // films with their posters
                "<div class=film><a class=poster href=/f>The lamp of %s</a><b>1931</b><div class=plot><p>%s</p></div></div>",
                // cards with who recommends them below
                "<div class=card><div class=quote><p>%2$s</p></div><a class=username href=/x>%1$s</a></div>",
                // comments only
                "<div class=comment><span class=author>%s</span><p>%s</p></div>"
            })
    void otherBoxesWithAuthorsAreNoPosts(String box) {
        assertThat(blocks(box))
                .noneMatch(block -> block.reason().filter("about the post"::equals).isPresent());
    }
}
