package io.parler.loadpost.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostListDetectorTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/blog",
                "/en/blog/",
                "/category/tar/",
                "/blog/tag/tar",
                "/author/mara/page/2",
                "/2024/05/",
                "/en/2024/",
                "/archives/"
            })
    void pagesAtThesePathsMayListPosts(String path) {
        assertThat(PostListDetector.isListPath(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/blog/the-ferry", "/2024/05/the-ferry/", "/en/news/2024-05-03-ferry.html"})
    void postsAreAtOtherPaths(String path) {
        assertThat(PostListDetector.isListPath(path)).isFalse();
    }
}
