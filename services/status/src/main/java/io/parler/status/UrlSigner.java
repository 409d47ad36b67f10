package io.parler.status;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;

/// Signs URLs for CloudFront with a canned policy (CloudFront developer guide, "Create a signed URL
/// using a canned policy"), RSA and SHA-256.
///
/// @param keyId the id under which CloudFront knows the public key
public record UrlSigner(String keyId, PrivateKey key) {
    /// A signer with this key.
    ///
    /// @param pem an RSA key in PKCS #8, "BEGIN PRIVATE KEY"
    public static UrlSigner of(String keyId, String pem) {
        String base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        try {
            return new UrlSigner(
                    keyId,
                    KeyFactory.getInstance("RSA")
                            .generatePrivate(
                                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64))));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // The exception's text may have parts of the key.
            throw new IllegalStateException("the signing key is not an RSA key in PKCS #8");
        }
    }

    /// The URL, valid until this time.
    ///
    /// @param url without a query
    String sign(String url, Instant expiry) {
        String policy =
                "{\"Statement\":[{\"Resource\":\""
                        + url
                        + "\",\"Condition\":{\"DateLessThan\":{\"AWS:EpochTime\":"
                        + expiry.getEpochSecond()
                        + "}}}]}";
        return url
                + "?Expires="
                + expiry.getEpochSecond()
                + "&Signature="
                + signature(policy)
                + "&Key-Pair-Id="
                + keyId
                + "&Hash-Algorithm=SHA256";
    }

    /// Base64 in CloudFront's own alphabet.
    private String signature(String policy) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(policy.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder()
                    .encodeToString(signature.sign())
                    .replace('+', '-')
                    .replace('=', '_')
                    .replace('/', '~');
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the signing key can't sign", e);
        }
    }

    /// Without the key, which nobody may see.
    @Override
    public String toString() {
        return "UrlSigner[keyId=" + keyId + "]";
    }
}
