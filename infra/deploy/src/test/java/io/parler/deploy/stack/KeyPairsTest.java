package io.parler.deploy.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.parler.deploy.suite.Stage;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class KeyPairsTest {
    private static final String PRIVATE = "/parler/test/edge/signing-key";
    private static final String PUBLIC = PRIVATE + ".pub";

    private final FakeParameterStore store = new FakeParameterStore();
    private final KeyPairs keyPairs = new KeyPairs(new Stage("test"), store);

    @Test
    void createsAnRsaKeyPairWith2048Bits() throws GeneralSecurityException {
        keyPairs.create("edge/signing-key");

        assertIsKeyPair();
    }

    private void assertIsKeyPair() throws GeneralSecurityException {
        KeyFactory keys = KeyFactory.getInstance("RSA");
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(keys.generatePrivate(new PKCS8EncodedKeySpec(decoded(PRIVATE))));
        signature.update((byte) 7);
        byte[] signed = signature.sign();
        RSAPublicKey publicKey =
                (RSAPublicKey) keys.generatePublic(new X509EncodedKeySpec(decoded(PUBLIC)));
        signature.initVerify(publicKey);
        signature.update((byte) 7);
        assertThat(signature.verify(signed)).isTrue();
        assertThat(publicKey.getModulus().bitLength()).isEqualTo(2048);
    }

    @Test
    void keepsAKeyPairThatIsThere() {
        keyPairs.create("edge/signing-key");
        String before = pem(PRIVATE);

        keyPairs.create("edge/signing-key");

        assertThat(pem(PRIVATE)).isEqualTo(before);
    }

    @Test
    void anInterruptedRunIsRepeated() throws GeneralSecurityException {
        store.putSecret(PRIVATE, "-----BEGIN PRIVATE KEY-----");

        keyPairs.create("edge/signing-key");

        assertIsKeyPair();
    }

    private String pem(String name) {
        return store.get(name).orElseThrow();
    }

    private byte[] decoded(String name) {
        return Base64.getMimeDecoder().decode(pem(name).replaceAll("-----[A-Z ]+-----", ""));
    }
}
