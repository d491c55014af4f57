package io.hongbi.submission.account.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Seals client secrets for the database: AES-256-GCM (NIST SP 800-38D), bound to their owner, so
 * that one school's row is of no use in another's.
 */
@Component
class Secrets {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final @Nullable SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    Secrets(ProviderProperties properties) {
        var bytes = properties.key();
        this.key = bytes == null ? null : new SecretKeySpec(bytes, "AES");
    }

    /**
     * @return nonce and ciphertext, base64
     * @throws NoSecretsKey if the operator gave no key
     */
    String seal(String owner, String secret) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, owner, nonce).doFinal(secret.getBytes(UTF_8));
            return Base64.getEncoder()
                    .encodeToString(
                            ByteBuffer.allocate(nonce.length + sealed.length)
                                    .put(nonce)
                                    .put(sealed)
                                    .array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has AES-GCM", e);
        }
    }

    /**
     * @throws SecretUnreadable if it was sealed under another key or for another owner
     * @throws NoSecretsKey if the operator gave no key
     */
    String open(String owner, String sealed) {
        var bytes = Base64.getDecoder().decode(sealed);
        var nonce = new byte[NONCE_BYTES];
        System.arraycopy(bytes, 0, nonce, 0, NONCE_BYTES);
        try {
            var secret =
                    cipher(Cipher.DECRYPT_MODE, owner, nonce)
                            .doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
            return new String(secret, UTF_8);
        } catch (GeneralSecurityException e) {
            throw new SecretUnreadable(e);
        }
    }

    private Cipher cipher(int mode, String owner, byte[] nonce) throws GeneralSecurityException {
        if (key == null) {
            throw new NoSecretsKey();
        }
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(owner.getBytes(UTF_8));
        return cipher;
    }
}
