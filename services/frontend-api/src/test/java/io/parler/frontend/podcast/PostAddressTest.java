package io.parler.frontend.podcast;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://blog.example.com/a",
                "http://blog.example.com/a/",
                "https://BLOG.example.com:443/a//",
                "http://www.blog.example.com:80/a/index.html",
                "https://blog.example.com/a#part",
                "https://blog.example.com/a/?utm_source=feed&fbclid=x",
                "  https://blog.example.com/a  "
            })
    void waysToWriteAnAddressAreOnePost(String address) {
        assertThat(PostAddress.parse(address)).contains(new PostAddress("blog.example.com/a"));
    }

    @Test
    void differentPostsStayApart() {
        assertThat(PostAddress.parse("https://blog.example.com/?p=1"))
                .contains(new PostAddress("blog.example.com?p=1"));
        assertThat(PostAddress.parse("https://blog.example.com:8080/A"))
                .contains(new PostAddress("blog.example.com:8080/A"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "blog.example.com", "mailto:a@b.c", "ftp://a.b/", "https:///x", "a b"})
    void whatIsNoWebAddressIsNone(String text) {
        assertThat(PostAddress.parse(text)).isEmpty();
    }

    @Test
    void aBlogContainsItsPostsAndNobodyElses() {
        PostAddress blog = PostAddress.parse("https://example.com/blog/").orElseThrow();

        assertThat(blog.contains(address("https://example.com/blog/a"))).isTrue();
        assertThat(blog.contains(address("https://www.example.com/blog?p=1"))).isTrue();
        assertThat(blog.contains(address("https://example.com/blog"))).isTrue();
        assertThat(blog.contains(address("https://example.com/blogger/a"))).isFalse();
        assertThat(blog.contains(address("https://example.com.evil.example/blog/a"))).isFalse();
        assertThat(blog.contains(address("https://example.com/a"))).isFalse();
    }

    private static PostAddress address(String text) {
        return PostAddress.parse(text).orElseThrow();
    }
}
