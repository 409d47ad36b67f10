package io.parler.frontend.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.hash.Sha256;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeyTest {
    private final Random random = new Random(42);

    @Test
    void aKeyIsRecognizedByItsFormAndReadBackAsItWas() {
        ApiKey key = ApiKey.generate(random);

        assertThat(key.text()).matches("plr_[A-Za-z0-9_-]{43}[A-Za-z0-9]{6}").hasSize(53);
        assertThat(ApiKey.parse(key.text())).contains(key);
    }

    @Test
    void noTwoKeysAreTheSame() {
        Set<String> hashes = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            hashes.add(ApiKey.generate(random).hash());
        }
        assertThat(hashes).hasSize(1000);
    }

    @Test
    void oneWrongCharacterAnywhereIsNoticed() {
        String key = ApiKey.generate(random).text();
        for (int i = 0; i < key.length(); i++) {
            char other = key.charAt(i) == 'a' ? 'b' : 'a';
            String wrong = key.substring(0, i) + other + key.substring(i + 1);
            assertThat(ApiKey.parse(wrong)).as(wrong).isEmpty();
        }
    }

    @Test
    void twoSwappedCharactersAreNoticed() {
        String key = ApiKey.generate(random).text();
        for (int i = 4; i < key.length() - 1; i++) {
            if (key.charAt(i) != key.charAt(i + 1)) {
                String wrong =
                        key.substring(0, i)
                                + key.charAt(i + 1)
                                + key.charAt(i)
                                + key.substring(i + 2);
                assertThat(ApiKey.parse(wrong)).as(wrong).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plr_", "Bearer", "plr_äöü", "sk-1234567890"})
    void whatIsNoKeyIsNotParsed(String text) {
        assertThat(ApiKey.parse(text)).isEmpty();
        assertThat(ApiKey.parse(ApiKey.generate(random).text() + text + "x")).isEmpty();
    }

    @Test
    void aKeyDoesNotPrintItself() {
        ApiKey key = ApiKey.generate(random);

        assertThat(key.toString()).isEqualTo("plr_…");
        assertThat("" + new CreatedKey(key, Keys.stored("h"), Keys.account("acc_a")))
                .doesNotContain(key.text());
    }

    @Test
    void theHashIsThatOfTheWholeKey() {
        String key = "plr_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" + "0DofJ8";
        assertThat(ApiKey.parse(key).map(ApiKey::hash)).contains(Sha256.hex(key));
    }
}
