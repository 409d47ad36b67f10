package io.parler.local.edge;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;

/// Signs URLs for CloudFront.
public final class UrlSigner {
    private UrlSigner() {}

    public static KeyPair pair(String algorithm, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /// The parameters of a canned policy.
    public static String canned(String url, long end, String id, KeyPair pair, String hash) {
        String policy =
                "{\"Statement\":[{\"Resource\":\""
                        + url
                        + "\",\"Condition\":{\"DateLessThan\":{\"AWS:EpochTime\":"
                        + end
                        + "}}}]}";
        return "Expires=" + end + "&" + signature(policy, id, pair, hash);
    }

    static String signature(String policy, String id, KeyPair pair, String hash) {
        boolean rsa = pair.getPublic().getAlgorithm().equals("RSA");
        try {
            Signature signature = Signature.getInstance(hash + (rsa ? "withRSA" : "withECDSA"));
            signature.initSign(pair.getPrivate());
            signature.update(policy.getBytes(StandardCharsets.UTF_8));
            return "Signature=" + encoded(signature.sign()) + "&Key-Pair-Id=" + id;
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static String encoded(byte[] bytes) {
        return Base64.getEncoder()
                .encodeToString(bytes)
                .replace('+', '-')
                .replace('=', '_')
                .replace('/', '~');
    }
}
