package io.parler.local.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignedUrlTest {
    private static final String ID = "K2JCJMDEHXQW5F";
    private static final String FILE = "http://127.0.0.1:7070/private/a%20b.txt";
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private static final long END = NOW.plusSeconds(60).getEpochSecond();

    @TempDir Path folder;
    private final KeyPair key = UrlSigner.pair("RSA", 2048);

    @ParameterizedTest
    @CsvSource({"RSA,2048,SHA1", "RSA,2048,SHA256", "EC,256,SHA1", "EC,256,SHA256"})
    void aCannedPolicyIsSignedWithRsaOrEcdsa(String algorithm, int bits, String hash)
            throws Exception {
        KeyPair pair = UrlSigner.pair(algorithm, bits);
        String query =
                "x=1&"
                        + UrlSigner.canned(FILE + "?x=1", END, ID, pair, hash)
                        + (hash.equals("SHA1") ? "" : "&Hash-Algorithm=" + hash);
        SignedUrl url = SignedUrl.of(request(FILE, query), "http");
        url.check(Map.of(ID, pair.getPublic()), "127.0.0.1", NOW);
        assertThat(url.unsignedQuery()).isEqualTo("x=1");
        // With the other hash it is another signature.
        assertRefused(
                FILE,
                query.replace("&Hash-Algorithm=SHA256", "")
                        + (hash.equals("SHA1") ? "&Hash-Algorithm=SHA256" : ""),
                pair,
                "signature is invalid");
    }

    @Test
    void aCannedPolicyIsForOneAddressUntilItsEnd() throws Exception {
        String query = UrlSigner.canned(FILE, END, ID, key, "SHA1");
        assertAccepted(FILE, query);
        assertRefused(FILE.replace("a%20b", "a"), query, key, "signature is invalid");
        assertRefused(FILE.replace("127.0.0.1", "localhost"), query, key, "signature is invalid");
        assertRefused(FILE, "x=1&" + query, key, "signature is invalid");
        assertRefused(FILE, query.replace("=" + END, "=" + (END + 1)), key, "signature is invalid");
        assertRefused(
                FILE,
                UrlSigner.canned(FILE, NOW.getEpochSecond(), ID, key, "SHA1"),
                key,
                "has expired");
        assertRefused(FILE, query, UrlSigner.pair("RSA", 2048), "signature is invalid");
        assertRefused(FILE, query.replace(ID, "KOTHER"), key, "is not a key of this path");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Expires", "Signature", "Key-Pair-Id"})
    void anAddressThatIsNotFullySignedIsRefused(String missing) throws Exception {
        String query = UrlSigner.canned(FILE, END, ID, key, "SHA1");
        assertRefused(FILE, "", key, "not signed: Key-Pair-Id");
        assertRefused(
                FILE,
                query.replaceAll("&?" + missing + "=[^&]*", ""),
                key,
                "not signed: " + missing);
        assertRefused(FILE, query + "&" + missing + "=x", key, missing + " is there twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!!", "AAAA", "____"})
    void aSignatureOfAnotherFormIsRefused(String signature) throws Exception {
        String query =
                UrlSigner.canned(FILE, END, ID, key, "SHA1")
                        .replaceAll("Signature=[^&]*", "Signature=" + signature);
        assertThatExceptionOfType(SignedUrl.RefusedException.class)
                .isThrownBy(() -> check(FILE, query, key));
    }

    @Test
    void aCustomPolicyHasWildcardsABeginningAndANetwork() throws Exception {
        assertAccepted(FILE, custom(policy("http*://*/private/*", "")));
        assertAccepted(FILE, custom(policy("http://127.0.0.1:7070/private/a%20b.tx?", "")));
        assertRefused(FILE, custom(policy("http://*/public/*", "")), key, "another address");
        assertAccepted(
                FILE,
                custom(
                        "{\"Statement\":[{\"Condition\":{\"DateLessThan\":{\"AWS:EpochTime\":"
                                + END
                                + "}}}]}"));
        assertRefused(
                FILE,
                custom(policy("*", ",\"DateGreaterThan\":{\"AWS:EpochTime\":" + END + "}")),
                key,
                "not valid yet");
        assertAccepted(
                FILE, custom(policy("*", ",\"IpAddress\":{\"AWS:SourceIp\":\"127.0.0.1\"}")));
        assertAccepted(
                FILE, custom(policy("*", ",\"IpAddress\":{\"AWS:SourceIp\":\"127.0.0.0/9\"}")));
        assertAccepted(
                FILE, custom(policy("*", ",\"IpAddress\":{\"AWS:SourceIp\":\"0.0.0.0/0\"}")));
        for (String network :
                List.of("127.0.0.2", "10.0.0.0/8", "127.128.0.0/9", "x", "127.0.0.1/y")) {
            assertRefused(
                    FILE,
                    custom(policy("*", ",\"IpAddress\":{\"AWS:SourceIp\":\"" + network + "\"}")),
                    key,
                    "another IP address");
        }
    }

    @Test
    void aCustomPolicyMustEndAndHaveOneStatement() throws Exception {
        assertRefused(FILE, custom("{\"Statement\":[{\"Resource\":\"*\"}]}"), key, "DateLessThan");
        assertRefused(FILE, custom("{\"Statement\":[]}"), key, "one statement");
        assertRefused(FILE, custom("oops"), key, "not JSON");
        assertRefused(
                FILE, custom(policy("*", "")).replaceFirst("Policy=.", "Policy=f"), key, "invalid");
        assertRefused(
                FILE, custom(policy("*", "")) + "&Expires=" + END, key, "either Policy or Expires");
    }

    /// The check by somebody else: botocore's signer makes the addresses.
    @ParameterizedTest
    @CsvSource({"RSA,2048", "EC,256"})
    void whatBotocoreSignsIsAccepted(String algorithm, int bits) throws Exception {
        Assumptions.assumeTrue(
                run("-c", "import botocore.signers, cryptography").isPresent(),
                "botocore and cryptography are not installed");
        KeyPair pair = UrlSigner.pair(algorithm, bits);
        Path pem = folder.resolve("key.pem");
        Files.writeString(
                pem,
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded())
                        + "\n-----END PRIVATE KEY-----\n");
        String signed =
                run(
                                "src/test/python/signed_urls.py",
                                pem.toString(),
                                ID,
                                FILE + "?size=large",
                                Long.toString(END),
                                "http://*/private/*")
                        .orElseThrow();
        assertThat(signed.lines()).hasSize(2);
        for (String line : signed.lines().toList()) {
            URI url = URI.create(line);
            check(FILE, url.getRawQuery(), pair);
            assertRefused(FILE.replace("private", "public"), url.getRawQuery(), pair, "");
        }
    }

    private void assertAccepted(String url, String query) {
        assertThatCode(() -> check(url, query, key)).doesNotThrowAnyException();
    }

    private static void assertRefused(String url, String query, KeyPair pair, String reason) {
        assertThatExceptionOfType(SignedUrl.RefusedException.class)
                .isThrownBy(() -> check(url, query, pair))
                .withMessageContaining(reason);
    }

    private static void check(String url, String query, KeyPair pair)
            throws SignedUrl.RefusedException {
        SignedUrl.of(request(url, query), "http")
                .check(Map.of(ID, pair.getPublic()), "127.0.0.1", NOW);
    }

    private static Request request(String url, String query) {
        URI uri = URI.create(url);
        return new Request(
                "GET",
                uri.getRawPath(),
                query,
                Map.of("host", List.of(uri.getAuthority())),
                "127.0.0.1",
                new byte[0]);
    }

    private String custom(String policy) {
        return "Policy="
                + UrlSigner.encoded(policy.getBytes(StandardCharsets.UTF_8))
                + "&"
                + UrlSigner.signature(policy, ID, key, "SHA1");
    }

    private static String policy(String resource, String conditions) {
        return "{\"Statement\":[{\"Resource\":\""
                + resource
                + "\",\"Condition\":{\"DateLessThan\":{\"AWS:EpochTime\":"
                + END
                + "}"
                + conditions
                + "}}]}";
    }

    private static Optional<String> run(String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("python3"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        Process process;
        try {
            process = builder.start();
        } catch (IOException _) {
            return Optional.empty();
        }
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(Duration.ofMinutes(2).toSeconds(), TimeUnit.SECONDS)).isTrue();
        return process.exitValue() == 0 ? Optional.of(out) : Optional.empty();
    }
}
