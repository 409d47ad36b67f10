package io.parler.status;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/// A signer with a key of its own, and the check that CloudFront makes of what it signed.
public final class TestSigner {
    private final KeyPair keys;

    public TestSigner() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            keys = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public UrlSigner get() {
        return UrlSigner.of(
                "K0TEST",
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded())
                        + "\n-----END PRIVATE KEY-----\n");
    }

    /// Whether the URL is signed with its canned policy and this key.
    public boolean verifies(String url) {
        String resource = url.substring(0, url.indexOf('?'));
        Map<String, String> query =
                Arrays.stream(URI.create(url).getRawQuery().split("&"))
                        .map(pair -> pair.split("=", 2))
                        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        String policy =
                "{\"Statement\":[{\"Resource\":\""
                        + resource
                        + "\",\"Condition\":{\"DateLessThan\":{\"AWS:EpochTime\":"
                        + query.get("Expires")
                        + "}}}]}";
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(keys.getPublic());
            signature.update(policy.getBytes(StandardCharsets.UTF_8));
            return "K0TEST".equals(query.get("Key-Pair-Id"))
                    && "SHA256".equals(query.get("Hash-Algorithm"))
                    && signature.verify(
                            Base64.getDecoder()
                                    .decode(
                                            String.valueOf(query.get("Signature"))
                                                    .replace('-', '+')
                                                    .replace('_', '=')
                                                    .replace('~', '/')));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
