package io.parler.loadpost.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedirectCookiesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "seen=1; Path=/               | https://a.example/post   | seen=1",
                "seen=1; path=/; HttpOnly     | https://a.example/x/y    | seen=1",
                "seen=\"a b\"                 | https://a.example/blog/2 | seen=\"a b\"",
                "seen=1                       | https://a.example/other  | ''",
                "seen=1; Path=/blog           | https://a.example/blogs  | ''",
                "seen=1; Path=/               | https://b.example/post   | ''",
                "seen=1; Path=/               | https://www.a.example/   | ''",
                "s=1; Domain=.a.example;Path=/| https://www.a.example/   | s=1",
                "s=1; Domain=example; Path=/  | https://a.example/       | ''",
                "s=1; Domain=b.example;Path=/ | https://b.example/       | ''",
                "s=1; Path=/; Secure          | http://a.example/        | ''",
                "s=1; Path=/; Max-Age=0       | https://a.example/       | ''",
                "no cookie                    | https://a.example/       | ''",
                "a b=1; Path=/                | https://a.example/       | ''",
            })
    void aCookieIsSentBackWhereItBelongs(String field, String url, String header)
            throws InvalidAddressException {
        RedirectCookies cookies = new RedirectCookies();

        cookies.store(WebAddress.parse("https://a.example/blog/1"), List.of(field.strip()));

        assertThat(cookies.header(WebAddress.parse(url))).isEqualTo(header);
    }

    @Test
    void aLaterCookieReplacesOrDeletesAnEarlierOne() throws InvalidAddressException {
        RedirectCookies cookies = new RedirectCookies();
        WebAddress site = WebAddress.parse("https://a.example/");

        cookies.store(site, List.of("a=1", "b=1", "c=1"));
        cookies.store(site, List.of("a=2", "b=; expires=Thu, 01 Jan 1970 00:00:00 GMT"));

        assertThat(cookies.header(site)).isEqualTo("c=1; a=2");
    }

    @Test
    void noCookieAddsALineToTheRequest() throws InvalidAddressException {
        RedirectCookies cookies = new RedirectCookies();
        WebAddress site = WebAddress.parse("https://a.example/");

        cookies.store(site, List.of("a=1\rX-Injected: 1", "b=\u00e9"));

        assertThat(cookies.header(site)).isEmpty();
    }
}
