package io.parler.local.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SecretStoreTest {
    private static final PasswordRules LETTERS =
            new PasswordRules(20, List.of(PasswordRules.LOWERCASE), true);

    @TempDir Path folder;

    @Test
    void aSecretIsMadeOnceAndKeptOverARestart() {
        String first = created(new SecretStore(folder));
        assertThat(first).matches("[a-z]{20}");
        SecretStore restarted = new SecretStore(folder);
        assertThat(created(restarted)).isEqualTo(first);
        restarted.rotate("a", "second");
        assertThat(new SecretStore(folder).get("a", "AWSPREVIOUS"))
                .map(SecretStore.Version::value)
                .contains(first);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onlyTheOwnerCanReadTheFile() throws IOException {
        SecretStore store = new SecretStore(folder);
        created(store);
        assertOwnerOnly();
        store.rotate("a", "second");
        assertOwnerOnly();
    }

    private void assertOwnerOnly() throws IOException {
        assertThat(Files.getPosixFilePermissions(folder.resolve("secrets.json")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void aVersionIsFoundByItsIdAndPrintedWithoutItsValue() {
        SecretStore store = new SecretStore(folder);
        String value = created(store);
        SecretStore.Version version = store.get("a", "AWSCURRENT").orElseThrow();
        assertThat(store.get("a", version.id())).contains(version);
        assertThat(version.toString()).doesNotContain(value);
        assertThat(store.get("a", "AWSPREVIOUS")).isEmpty();
        assertThat(store.get("b", "AWSCURRENT")).isEmpty();
        assertThat(store.rotate("b", "x")).isEmpty();
    }

    @Test
    void aPasswordHasEachTypeOfCharacter() {
        PasswordRules rules =
                new PasswordRules(
                        4,
                        List.of(
                                PasswordRules.LOWERCASE,
                                PasswordRules.UPPERCASE,
                                PasswordRules.DIGITS,
                                PasswordRules.PUNCTUATION),
                        true);
        Random random = new Random(1);
        for (int i = 0; i < 100; i++) {
            assertThat(rules.password(random))
                    .hasSize(4)
                    .matches("(?=.*[a-z])(?=.*[A-Z])(?=.*[0-9])(?=.*[^a-zA-Z0-9]).*");
        }
    }

    @Test
    void rulesThatNoPasswordFulfilsAreRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PasswordRules(10, List.of(), true));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PasswordRules(1, List.of("a", "b"), true));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PasswordRules(5000, List.of("a"), true));
    }

    private static String created(SecretStore store) {
        store.create("a", LETTERS, UnaryOperator.identity());
        return store.get("a", "AWSCURRENT").orElseThrow().value();
    }
}
