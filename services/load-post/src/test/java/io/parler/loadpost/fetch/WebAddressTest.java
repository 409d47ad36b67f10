package io.parler.loadpost.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebAddressTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    https://example.org                     | https://example.org/
                    example.org/blog                        | https://example.org/blog
                    example.org:8443/blog                   | https://example.org:8443/blog
                    HTTP://EXAMPLE.org:80/A                 | http://example.org/A
                    https://example.org:443/?q=a b          | https://example.org/?q=a%20b
                    https://example.org/a/./b/../c#part     | https://example.org/a/c
                    https://example.org/ä                   | https://example.org/%C3%A4
                    https://bücher.example/                 | https://xn--bcher-kva.example/
                    https://example.org./                   | https://example.org/
                    http://[2606:2800:220:1::1]:8080/       | http://[2606:2800:220:1:0:0:0:1]:8080/
                    http://0x5db8d822/                      | http://93.184.216.34/
                    """)
    void anAddressHasOneCanonicalForm(String text, String canonical) throws Exception {
        assertThat(WebAddress.parse(text)).hasToString(canonical);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    other            | https://example.org/blog/other
                    ../other?x=1     | https://example.org/other?x=1
                    /feed.xml        | https://example.org/feed.xml
                    ?page=2          | https://example.org/blog/post?page=2
                    //cdn.example/a  | https://cdn.example/a
                    http://x.example | http://x.example/
                    #top             | https://example.org/blog/post?a=b
                    """)
    void aReferenceIsResolved(String reference, String resolved) throws Exception {
        assertThat(WebAddress.parse("https://example.org/blog/post?a=b").resolve(reference))
                .hasToString(resolved);
    }
}
