package io.parler.local.secret;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/// An RSA key pair for signed URLs: 2048 bits, as CloudFront requires.
///
/// @param privatePem PKCS #8
/// @param publicPem SubjectPublicKeyInfo
public record SigningKeyPair(String privatePem, String publicPem) {
    private static final String RSA = "RSA";
    private static final int BITS = 2048;
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    public static SigningKeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(RSA);
            generator.initialize(BITS);
            return of(pem("PRIVATE KEY", generator.generateKeyPair().getPrivate().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The pair of this private key.
    public static SigningKeyPair of(String privatePem) {
        byte[] encoded =
                Base64.getMimeDecoder().decode(privatePem.replaceAll("-----[A-Z ]+-----", ""));
        try {
            KeyFactory keys = KeyFactory.getInstance(RSA);
            RSAPrivateCrtKey key =
                    (RSAPrivateCrtKey) keys.generatePrivate(new PKCS8EncodedKeySpec(encoded));
            byte[] publicKey =
                    keys.generatePublic(
                                    new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()))
                            .getEncoded();
            return new SigningKeyPair(privatePem, pem("PUBLIC KEY", publicKey));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(String type, byte[] encoded) {
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
                .formatted(type, LINES.encodeToString(encoded));
    }

    /// Without the private key.
    @Override
    public String toString() {
        return publicPem;
    }
}
