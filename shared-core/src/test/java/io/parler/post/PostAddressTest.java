package io.parler.post;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostAddressTest {
    @Test
    void aPostThatIsOnlyInItsFeedIsToldByItsFragment() {
        assertThat(PostAddress.withFragment("https://www.blog.example/feed.xml?utm_x=1#note+1"))
                .contains(new PostAddress("blog.example/feed.xml#note+1"));
        assertThat(PostAddress.withFragment("https://blog.example/feed.xml#"))
                .contains(new PostAddress("blog.example/feed.xml"));
        assertThat(PostAddress.withFragment("https://blog.example/feed.xml"))
                .contains(new PostAddress("blog.example/feed.xml"));
        PostAddress note = PostAddress.withFragment("http://blog.example/feed#n").orElseThrow();
        assertThat(PostAddress.withFragment(note.url())).contains(note);
        assertThat(PostAddress.withFragment("nonsense#x")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://blog.example.com/queues | blog.example.com/queues",
                "http://blog.example.com/queues | blog.example.com/queues",
                "HTTPS://Blog.Example.COM/Queues | blog.example.com/Queues",
                "https://www.example.com/queues/ | example.com/queues",
                "https://www.example.com/queues// | example.com/queues",
                "https://blog.example.com/// | blog.example.com/",
                "https://blog.example.com | blog.example.com/",
                "https://blog.example.com./ | blog.example.com/",
                "https://blog.example.com:443/a | blog.example.com/a",
                "http://blog.example.com:80/a | blog.example.com/a",
                "https://blog.example.com:8443/a | blog.example.com:8443/a",
                "http://blog.example.com:443/a | blog.example.com:443/a",
                "http://127.0.0.1:4000/a/ | 127.0.0.1:4000/a",
                "http://[::1]:4000/a | [::1]:4000/a",
                "http://www.Blog.example/a/ | blog.example/a",
                "https://blog.example/a/index.html | blog.example/a",
                "https://blog.example:443/a#top | blog.example/a",
                "https://blog.example/a?utm_source=x&fbclid=1 | blog.example/a",
                "https://blog.example/?p=1&utm_id=2 | blog.example/?p=1",
                "https://blog.example.com/a#comments | blog.example.com/a",
                "https://blog.example.com/?p=7#more | blog.example.com/?p=7",
                "https://blog.example.com/a?utm_source=x&utm_medium=y | blog.example.com/a",
                "https://blog.example.com/a/?fbclid=1&p=7 | blog.example.com/a?p=7",
                "https://blog.example.com/a?b=2&a=1 | blog.example.com/a?a=1&b=2",
                "https://blog.example.com/a? | blog.example.com/a",
                "https://blog.example.com/a/index.html | blog.example.com/a",
                "https://blog.example.com/index.php?p=7 | blog.example.com/?p=7",
                "https://blog.example.com/a/./b/../c | blog.example.com/a/c",
                "https://bücher.example/größe | xn--bcher-kva.example/gr%C3%B6%C3%9Fe",
                "https://xn--bcher-kva.example/gr%c3%b6%c3%9fe | xn--bcher-kva.example/gr%C3%B6%C3%9Fe",
                "https://blog.example.com/%71ueues%2Fa | blog.example.com/queues%2Fa",
                "https://blog.example.com/100% | blog.example.com/100%25",
                "https://blog.example.com/a b | blog.example.com/a%20b",
                "'  https://blog.example.com/a  ' | blog.example.com/a",
            })
    void spellingsOfOneAddressAreTheSame(String url, String value) {
        assertThat(PostAddress.of(url)).map(PostAddress::value).hasValue(value);
    }

    @ParameterizedTest
    @CsvSource({
        "https://blog.example.com/a, https://blog.example.com/A",
        "https://blog.example.com/?p=7, https://blog.example.com/?p=8",
        "https://blog.example.com/a, https://blog.example.com:8443/a",
        "https://blog.example.com/a, https://example.com/a",
        "https://blog.example.com/a%2Fb, https://blog.example.com/a/b",
        "https://blog.example.com/a?sort=utm_x, https://blog.example.com/a",
    })
    void twoPostsHaveTwoAddresses(String one, String other) {
        assertThat(PostAddress.of(one)).isPresent().isNotEqualTo(PostAddress.of(other));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.example.com/a/?utm_source=x&p=7#top",
                "http://127.0.0.1:4000/post/",
                "https://blog.example.com:80/a",
                "https://bücher.example/%e4?q=%",
                "https://[2001:db8::1]/a",
            })
    void theAddressThatIsSentIsTheSamePost(String url) {
        PostAddress post = PostAddress.of(url).orElseThrow();

        assertThat(PostAddress.of(post.url())).hasValue(post);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "queues",
                "/queues",
                "ftp://blog.example.com/a",
                "javascript:alert(1)",
                "https://",
                "https:///a",
                "https://user@blog.example.com/a",
                "https://blog.example.com:99x/a",
                "https://a..example/b",
                "https://exa%6dple.com/",
                "https://\u0000/",
            })
    void whatIsNoWebAddressIsNone(String url) {
        assertThat(PostAddress.of(url)).isEmpty();
    }

    @Test
    void aPageNamesAnAddressOnItsOwnHostOnly() {
        PostAddress page = PostAddress.of("https://www.example.com/queues?page=1").orElseThrow();

        assertThat(page.isOnHostOf(PostAddress.of("http://example.com/queues").orElseThrow()))
                .isTrue();
        assertThat(page.isOnHostOf(PostAddress.of("http://m.example.com/queues").orElseThrow()))
                .isTrue();
        assertThat(page.isOnHostOf(PostAddress.of("https://example.org/queues").orElseThrow()))
                .isFalse();
        assertThat(page.isOnHostOf(PostAddress.of("https://evil.example.com/q").orElseThrow()))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.com/blog/, https://example.com/blog/a, true",
        "https://example.com/blog/, https://www.example.com/blog?p=1, true",
        "https://example.com/blog/, https://example.com/blog, true",
        "https://example.com, http://example.com/a, true",
        "https://example.com, https://example.com/?p=1, true",
        "https://example.com/blog/, https://example.com/blogger/a, false",
        "https://example.com/blog/, https://example.com/a, false",
        "https://example.com/blog/, https://example.com.evil.example/blog/a, false",
        "https://example.com, https://example.com.evil.example/a, false",
    })
    void aBlogContainsItsPostsAndNobodyElses(String blog, String post, boolean contains) {
        assertThat(PostAddress.of(blog).orElseThrow().contains(PostAddress.of(post).orElseThrow()))
                .isEqualTo(contains);
    }
}
